import fc from 'fast-check';
import { furthestAsked, isTimeToGetReady } from '../../src/domain/ready-to-leave.js';
import { isTimeToAsk, keptUntil } from '../../src/domain/things-left.js';
import { aStay, on } from '../support/builders.js';

/** Came Thu 5 March in the afternoon; leaves on the day given. */
const asked = (today: string, plannedDay = '2026-03-10') =>
  isTimeToGetReady(
    Object.assign(aStay(), { arrivalDay: on('2026-03-05'), plannedDay: on(plannedDay) }),
    on(today),
  );

// R23
describe('getting ready to leave', () => {
  it.each([
    ['not three nights before', '2026-03-07', false],
    ['two nights before', '2026-03-08', true],
    ['on the day itself', '2026-03-10', true],
    ['while they stay on', '2026-03-14', true],
  ])('is asked: %s', (_, today, is) => expect(asked(today)).toBe(is));

  it.each([
    ['2026-03-06', '2026-03-05', false],
    ['2026-03-06', '2026-03-06', false],
    ['2026-03-07', '2026-03-06', false],
    ['2026-03-07', '2026-03-07', true],
  ])('never before the third day: to leave %s, on %s', (planned, today, is) =>
    expect(asked(today, planned)).toBe(is),
  );

  it('is not asked of somebody who left', () => {
    const left = Object.assign(aStay(), { leftAt: aStay().arrivedAt });
    expect(isTimeToGetReady(left, on('2026-03-30'))).toBe(false);
  });

  it('is asked on every day from the first on, for any stay', () => {
    const days = fc.record({ nights: fc.integer({ min: 1, max: 40 }), day: fc.integer({ min: 0, max: 60 }) });
    fc.assert(
      fc.property(days, ({ nights, day }) => {
        const plannedDay = on('2026-03-05').add({ days: nights }).toString();
        const today = on('2026-03-05').add({ days: day });
        const is = asked(today.toString(), plannedDay);
        expect(is).toBe(day >= Math.max(2, nights - 2));
        // Whom the file is asked for is nobody too few
        if (is) expect(furthestAsked(today).toString() >= plannedDay).toBe(true);
      }),
    );
  });
});

describe('things that were left', () => {
  const kept = (until: string | null) =>
    keptUntil({ until: until === null ? null : on(until), departureDay: on('2026-03-10') }).toString();

  it('are kept until the day that was said, else for a month', () => {
    expect([kept('2026-03-14'), kept(null)]).toEqual(['2026-03-14', '2026-04-09']);
  });

  it.each([
    ['2026-03-11', false],
    ['2026-03-12', true],
    ['2026-03-14', true],
    ['2026-04-14', true],
    ['2026-04-15', false],
  ])('kept until 14 March, the shift of %s is told: %s', (today, is) =>
    expect(isTimeToAsk(on('2026-03-14'), on(today))).toBe(is),
  );
});
