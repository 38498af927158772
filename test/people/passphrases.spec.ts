import { ARGON2, PassphrasesService } from '../../src/people/passphrases.service.js';

/** The real cost: every other test signs in with a cheap one. */
describe('passphrases at their real cost', () => {
  const passphrases = new PassphrasesService(ARGON2);

  it('are kept as argon2id with 64 MiB and three passes, never twice the same', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => passphrases.hash('three warm lamps on a porch')));
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(one).not.toBe(other);
    expect(await passphrases.fits(one!, 'three warm lamps on a porch')).toBe(true);
    expect(await passphrases.fits(one!, 'three warm lamps on a torch')).toBe(false);
  });

  it('fit whatever keyboard they were typed on', async () => {
    const stored = await passphrases.hash('un caf\u00e9 por la ma\u00f1ana');
    expect(await passphrases.fits(stored, 'un cafe\u0301 por la man\u0303ana')).toBe(true);
  });

  it('fit nobody when there is nobody, though that is checked as long', async () => {
    expect(await passphrases.fits(null, 'nobody has this passphrase')).toBe(false);
  });
});
