import type { ReportTerms } from './column.js';
import type { CountLink } from './count-links.js';
import { DIED } from './departure-lists.js';
import { countTable, type CountTable } from './figure.js';
import { dueOn, type PlanPoint } from './follow-up.js';
import { isBefore } from './days.js';
import type { CountsToShare } from './given-out.js';
import { nightsOf, type StayThatLeft } from './measures.js';
import type { OutcomesReport } from './outcomes-report.js';
import { stateWordsOf } from './question-answer.js';
import { isAgreed, type StayToExport } from './stay-to-export.js';

type Left = StayThatLeft<StayToExport>;

/**
 * The counts of a report that can be told to anyone at all (R39): tables of stays that left and of connections, each with every
 * row there is and the least telling one last. No figure, no share, nobody who is here.
 */
export const countsToShare = (
  { tables }: Pick<OutcomesReport, 'tables'>,
  left: readonly Left[],
  terms: ReportTerms,
): CountsToShare => {
  const reached = terms.points.map((point) => reachedTable(point, left, terms));
  return {
    tables: [nightsTable(left), stayedBeforeTable(left), ...tables, ...reached],
    links: [DIED_TWICE, ...notAskedLinks(tables)],
  };
};

/** Whoever died is an ending and a destination at once (R50). */
const DIED_TWICE: CountLink = {
  same: [
    { table: 'endings', row: DIED },
    { table: 'destinations', row: DIED },
  ],
};

const NOT_ASKED = ['not-asked', stateWordsOf.get('not-asked')!];

/**
 * Whoever was asked one question of a moment was asked the others: where as many were not asked in several of its tables, a
 * reader takes them for the same, and is right.
 */
function notAskedLinks(tables: readonly CountTable[]): CountLink[] {
  const notAsked = tables.flatMap(({ code, of, series, rows }) =>
    rows
      .filter((row) => NOT_ASKED.includes(row.code) && row.count > 0)
      .map((row) => ({ asked: `${of} ${series ?? ''} ${row.count}`, name: { table: code, row: row.code } })),
  );
  return [...new Set(notAsked.map(({ asked }) => asked))]
    .map((each) => ({ same: notAsked.filter(({ asked }) => asked === each).map(({ name }) => name) }))
    .filter(({ same }) => same.length > 1);
}

const OF_LEFT = { of: 'left' };

const BANDS: readonly { code: string; label: string; most: number }[] = [
  { code: '0', label: '0 nights', most: 0 },
  { code: '1_to_3', label: '1 to 3 nights', most: 3 },
  { code: '4_to_7', label: '4 to 7 nights', most: 7 },
  { code: '8_to_14', label: '8 to 14 nights', most: 14 },
  { code: '15_or_more', label: '15 nights or more', most: Infinity },
];

const nightsTable = (left: readonly Left[]): CountTable =>
  countTable(
    { ...OF_LEFT, code: 'nights', title: 'Nights of a stay', column: 'Nights' },
    BANDS,
    left,
    (stay) => {
      return BANDS.find(({ most }) => nightsOf(stay) <= most)!.code;
    },
  );

const stayedBeforeTable = (left: readonly Left[]): CountTable =>
  countTable(
    { ...OF_LEFT, code: 'stayed_before', title: 'Stayed here before', column: 'Stayed before' },
    BEFORE,
    left,
    ({ staysBefore, stayedBefore }) => (staysBefore > 0 ? 'yes' : stayedBefore),
  );

const BEFORE = [
  { code: 'no', label: 'No' },
  { code: 'yes', label: 'Yes' },
  { code: 'not-said', label: 'Chose not to say' },
  { code: 'not-asked', label: 'Not asked' },
];

const REACHED = [
  { code: 'reached', label: 'Reached' },
  { code: 'not-reached', label: 'Agreed, not reached' },
  { code: 'not-due', label: 'Agreed, not due yet' },
  // "No" and "not asked" are one row: apart they would be the same in the tables of all points
  { code: 'none', label: 'No yes to it' },
];

const reachedTable = (point: PlanPoint, left: readonly Left[], { today }: ReportTerms): CountTable => {
  const title = `Reached ${point.label}`;
  const words = { ...OF_LEFT, code: `reached_${point.code}`, title, column: 'What became of it' };
  return countTable(words, REACHED, left, (stay) => {
    const agreed = stay.followUps.filter((each) => each.point === point.code && isAgreed(each, today));
    if (agreed.length === 0) return 'none';
    if (agreed.some(({ closedAs }) => closedAs === 'reached')) return 'reached';
    return isBefore(dueOn(point, stay.departureDay), today) ? 'not-reached' : 'not-due';
  });
};
