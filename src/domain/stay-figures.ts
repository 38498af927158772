import { countFigure, type CountTable, type Figure, type FigureGroup } from './figure.js';
import type { HouseLists, ListName } from './house-lists.js';
import { labelOf, type ListEntry } from './list-entry.js';
import type { Count, Outcomes } from './measures.js';

/** How many stays there were and how long they lasted. `left` and `arrived` are the ids of those stays. */
export function stayFigures(
  outcomes: Outcomes,
  left: readonly string[],
  arrived: readonly string[],
): FigureGroup {
  const { nights, split } = outcomes;
  const whole = (row: Omit<Row, 'unit'>) => overLeft(left, { ...row, unit: 'whole' });
  const average = (row: Omit<Row, 'unit'>) => overLeft(left, { ...row, unit: 'one-digit' });
  return {
    code: 'figures',
    title: 'Stays and their nights',
    note: null,
    figures: [
      whole({ ...LEFT, value: outcomes.left }),
      average({ ...MEAN, value: nights.mean }),
      { ...average({ ...WITHOUT_0, value: nights.meanWithoutZero }), n: left.length - nights.zeroNightStays },
      average({ ...MEDIAN, value: nights.median }),
      whole({ ...ZERO, value: nights.zeroNightStays }),
      whole({ ...SLEPT, value: split.slept }),
      whole({ ...AWAY, value: split.away }),
      whole({ ...NOT_KNOWN, value: split.notKnown }),
      countFigure({ ...ARRIVED, value: outcomes.arrived, of: 'stays', stays: arrived }),
    ],
  };
}

type Row = Pick<Figure, 'code' | 'label' | 'meaning' | 'unit' | 'value'>;

const overLeft = (left: readonly string[], row: Row): Figure => ({
  ...row,
  of: 'stays',
  n: left.length,
  missing: 0,
  stays: left,
});

/** Of the stays that left, those that came from a spreadsheet; no figure where there is none. */
export function importedFigures(left: readonly { id: string; isImported: boolean }[]): Figure[] {
  const imported = left.filter(({ isImported }) => isImported).map(({ id }) => id);
  if (imported.length === 0) return [];
  return [{ ...overLeft(imported, { ...IMPORTED, unit: 'share', value: imported.length }), n: left.length }];
}

const IMPORTED = {
  code: 'left_imported',
  label: 'Imported',
  meaning:
    'Of the stays that left, those that came from a spreadsheet. What was not asked then counts as not asked.',
};
const LEFT = {
  code: 'left',
  label: 'Stays that left',
  meaning: 'Their departure day, as a house day, lies in the period.',
};
const MEAN = {
  code: 'nights_mean',
  label: 'Average nights per stay',
  meaning: 'Departure day less arrival day, over the stays that left. Stays of 0 nights count.',
};
const WITHOUT_0 = {
  code: 'nights_mean_without_0',
  label: 'Average without 0 nights',
  meaning: 'The same, over the stays of at least 1 night.',
};
const MEDIAN = {
  code: 'nights_median',
  label: 'Median nights per stay',
  meaning:
    'The middle stay, from shortest to longest; halfway between the middle two of an even number. Stays of 0 nights count.',
};
const ZERO = {
  code: 'left_0_nights',
  label: 'Stays of 0 nights',
  meaning: 'Came and left within one house day. Each is still a stay.',
};
const SLEPT = {
  code: 'nights_slept',
  label: 'Nights slept here',
  meaning: 'Nights of the stays that left, less nights away and nights that are not known.',
};
const AWAY = {
  code: 'nights_away',
  label: 'Nights away, bed kept',
  meaning: 'From the house day they went to the house day before they were back, by the guest’s own word.',
};
const NOT_KNOWN = {
  code: 'nights_not_known',
  label: 'Nights not known',
  meaning: 'Nobody saw the guest. Neither slept here nor away.',
};
const ARRIVED = {
  code: 'arrived',
  label: 'Stays that arrived',
  meaning: 'Their arrival day, as a house day, lies in the period, whether or not they have left.',
};

/** How the stays that left ended, and where their guests went. */
export function endTables({ left, endings, destinations }: Outcomes, lists: HouseLists): CountTable[] {
  // A stay without an answer is counted under a word of the other list
  const words = [...lists.of('endings').words, ...lists.of('destinations').words];
  const table = (code: ListName, title: string, column: string, counts: readonly Count[]): CountTable => ({
    ...{ code, title, column, of: 'left', total: left },
    rows: everyCode(lists.of(code).words, counts).map((each) => ({
      ...{ code: each, label: labelOf(words, each) },
      count: counts.find((one) => one.code === each)?.stays ?? 0,
    })),
  });
  return [
    table('endings', 'How the stays ended', 'Ending', endings),
    table('destinations', 'Where the guests went', 'Destination', destinations),
  ];
}

/** Those of the list in its order, then those it no longer has: a table reads alike from one period to the next. */
const everyCode = (list: readonly ListEntry[], counts: readonly Count[]): string[] => [
  ...new Set([...list, ...counts].map(({ code }) => code)),
];
