import { Act, type ActKind } from '../../src/domain/act.js';
import { isAskedFor, seenAfter, type SeenFacts } from '../../src/domain/still-here.js';
import { aStay, at, on } from '../support/builders.js';

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

// R8
describe('a leaving before somebody saw them', () => {
  const line = (kind: ActKind, time: string, more: Partial<Act> = {}): Act =>
    Object.assign(new Act(), { kind, at: at(time), details: {}, ...more });
  const asked = (acts: readonly Act[], leftAt = '2026-03-09T12:00:00Z') => seenAfter(at(leftAt), acts);

  it.each([
    ['a look', line('stay.seen', '2026-03-09T12:01:00Z'), '2026-03-09T12:01:00Z'],
    [
      'that they were back, by the time that was said',
      line('stay.back', '2026-03-09T18:00:00Z', { details: { at: '2026-03-09T13:00:00Z' } }),
      '2026-03-09T13:00:00Z',
    ],
    [
      'that they went for the night',
      line('stay.away', '2026-03-09T11:00:00Z', { details: { at: '2026-03-09T14:00:00Z' } }),
      '2026-03-09T14:00:00Z',
    ],
  ])('is asked about for %s', (_, act, time) => {
    expect([asked([act])?.act, String(asked([act])?.at)]).toEqual([act, time]);
  });

  it.each([
    ['a look at the same minute', line('stay.seen', '2026-03-09T12:00:00Z')],
    ['an earlier look', line('stay.seen', '2026-03-09T11:59:00Z')],
    ['a look that was undone', line('stay.seen', '2026-03-09T13:00:00Z', { undoneByAct: 'x' })],
    [
      'that nobody saw them',
      line('stay.notSeen', '2026-03-09T13:00:00Z', { details: { at: '2026-03-09T13:00:00Z' } }),
    ],
    ['a name that was given', line('guest.named', '2026-03-09T13:00:00Z')],
  ])('is not asked about for %s', (_, act) => {
    expect(asked([act])).toBeNull();
  });

  it('names the last of them, in whatever order they were written', () => {
    const [one, other] = [
      line('stay.seen', '2026-03-09T15:00:00Z'),
      line('stay.seen', '2026-03-09T13:00:00Z'),
    ];
    expect(asked([one, other])?.act).toBe(one);
    expect(asked([other, one])?.act).toBe(one);
  });
});
