import fc from 'fast-check';
import { type ClosedAs, dueOn, FollowUp, pointOf, whyNotAsked } from '../../src/domain/follow-up.js';
import { anyDay } from '../support/arbitraries.js';
import { aConsent, on } from '../support/builders.js';

const point = (code: string) => pointOf(code)!;
const due = (code: string, left: string) => dueOn(point(code), on(left)).toString();

describe('when a point of the plan is due (R33)', () => {
  it.each([
    ['3d', '2026-11-23', '2026-11-26'],
    ['30d', '2026-11-23', '2026-12-23'],
    ['180d', '2026-11-23', '2027-05-22'],
    ['11m', '2026-11-23', '2027-10-23'],
    // the same day of the month, or its last one
    ['11m', '2026-03-31', '2027-02-28'],
    ['11m', '2027-03-31', '2028-02-29'],
    ['11m', '2026-01-31', '2026-12-31'],
    ['3d', '2028-02-27', '2028-03-01'],
  ])('%s after %s is %s', (code, left, expected) => expect(due(code, left)).toBe(expected));

  it('is a plain count of days for any day', () =>
    fc.assert(
      fc.property(anyDay, fc.constantFrom('3d', '30d', '180d'), (left, code) => {
        const days = { '3d': 3, '30d': 30, '180d': 180 }[code];
        const plain = new Date(Date.UTC(left.year, left.month - 1, left.day + days))
          .toISOString()
          .slice(0, 10);
        expect(dueOn(point(code), left).toString()).toBe(plain);
      }),
    ));

  it('keeps the day of the month after 11 months, or takes its last one', () =>
    fc.assert(
      fc.property(anyDay, (left) => {
        const found = dueOn(point('11m'), left);
        const last = new Date(Date.UTC(left.year, left.month + 11, 0)).getUTCDate();
        expect(found.day).toBe(Math.min(left.day, last));
        expect((found.year - left.year) * 12 + found.month - left.month).toBe(11);
      }),
    ));
});

describe('every point from every day of three years, a leap year among them (R33)', () => {
  /** A calendar of its own: days of a month by the rule everyone learns at school. */
  const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const daysIn = (year: number, month: number) =>
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  const text = (year: number, month: number, day: number) =>
    `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const days = Array.from({ length: 5 }, (_, place) => 2027 + place).flatMap((year) =>
    Array.from({ length: 12 }, (_, place) => place + 1).flatMap((month) =>
      Array.from({ length: daysIn(year, month) }, (_, place) => ({ year, month, day: place + 1 })),
    ),
  );
  const lefts = days.filter(({ year }) => year <= 2029);

  it.each([
    ['3d', 3],
    ['30d', 30],
    ['180d', 180],
  ])('%s later is that many leaves of the calendar on', (code, count) => {
    const found = lefts.map(({ year, month, day }) => due(code, text(year, month, day)));
    const counted = lefts.map((_, place) => days[place + count]!);
    expect(found).toEqual(counted.map(({ year, month, day }) => text(year, month, day)));
    expect(found).toHaveLength(365 + 366 + 365);
  });

  it('11 months later is the same day of the month before next year’s, or the last one there is', () => {
    for (const { year, month, day } of lefts) {
      const [toYear, toMonth] = month === 1 ? [year, 12] : [year + 1, month - 1];
      const expected = text(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth)));
      expect(due('11m', text(year, month, day))).toBe(expected);
    }
  });
});

describe('a follow-up of a plan (R32, R33)', () => {
  const plan = (channel: 'call' | 'they-call') =>
    new FollowUp({
      id: 'one',
      consent: aConsent({ channel }),
      point: point('3d'),
      departureDay: on('2026-11-20'),
      mostTries: 3,
    });

  it('is open and waits for nobody', () => {
    expect([plan('call').isOpen, plan('call').waitsSince]).toEqual([true, null]);
    expect(plan('call').dueOn.toString()).toBe('2026-11-23');
  });

  it('waits from the first when the guest said “I will call you”', () =>
    expect(plan('they-call').waitsSince?.toString()).toBe(aConsent().givenAt.toString()));
});

describe('what is asked at a follow-up (R32, R35)', () => {
  const today = on('2026-11-25');

  it.each<ClosedAs | null>(['not-reached', 'not-this-one', 'stopped', 'died', 'undone', null])(
    'is nothing after %j, whatever yes holds',
    (closedAs) => expect(whyNotAsked({ closedAs }, aConsent(), today)).not.toBeNull(),
  );

  it('is asked of whoever was reached, until the last day of their yes', () => {
    const consent = aConsent({ expiresOn: today });
    expect(whyNotAsked({ closedAs: 'reached' }, consent, today)).toBeNull();
    expect(whyNotAsked({ closedAs: 'reached' }, consent, today.add({ days: 1 }))).not.toBeNull();
  });
});
