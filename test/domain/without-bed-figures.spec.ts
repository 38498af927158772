import fc from 'fast-check';
import { HouseLists } from '../../src/domain/house-lists.js';
import {
  type CallOnFile,
  type HelpOnFile,
  type WithoutBedFigures,
  withoutBedIn,
} from '../../src/domain/without-bed-figures.js';
import type { Period } from '../../src/domain/period.js';
import { on } from '../support/builders.js';

const february = { start: on('2026-02-01'), end: on('2026-03-01') };
const figures = (period: Period, help: readonly HelpOnFile[], calls: readonly CallOnFile[] = []) =>
  withoutBedIn(period, help, calls, HouseLists.shipped);

const help = (facts: Partial<HelpOnFile> = {}): HelpOnFile => ({
  kind: 'visit',
  code: null,
  houseDay: on('2026-02-10'),
  count: 1,
  minutes: null,
  isOvernight: false,
  isUndone: false,
  ...facts,
});

describe('what the house did without a bed', () => {
  it('counts visits and their people, the nights among them, and minutes where they were said (R37)', () => {
    const { visits } = figures(february, [
      help({ minutes: 20 }),
      help({ count: 3, isOvernight: true }),
      help({ count: 2, isUndone: true }),
      help({ houseDay: on('2026-03-01') }),
      help({ houseDay: on('2026-01-31') }),
      help({ houseDay: on('2026-02-28'), minutes: 5 }),
    ]);
    expect(visits).toEqual({
      times: 3,
      people: 5,
      overnight: 1,
      overnightPeople: 3,
      minutes: 25,
      withMinutes: 2,
    });
  });

  it('counts groups with heads and things by kind, in the order of the house, codes it lost last', () => {
    const { groups, things } = figures(february, [
      help({ kind: 'group', code: 'walk', count: 4 }),
      help({ kind: 'group', code: 'walk', count: 0 }),
      help({ kind: 'group', code: 'support', count: 6, minutes: 60 }),
      help({ kind: 'thing', code: 'gone', count: 1 }),
      help({ kind: 'thing', code: 'fare', count: 2 }),
    ]);
    expect(groups).toEqual({
      times: 3,
      heads: 10,
      minutes: 60,
      withMinutes: 1,
      byKind: [
        { code: 'support', times: 1, amount: 6 },
        { code: 'walk', times: 2, amount: 4 },
      ],
    });
    expect(things).toEqual({
      times: 2,
      amount: 3,
      byKind: [
        { code: 'fare', times: 1, amount: 2 },
        { code: 'gone', times: 1, amount: 1 },
      ],
    });
  });

  it('counts calls and their minutes by line', () => {
    const call = (line: string, minutes: number | null, isUndone = false) => ({
      line,
      minutes,
      isUndone,
      houseDay: on('2026-02-10'),
    });
    const { calls } = figures(
      february,
      [],
      [call('phone', 10), call('phone', null), call('door', 5), call('phone', 99, true)],
    );
    expect(calls).toEqual({
      times: 3,
      minutes: 15,
      withMinutes: 2,
      byLine: [
        { code: 'phone', times: 2, minutes: 10, withMinutes: 1 },
        { code: 'door', times: 1, minutes: 5, withMinutes: 1 },
      ],
    });
  });
});

const day = fc.integer({ min: -5, max: 40 }).map((days) => on('2026-02-01').add({ days }));
const minutes = fc.option(fc.integer({ min: 1, max: 999 }));
const anyHelp = fc.record({
  kind: fc.constantFrom('visit', 'group', 'thing'),
  code: fc.constantFrom('food', 'walk', 'other', 'gone'),
  houseDay: day,
  count: fc.nat(9),
  minutes,
  isOvernight: fc.boolean(),
  isUndone: fc.boolean(),
});
const anyCall = fc.record({
  line: fc.constantFrom('phone', 'door', 'message'),
  houseDay: day,
  minutes,
  isUndone: fc.boolean(),
});

/** Every number of the figures, by where it stands. */
function numbers({ visits, groups, things, calls }: WithoutBedFigures): Map<string, number> {
  const all = new Map<string, number>();
  const add = (name: string, facts: object) => {
    for (const [key, value] of Object.entries(facts))
      if (typeof value === 'number' && value !== 0) all.set(`${name} ${key}`, value);
  };
  Object.entries({ visits, groups, things, calls }).forEach(([name, facts]) => add(name, facts));
  for (const each of groups.byKind) add(`group ${each.code}`, each);
  for (const each of things.byKind) add(`thing ${each.code}`, each);
  for (const each of calls.byLine) add(`line ${each.code}`, each);
  return all;
}

function sum(parts: readonly Map<string, number>[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const [key, value] of parts.flatMap((part) => [...part])) all.set(key, (all.get(key) ?? 0) + value);
  return all;
}

const sorted = (all: Map<string, number>) => [...all].sort();

describe('for any history', () => {
  it('the sums over any split of a period equal the whole', () =>
    fc.assert(
      fc.property(
        fc.array(anyHelp),
        fc.array(anyCall),
        fc.array(fc.nat(28), { maxLength: 4 }),
        (all, calls, cuts) => {
          const edges = [0, ...cuts.sort((one, other) => one - other), 28].map((days) =>
            february.start.add({ days }),
          );
          const parts = edges
            .slice(1)
            .map((end, place) => numbers(figures({ start: edges[place]!, end }, all, calls)));
          expect(sorted(sum(parts))).toEqual(sorted(numbers(figures(february, all, calls))));
        },
      ),
    ));

  it('the parts by kind and by line add up to what stands above them', () =>
    fc.assert(
      fc.property(fc.array(anyHelp), fc.array(anyCall), (all, calls) => {
        const made = figures(february, all, calls);
        const total = (rows: readonly { times: number }[]) =>
          rows.reduce((whole, { times }) => whole + times, 0);
        expect(total(made.groups.byKind)).toBe(made.groups.times);
        expect(total(made.things.byKind)).toBe(made.things.times);
        expect(total(made.calls.byLine)).toBe(made.calls.times);
        expect(made.visits.overnight).toBeLessThanOrEqual(made.visits.times);
      }),
    ));
});
