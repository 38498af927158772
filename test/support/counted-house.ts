import fc from 'fast-check';
import type { CountLink } from '../../src/domain/count-links.js';
import type { CountTable } from '../../src/domain/figure.js';

/** A stay as far as reports count it. */
interface CountedStay {
  ending: number;
  destination: number;
  /** Only asked where `ending` is 0: they were reached. */
  answer: number;
  /** Nobody can come back after it. */
  died: boolean;
  /** The last one means the same as the last ending. */
  asked: number;
}

const ROWS = { endings: 5, destinations: 4, answers: 3, asked: 4, back: 2, wishes: 6 };

/** Which rows each table has, in any period: a reader knows that. */
export const knownRows = new Map(
  Object.entries(ROWS).map(([code, length]) => [code, Array.from({ length }, (_, place) => `r${place}`)]),
);

/** What holds between these tables by what they mean. */
export const knownLinks: CountLink[] = [
  { same: [{ table: 'endings', row: 'r0' }, { of: 'reached' }] },
  {
    same: [
      { table: 'endings', row: 'r4' },
      { table: 'asked', row: 'r3' },
    ],
  },
  { whole: { of: 'left' }, parts: [{ of: 'could-come-back' }], isAll: false },
];

/** The tables of one report over these stays: three populations, one within another. */
export function tablesOf(stays: readonly CountedStay[]): CountTable[] {
  const reached = stays.filter(({ ending }) => ending === 0);
  const living = stays.filter(({ died }) => !died);
  return [
    count('endings', 'left', stays, ({ ending }) => ending),
    count('destinations', 'left', stays, ({ destination }) => destination),
    count('asked', 'left', stays, ({ asked }) => asked),
    count('wishes', 'left', stays, ({ destination, answer }) => (destination + answer) % ROWS.wishes),
    count('answers', 'reached', reached, ({ answer }) => answer),
    count('back', 'could-come-back', living, ({ answer }) => answer % 2),
  ];
}

function count(
  code: keyof typeof ROWS,
  of: string,
  stays: readonly CountedStay[],
  partOf: (stay: CountedStay) => number,
): CountTable {
  const rows = knownRows.get(code)!.map((row, place) => ({
    code: row,
    label: row,
    count: stays.filter((stay) => partOf(stay) === place).length,
  }));
  return { code, of, title: code, column: code, rows, total: stays.length };
}

/** Numbers that are hard to hide: 1 + 11, two that add up to 2 or to 20, nothing but ones, just above 10. */
const hardNumber = fc.oneof(
  { arbitrary: fc.constantFrom(0, 1, 1, 2, 10, 11, 12), weight: 4 },
  { arbitrary: fc.integer({ min: 0, max: 40 }), weight: 1 },
);

const hardCounts = (length: number) =>
  fc.oneof(
    fc.array(hardNumber, { minLength: length, maxLength: length }),
    fc.shuffledSubarray([1, 11, 0, 0, 0, 0], { minLength: length, maxLength: length }),
    fc.shuffledSubarray([1, 1, 30, 0, 0, 0], { minLength: length, maxLength: length }),
    fc.shuffledSubarray([10, 10, 15, 0, 0, 0], { minLength: length, maxLength: length }),
    fc.constant(Array.from({ length }, () => 1)),
    fc.constant(Array.from({ length }, () => 10)),
  );

/** Which row each of so many falls into, when the rows should have these counts and the last takes whoever is left. */
const spread = (counts: readonly number[], number: number, from: number): number => {
  let passed = 0;
  const row = counts.findIndex((each) => (passed += each) > (number + from) % 97);
  return row < 0 ? counts.length - 1 : row;
};

/** The stays that left in one period. */
export const aPeriod = fc
  .record({
    endings: hardCounts(ROWS.endings),
    destinations: hardCounts(ROWS.destinations),
    answers: hardCounts(ROWS.answers),
    asked: hardCounts(ROWS.asked - 1),
    from: fc.array(fc.integer({ min: 0, max: 96 }), { minLength: 3, maxLength: 3 }),
    deaths: fc.constantFrom(0, 0, 1, 2),
  })
  .map(({ endings, destinations, answers, asked, from, deaths }): CountedStay[] =>
    endings
      .flatMap((each, ending) => Array.from({ length: each }, () => ending))
      .map((ending, number) => ({
        ending,
        destination: spread(destinations, number, from[0]!),
        answer: spread(answers, number, from[1]!),
        died: number < deaths,
        asked: ending === ROWS.endings - 1 ? ROWS.asked - 1 : spread(asked, number, from[2]!),
      })),
  );

/** What a coordinator puts right: one stay is another, is added, or counts no more. */
export const aCorrection = fc.array(
  fc.record({
    which: fc.nat({ max: 200 }),
    what: fc.constantFrom('ending', 'destination', 'answer', 'died', 'added', 'undone'),
    value: fc.nat({ max: 5 }),
  }),
  { minLength: 1, maxLength: 3 },
);
export type Correction = typeof aCorrection extends fc.Arbitrary<infer T> ? T : never;

export const corrected = (stays: readonly CountedStay[], correction: Correction): CountedStay[] =>
  correction.reduce(
    (all: CountedStay[], { which, what, value }) => {
      const place = all.length === 0 ? 0 : which % all.length;
      const old = all[place] ?? { ending: 1, destination: 0, answer: 0, died: false, asked: 0 };
      if (what === 'undone') return all.filter((_, each) => each !== place);
      const stay = sound({ ...old, ...valueOf(what, value) });
      return what === 'added' ? [...all, stay] : all.map((each, at) => (at === place ? stay : each));
    },
    [...stays],
  );

const valueOf = (what: Correction[number]['what'], value: number): Partial<CountedStay> => ({
  ...(what === 'ending' && { ending: value % ROWS.endings }),
  ...(what === 'destination' && { destination: value % ROWS.destinations }),
  ...(what === 'answer' && { answer: value % ROWS.answers }),
  ...(what === 'died' && { died: value % 2 === 0 }),
});

/** The last ending and the last of `asked` are one and the same. */
const sound = (stay: CountedStay): CountedStay => {
  if (stay.ending === ROWS.endings - 1) return { ...stay, asked: ROWS.asked - 1 };
  return stay.asked === ROWS.asked - 1 ? { ...stay, asked: 0 } : stay;
};
