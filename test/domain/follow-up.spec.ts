import fc from 'fast-check';
import { dueOn, FollowUp, planPoints } from '../../src/domain/follow-up.js';
import { anyDay } from '../support/arbitraries.js';
import { aConsent, on } from '../support/builders.js';

const point = (code: string) => planPoints.find((each) => each.code === code)!;
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

describe('a follow-up of a plan (R32, R33)', () => {
  const plan = (channel: 'call' | 'they-call') =>
    new FollowUp({
      id: 'one',
      consent: aConsent({ channel }),
      point: point('3d'),
      departureDay: on('2026-11-20'),
    });

  it('is open and waits for nobody', () => {
    expect([plan('call').isOpen, plan('call').waitsSince]).toEqual([true, null]);
    expect(plan('call').dueOn.toString()).toBe('2026-11-23');
  });

  it('waits from the first when the guest said “I will call you”', () =>
    expect(plan('they-call').waitsSince?.toString()).toBe(aConsent().givenAt.toString()));
});
