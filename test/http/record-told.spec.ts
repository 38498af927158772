import { type Desk, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

describe('what a guest told, on what is written about them', () => {
  let house: House;
  let theo: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar' });
    theo = await house.signIn('staff', 'Theo');
    stay = (await theo.fill('/check-in', { name: 'Sam Ash', departureDay: '2026-11-25' })).headers.location!;
    const bedId = (await theo.visit('/'))('[data-bed="Cedar"]').attr('data-bed-id')!;
    await theo.fill('/check-in', { name: 'Kim', departureDay: '2026-11-25', bedId });
  });

  afterEach(() => house.close());

  const told = async () => {
    const guest = (await theo.visit(stay))('aside a[href^="/guests/"]').attr('href')!;
    return read(await theo.visit(`${guest.split('/consents')[0]}/record`), 'main');
  };
  const undoNewest = async () => {
    const $ = await theo.visit(stay);
    await theo.send($, $('form[action^="/undo/"]').first().attr('action')!);
  };

  it('is nothing before they told anything', async () => {
    const record = await told();
    for (const heading of ['What you answered', 'What was there', 'Connections'])
      expect(record).not.toContain(heading);
  });

  it('stands there by its stay, in their words, and not once it is undone', async () => {
    await theo.fill(
      `${stay}/answers?moment=arrival`,
      { language: 'en', 'answer-hope': '2' },
      `${stay}/answers`,
    );
    expect(await told()).toContain('What you answered at arrivalHow hopeful do you feel just now?Quite');
    await undoNewest();
    expect(await told()).not.toContain('What you answered');
    await theo.fill(`${stay}/support`, { emotional: 'taken-up', emotionalWay: 'one', wellness: 'skipped' });
    expect(await told()).toContain('What was thereListenedTook it up · one to one');
    await undoNewest();
    expect(await told()).not.toContain('What was there');
  });

  it('tells where they were connected to, and names nobody else on it (R27)', async () => {
    await theo.fill(`${stay}/connections`, { ownWords: 'The choir of Kim', way: 'rang' });
    const record = await told();
    expect(record).toContain('ConnectionsThe choir of [someone else]Rang');
    expect(record).not.toContain('Kim');
    const $ = await theo.visit(`${stay}/connections`);
    await theo.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect(await told()).not.toContain('Connections');
    const own = { language: 'en', 'words-helped': 'Soup with Kim' };
    await theo.fill(`${stay}/answers?moment=leaving`, own, `${stay}/answers`);
    expect(await told()).toContain('What helped?Soup with [someone else]');
  });
});
