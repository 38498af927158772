import { isBefore } from './days.js';
import type { Figure, FigureGroup } from './figure.js';
import { dueOn, pointOf } from './follow-up.js';
import { type HospitalWindow, windowWords } from './hospital-window.js';
import type { StayThatLeft } from './measures.js';
import { answerAt } from './answer-figures.js';
import type { QuestionVersions } from './question-versions.js';
import { meanOf } from './spread.js';
import type { StayToExport, ToldAnswer } from './stay-to-export.js';

type Left = StayThatLeft<StayToExport>;

/** What is counted before a stay and after it, over one window. */
export const hospitalCounts = [
  { code: 'hospital_nights', label: 'nights in a hospital', unit: 'Nights' },
  { code: 'emergency_visits', label: 'visits to an emergency room', unit: 'Visits' },
] as const;
export type HospitalCount = (typeof hospitalCounts)[number]['code'];

/** Both sides of one stay, over one window; null where there is no number (R37). */
export interface BeforeAndAfter {
  before: ToldAnswer | null;
  after: ToldAnswer | null;
}

/** The windows in which one of these was answered at all, from the shortest. */
export function windowsTold(
  left: readonly Left[],
  count: HospitalCount,
  questions: QuestionVersions,
): HospitalWindow[] {
  const told = left.flatMap(({ answers }) =>
    answers.filter(({ code }) => code.startsWith(count)).map((answer) => questions.of(answer).window!),
  );
  return [...new Set(told)].sort((one, other) => lengthOf(one) - lengthOf(other));
}

const lengthOf = (window: HospitalWindow): number => (window === '11m' ? 335 : Number.parseInt(window));

/**
 * What a guest said of one window: the before at leaving, the after at the first follow-up once the window was over. What was
 * told earlier covers less time than the before did, and is no after.
 */
export function beforeAndAfter(
  stay: Left,
  count: HospitalCount,
  window: HospitalWindow,
  questions: QuestionVersions,
): BeforeAndAfter {
  const isOver = (answer: ToldAnswer | null) => answer !== null && questions.of(answer).window === window;
  const before = answerAt(stay, `${count}_before`, 'leaving');
  const overOn = dueOn(pointOf(window)!, stay.departureDay);
  const after = stay.answers
    .filter((each) => each.code === `${count}_after` && isOver(each) && !isBefore(each.onDay, overOn))
    .sort((one, other) => (one.onDay.toString() < other.onDay.toString() ? -1 : 1))[0];
  return { before: isOver(before) ? before : null, after: after ?? null };
}

/** Only guests who gave both numbers, over one window and the same one (measures.md). */
export function hospitalFigures(left: readonly Left[], questions: QuestionVersions): FigureGroup[] {
  return hospitalCounts.flatMap((count) =>
    windowsTold(left, count.code, questions).map((window) => windowGroup(left, count, window, questions)),
  );
}

function windowGroup(
  left: readonly Left[],
  count: (typeof hospitalCounts)[number],
  window: HospitalWindow,
  questions: QuestionVersions,
): FigureGroup {
  const pairs = pairsIn(left, count.code, window, questions);
  const missing = left.length - pairs.length;
  return {
    code: `${count.code}_${window}`,
    title: `Before and after: ${count.label}, ${windowWords(window, 'en')}`,
    note: noteOf(questions, count.code, window),
    figures: [averageOf, anyOf].flatMap((figure) =>
      (['before', 'after'] as const).map((side) => ({
        ...figure(pairs, side, `${windowWords(window, 'en')} ${SIDES[side]}`, count.unit),
        code: `${count.code}_${side}_${window}_${figure === anyOf ? 'any' : 'mean'}`,
        ...{ of: 'pairs', n: pairs.length, missing, stays: pairs.map(({ id }) => id) },
      })),
    ),
  };
}

const SIDES = { before: 'before they came', after: 'after they left' };

interface CountPair {
  id: string;
  before: number;
  after: number;
}

function pairsIn(
  left: readonly Left[],
  count: HospitalCount,
  window: HospitalWindow,
  questions: QuestionVersions,
): CountPair[] {
  return left.flatMap((stay) => {
    const { before, after } = beforeAndAfter(stay, count, window, questions);
    const [one, other] = [before?.count ?? null, after?.count ?? null];
    return one === null || other === null ? [] : [{ id: stay.id, before: one, after: other }];
  });
}

type Words = Pick<Figure, 'label' | 'unit' | 'value' | 'meaning'>;
type OfPairs = (pairs: readonly CountPair[], side: 'before' | 'after', span: string, unit: string) => Words;

const averageOf: OfPairs = (pairs, side, span, unit) => ({
  label: `${unit} in the ${span}, average`,
  unit: 'one-digit',
  value: meanOf(pairs.map((pair) => pair[side])),
  meaning: MEAN,
});

const anyOf: OfPairs = (pairs, side, span) => ({
  label: `Any in the ${span}`,
  unit: 'share',
  value: pairs.filter((pair) => pair[side] > 0).length,
  meaning: 'Of the same guests, those who told of one or more.',
});

const MEAN =
  'As guests told it, about, for how they were feeling. Only those who gave both numbers, the second once the whole time had passed.';

function noteOf(questions: QuestionVersions, code: string, window: HospitalWindow): string {
  const why = questions.newest.find(
    (each) => each.code === `${code}_before` && each.window === window,
  )?.windowWhy;
  return `${NOT_PROOF}${why ? ` Why this time: ${why}` : ''}`;
}

const NOT_PROOF =
  'Told by guests themselves: not proof of cause. The published study of a peer respite used claims data (Bouchery et al. 2018).';
