import fc from 'fast-check';
import {
  checkApart,
  checkLink,
  linkGrounds,
  type StayBetween,
  StaysOverlap,
  takenApart,
} from '../../src/domain/linked-guests.js';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import { on } from '../support/builders.js';

/** Came on the first day of March and left on the second; null while here. */
const stay = (from: number, to: number | null): StayBetween => ({
  guestName: 'Ash',
  bedName: 'Maple',
  arrivalDay: on('2026-03-01').add({ days: from - 1 }),
  departureDay: to === null ? null : on('2026-03-01').add({ days: to - 1 }),
});

const anyStay = fc
  .tuple(fc.integer({ min: 1, max: 25 }), fc.option(fc.integer({ min: 0, max: 5 })))
  .map(([from, nights]) => ({ from, to: nights === null ? null : from + nights }));

/** Every day of a month and a half on which a guest is here at its end: a stay that goes on has all of them. */
const nightsOf = ({ from, to }: { from: number; to: number | null }) =>
  Array.from({ length: 45 }, (_, place) => place + 1).filter((day) => day >= from && day < (to ?? 99));

// R46
describe('two records of one person', () => {
  it.each([
    ['one after the other', stay(1, 3), stay(5, 7)],
    ['one leaves on the day the other comes', stay(1, 3), stay(3, 5)],
    ['one within a day, before the other', stay(3, 3), stay(3, 5)],
    ['both within one day', stay(3, 3), stay(3, 3)],
    ['one left before the other, who is here', stay(1, 3), stay(3, null)],
  ])('can be: %s', (_, one, other) => {
    expect(() => checkApart([one], [other])).not.toThrow();
    expect(() => checkApart([other], [one])).not.toThrow();
  });

  it.each([
    ['the same nights', stay(1, 3), stay(1, 3)],
    ['one night shared', stay(1, 4), stay(3, 6)],
    ['one within the other', stay(1, 9), stay(3, 4)],
    ['one within a day of the other', stay(1, 9), stay(3, 3)],
    ['both here', stay(1, null), stay(5, null)],
    ['one here since before the other left', stay(2, null), stay(1, 3)],
  ])('cannot be: %s', (_, one, other) => {
    for (const [ours, theirs] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(() => checkApart([stay(20, 21), ours], [theirs])).toThrow(StaysOverlap);
    }
  });

  it('are refused, for any stays with a night, exactly when they share one', () =>
    fc.assert(
      fc.property(
        anyStay.filter(({ from, to }) => from !== to),
        anyStay.filter(({ from, to }) => from !== to),
        (one, other) => {
          const shared = nightsOf(one).filter((night) => nightsOf(other).includes(night));
          const check = () => checkApart([stay(one.from, one.to)], [stay(other.from, other.to)]);
          if (shared.length > 0) expect(check).toThrow(StaysOverlap);
          else expect(check).not.toThrow();
        },
      ),
    ));

  it('are named in the refusal', () => {
    const [one, other] = [stay(1, 4), stay(3, 6)];
    try {
      checkApart([one], [stay(9, 10), other]);
      throw new Error('it was let through');
    } catch (error) {
      expect([(error as StaysOverlap).one, (error as StaysOverlap).other]).toEqual([one, other]);
    }
  });
});

// R46
describe('what links two records', () => {
  const field = (said: Parameters<typeof checkLink>[0], role: Parameters<typeof checkLink>[1]) => {
    try {
      checkLink(said, role);
      return null;
    } catch (error) {
      return error instanceof RuleViolation ? error.field : error;
    }
  };

  it('is the guest’s yes, for anyone on shift', () => {
    for (const role of ['staff', 'coordinator', 'manager'] as const)
      expect(field({ ground: 'guest-said', reason: null }, role)).toBeNull();
  });

  it('is a slip for a coordinator, who says which', () => {
    expect(field({ ground: 'slip', reason: 's for z' }, 'coordinator')).toBeNull();
    expect(field({ ground: 'slip', reason: 's for z' }, 'manager')).toBeNull();
    expect(field({ ground: 'slip', reason: null }, 'coordinator')).toBe('reason');
    expect(field({ ground: 'slip', reason: 's for z' }, 'staff')).toBe('ground');
  });

  it('is nothing else', () => {
    expect(linkGrounds.map(({ code }) => code)).toEqual(['guest-said', 'slip']);
    expect(field({ ground: 'looks alike', reason: 'so' }, 'manager')).toBe('ground');
  });
});

describe('taking apart', () => {
  it('leaves the others together, whoever goes', () => {
    for (const id of ['a', 'b', 'c']) {
      const [rest, alone] = takenApart(['a', 'b', 'c'], id);
      expect(alone).toEqual([id]);
      expect([...rest!, id].sort()).toEqual(['a', 'b', 'c']);
    }
  });
});
