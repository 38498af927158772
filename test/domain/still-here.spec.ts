import { isAskedFor, type SeenFacts } from '../../src/domain/still-here.js';
import { aStay, on } from '../support/builders.js';

/** Ash was to leave on Tue 10 March. */
const asked = (today: string, facts: Partial<SeenFacts> = {}) =>
  isAskedFor({ stay: aStay(), absence: null, seenOn: null, ...facts }, on(today));

// R8
describe('“Still here?”', () => {
  it.each([
    ['before the planned day', '2026-03-09', false],
    ['on the planned day', '2026-03-10', false],
    ['from the night after it', '2026-03-11', true],
    ['however long they stay on', '2026-04-11', true],
  ])('%s', (_, today, is) => {
    expect(asked(today)).toBe(is);
  });

  it('is answered for one night', () => {
    expect(asked('2026-03-11', { seenOn: on('2026-03-11') })).toBe(false);
    expect(asked('2026-03-12', { seenOn: on('2026-03-11') })).toBe(true);
  });

  it.each(['away', 'not-seen'] as const)('is not asked for a guest who is %s', (kind) => {
    expect(asked('2026-03-11', { absence: { kind } })).toBe(false);
  });

  it('is not asked of an empty bed', () => {
    expect(asked('2026-03-11', { stay: null })).toBe(false);
  });
});
