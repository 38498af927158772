import type { CountRow, CountTable, Figure, FigureGroup } from './figure.js';
import { moments, type Moment, type Question } from './question.js';
import { changeOver, type Pair, scoreOf, stateOf, stateWordsOf } from './question-answer.js';
import type { QuestionVersions } from './question-versions.js';
import { labelOf } from './list-entry.js';
import type { StayToExport, ToldAnswer } from './stay-to-export.js';
import { tally } from './spread.js';

/** Of several answers at one moment, the last that was told: at follow-ups a question is asked again. */
export function answerAt(
  { answers }: Pick<StayToExport, 'answers'>,
  code: string,
  moment: Moment,
): ToldAnswer | null {
  const told = answers.filter((each) => each.code === code && each.moment === moment);
  return told.sort((one, other) => (one.onDay.toString() < other.onDay.toString() ? -1 : 1)).at(-1) ?? null;
}

const isChosen = ({ kind }: Question): boolean => kind === 'scale' || kind === 'yes-maybe-no';

/**
 * What guests answered, a table for each question and moment, over all stays that left. Every way of no answer has a row of
 * its own (R37); a question nobody was asked at all has no table.
 */
export function answerTables(left: readonly StayToExport[], questions: QuestionVersions): CountTable[] {
  return questions.newest.filter(isChosen).flatMap((question) =>
    moments
      .map(({ code }) => code as Moment)
      .filter((moment) => left.some((stay) => answerAt(stay, question.code, moment) !== null))
      .map((moment) => answerTable(left, question, moment, questions)),
  );
}

function answerTable(
  left: readonly StayToExport[],
  question: Question,
  moment: Moment,
  questions: QuestionVersions,
): CountTable {
  const words = left.map((stay) => wordsOf(answerAt(stay, question.code, moment), questions));
  const counts = tally(words);
  const known = [...question.en.options, ...stateWordsOf.values()];
  const older = [...counts.keys()].filter((each) => !known.includes(each)).sort();
  const rows: CountRow[] = [...question.en.options, ...older, ...stateWordsOf.values()].map((label) => ({
    ...{ code: label, label },
    count: counts.get(label) ?? 0,
  }));
  return {
    code: `${question.code}_${moment}`,
    of: 'left',
    title: question.en.text,
    column: 'Answer',
    series: labelOf(moments, moment),
    rows,
    total: left.length,
  };
}

/** The words that were chosen, in the version that was asked; which of the four no answers it is otherwise. */
function wordsOf(answer: ToldAnswer | null, questions: QuestionVersions): string {
  const state = stateOf(answer);
  if (state !== 'answered') return stateWordsOf.get(state)!;
  return questions.of(answer!).en.options[answer!.choice! - 1]!;
}

/** From one moment to a later one: only guests who answered both, in words that count alike (R37). */
export function changeFigures(
  left: readonly StayToExport[],
  questions: QuestionVersions,
  [first, last]: readonly [Moment, Moment],
): FigureGroup {
  const asked = questions.newest.filter(
    ({ code, scores }) => scores && questions.wasAskedAt(code, first) && questions.wasAskedAt(code, last),
  );
  return {
    code: `change_${first}_${last}`.replace('-', '_'),
    title: `Change in answers, ${spoken(first)} to ${spoken(last)}`,
    note: CHANGE,
    figures: asked.map((question) => changeFigure(left, question, questions, [first, last])),
  };
}

const CHANGE =
  'The later answer less the earlier one, over the stays that have both. A higher number is a better answer. It is not proof of what caused it.';

const spoken = (moment: Moment): string => labelOf(moments, moment).replace(/^At (a )?/, '');

function changeFigure(
  left: readonly StayToExport[],
  question: Question,
  questions: QuestionVersions,
  [first, last]: readonly [Moment, Moment],
): Figure {
  const both = left.map((stay) => ({ stay, pair: pairOf(stay, question.code, [first, last], questions) }));
  const { n, missing, mean } = changeOver(both.map(({ pair }) => pair));
  const scores = question.scores!;
  return {
    code: `${question.code}_${first}_to_${last}`.replace('-', '_'),
    label: question.en.text,
    unit: 'change',
    value: mean,
    n,
    of: 'pairs',
    missing,
    meaning: `The answers count ${Math.min(...scores)} to ${Math.max(...scores)}. Missing: one of the two has no answer.`,
    stays: both.filter(({ pair }) => pair.first !== null && pair.last !== null).map(({ stay }) => stay.id),
  };
}

/** Two versions that count their answers in another way are no pair. */
function pairOf(
  stay: StayToExport,
  code: string,
  [first, last]: readonly [Moment, Moment],
  questions: QuestionVersions,
): Pair {
  const [one, other] = [answerAt(stay, code, first), answerAt(stay, code, last)];
  if (!one || !other || !countAlike(questions.of(one), questions.of(other)))
    return { first: null, last: null };
  return { first: scoreOf(questions.of(one), one), last: scoreOf(questions.of(other), other) };
}

const countAlike = (one: Question, other: Question): boolean =>
  JSON.stringify(one.scores) === JSON.stringify(other.scores);

/** How many said yes, maybe and no at leaving, each over those who answered. */
export function wouldHaveGone(left: readonly StayToExport[], questions: QuestionVersions): FigureGroup {
  const code = 'would_have_gone_to_hospital';
  const told = left.map((stay) => ({ id: stay.id, answer: answerAt(stay, code, 'leaving') }));
  const answered = told.filter(({ answer }) => stateOf(answer) === 'answered');
  return {
    code,
    title: 'Thought they would have gone to a hospital',
    note: 'As guests said it at leaving. It is what they thought, not what would have been.',
    figures: ['Yes', 'Maybe', 'No'].map((label, place) => ({
      code: `${code}_${label.toLowerCase()}`,
      label,
      unit: 'share',
      value: answered.filter(({ answer }) => answer!.choice === place + 1).length,
      n: answered.length,
      of: 'answers',
      missing: left.length - answered.length,
      meaning: `${questions.newest.find((each) => each.code === code)?.en.text ?? ''} “${label}”, of those who answered.`,
      stays: answered.map(({ id }) => id),
    })),
  };
}
