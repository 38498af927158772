import fc from 'fast-check';
import { HouseLists } from '../../src/domain/house-lists.js';
import { leftIn, type Outcomes, outcomesOf, type StayOnFile } from '../../src/domain/measures.js';
import type { Period } from '../../src/domain/period.js';
import { on } from '../support/builders.js';

const outcomesIn = (...asked: [readonly StayOnFile[], Period]) => outcomesOf(...asked, HouseLists.shipped);

const february = { start: on('2026-02-01'), end: on('2026-02-15') };

const stay = (arrival: string, departure: string | null, facts: Partial<StayOnFile> = {}): StayOnFile => ({
  id: `${arrival} to ${departure}`,
  arrivalDay: on(arrival),
  departureDay: departure === null ? null : on(departure),
  ending: 'planned',
  destination: 'own_place',
  isUndone: false,
  absences: [],
  ...facts,
});

/** By house day, as measures.md tells it: E3 arrived at 1:30 in the night, which is still 1 February. */
const workedExample = [
  stay('2026-01-30', '2026-02-03'),
  stay('2026-02-03', '2026-02-08'),
  stay('2026-02-01', '2026-02-04'),
  stay('2026-02-07', '2026-02-13'),
  stay('2026-02-10', '2026-02-10'),
  stay('2026-02-12', null),
];

describe('the worked example of the definitions', () => {
  const { left, arrived, nights } = outcomesIn(workedExample, february);

  it('counts those that left and those that arrived by house day', () => {
    expect([left, arrived]).toEqual([5, 5]);
  });

  it('gives average, median and the average without the stay of 0 nights', () => {
    expect(nights.mean).toBeCloseTo(3.6, 10);
    expect([nights.median, nights.middle]).toEqual([4, [4]]);
    expect([nights.zeroNightStays, nights.meanWithoutZero]).toEqual([1, 4.5]);
  });

  it('says how many stays had each number of nights', () => {
    expect(nights.spread.map((each) => `${each.nights}: ${each.stays}`)).toEqual([
      '0: 1',
      '3: 1',
      '4: 1',
      '5: 1',
      '6: 1',
    ]);
  });
});

describe('the figures of a period (R36)', () => {
  it('are none where there is no stay: not zero, and not a number that is not one (R37)', () => {
    const { left, arrived, nights, endings, destinations } = outcomesIn([], february);
    expect([left, arrived, nights.zeroNightStays]).toEqual([0, 0, 0]);
    expect([nights.mean, nights.median, nights.meanWithoutZero]).toEqual([null, null, null]);
    expect([nights.middle, nights.spread, endings, destinations]).toEqual([[], [], [], []]);
  });

  it('have no average without 0 nights when every stay was of 0 nights', () => {
    const { nights } = outcomesIn([stay('2026-02-10', '2026-02-10')], february);
    expect([nights.mean, nights.median, nights.meanWithoutZero]).toEqual([0, 0, null]);
  });

  it('count a stay that left on the last day, and none that left on the day after or is here', () => {
    const stays = [
      stay('2026-02-10', '2026-02-14'),
      stay('2026-02-10', '2026-02-15'),
      stay('2026-02-10', null),
    ];
    expect(outcomesIn(stays, february).left).toBe(1);
  });

  it('count nothing that was undone: neither its arrival nor its leaving (R24)', () => {
    const { left, arrived } = outcomesIn([stay('2026-02-10', '2026-02-12', { isUndone: true })], february);
    expect([left, arrived]).toEqual([0, 0]);
  });

  it('lie halfway between the middle two of an even number', () => {
    const { nights } = outcomesIn(
      [stay('2026-02-01', '2026-02-04'), stay('2026-02-01', '2026-02-05')],
      february,
    );
    expect([nights.median, nights.middle]).toEqual([3.5, [3, 4]]);
  });

  it('keep every answer, in the order of the house, and the three kinds of no answer apart (R37)', () => {
    const answers = ['not_asked', 'gone_from_list', 'family', 'not_known', 'own_place', 'not_said', 'family'];
    const stays = answers.map((destination) =>
      stay('2026-02-01', '2026-02-04', { destination, ending: 'no_return' }),
    );
    const { endings, destinations } = outcomesIn(stays, february);
    expect(endings).toEqual([{ code: 'no_return', stays: 7 }]);
    expect(destinations.map(({ code, stays: count }) => `${code} ${count}`)).toEqual([
      'own_place 1',
      'family 2',
      'not_said 1',
      'not_known 1',
      'not_asked 1',
      'gone_from_list 1',
    ]);
  });
});

const anyStay = fc
  .record({
    arrivesAfter: fc.integer({ min: -20, max: 60 }),
    awayFor: fc.nat(4),
    nights: fc.option(fc.integer({ min: 0, max: 30 })),
    ending: fc.constantFrom('planned', 'limit', 'police', 'of another list'),
    destination: fc.constantFrom('family', 'not_said', 'not_known', 'not_asked'),
    isUndone: fc.boolean(),
  })
  .map(({ arrivesAfter, nights, awayFor, ...rest }) => {
    const arrivalDay = on('2026-02-01').add({ days: arrivesAfter });
    const absences = [
      { kind: 'away' as const, sinceDay: arrivalDay, backDay: arrivalDay.add({ days: awayFor }) },
      { kind: 'not-seen' as const, sinceDay: arrivalDay.add({ days: awayFor + 1 }), backDay: null },
    ];
    return {
      ...rest,
      id: 'any',
      absences,
      arrivalDay,
      departureDay: nights === null ? null : arrivalDay.add({ days: nights }),
    };
  });

const total = (counts: readonly { stays: number }[]) => counts.reduce((sum, { stays }) => sum + stays, 0);
const nightsIn = ({ nights }: Outcomes) =>
  nights.spread.reduce((sum, each) => sum + each.nights * each.stays, 0);

describe('for any stays and any period', () => {
  const anything = fc.record({
    stays: fc.array(anyStay, { maxLength: 40 }),
    first: fc.integer({ min: 0, max: 30 }),
    cut: fc.integer({ min: 0, max: 30 }),
    last: fc.integer({ min: 0, max: 30 }),
  });
  const day = (days: number) => on('2026-02-01').add({ days });

  it('the parts of a period add up to the whole, in every count', () =>
    fc.assert(
      fc.property(anything, ({ stays, first, cut, last }) => {
        const [start, middle, end] = [day(first), day(first + cut), day(first + cut + last)];
        const [whole, one, two] = [
          { start, end },
          { start, end: middle },
          { start: middle, end },
        ].map((period) => outcomesIn(stays, period)) as [Outcomes, Outcomes, Outcomes];
        expect(one.left + two.left).toBe(whole.left);
        expect(one.arrived + two.arrived).toBe(whole.arrived);
        expect(nightsIn(one) + nightsIn(two)).toBe(nightsIn(whole));
        // R21: each night is slept in, away or not known, and one of them only
        const { slept, away, notKnown } = whole.split;
        expect(slept + away + notKnown).toBe(nightsIn(whole));
        for (const part of ['slept', 'away', 'notKnown'] as const)
          expect(one.split[part] + two.split[part]).toBe(whole.split[part]);
        for (const kind of ['endings', 'destinations'] as const) {
          for (const { code, stays: count } of whole[kind]) {
            const parts = [...one[kind], ...two[kind]].filter((each) => each.code === code);
            expect(total(parts)).toBe(count);
          }
        }
      }),
    ));

  it('every way to count the stays that left gives the same number, and the averages lie among them', () =>
    fc.assert(
      fc.property(anything, ({ stays, first, last }) => {
        const outcomes = outcomesIn(stays, { start: day(first), end: day(first + last) });
        const { left, nights, endings, destinations } = outcomes;
        expect([nights.spread, endings, destinations].map(total)).toEqual([left, left, left]);
        expect(nights.mean === null).toBe(left === 0);
        if (left === 0) return;
        const [least, most] = [nights.spread[0]!.nights, nights.spread.at(-1)!.nights];
        for (const average of [nights.mean!, nights.median!]) {
          expect(average).toBeGreaterThanOrEqual(least);
          expect(average).toBeLessThanOrEqual(most);
        }
        expect(nights.mean! * left).toBeCloseTo(nightsIn(outcomes), 6);
        expect(nights.meanWithoutZero ?? nights.mean).toBeGreaterThanOrEqual(nights.mean!);
      }),
    ));

  it('nothing depends on the order they come in, or on how many others come with them', () =>
    fc.assert(
      fc.property(anything, ({ stays, first, last }) => {
        const period = { start: day(first), end: day(first + last) };
        const outcomes = JSON.stringify(outcomesIn(stays, period));
        expect(JSON.stringify(outcomesIn([...stays].reverse(), period))).toBe(outcomes);
        expect(JSON.stringify(outcomesIn(leftIn(period, stays), period).nights)).toBe(
          JSON.stringify(outcomesIn(stays, period).nights),
        );
      }),
    ));
});
