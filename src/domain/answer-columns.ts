import { answerAt } from './answer-figures.js';
import { type Cell, type Column, type ExportedStay, missingWords, type ReportTerms } from './column.js';
import { beforeAndAfter, hospitalCounts } from './hospital-figures.js';
import { windowWords } from './hospital-window.js';
import { labelOf } from './list-entry.js';
import { moments, type Moment, type Question } from './question.js';
import { scoreOf, stateOf } from './question-answer.js';
import type { QuestionVersions } from './question-versions.js';
import type { ToldAnswer } from './stay-to-export.js';

const MISSING = Object.values(missingWords).join(', ');
const WOULD_HAVE_GONE = 'would_have_gone_to_hospital';

/** A column for each question and each moment at which it was ever asked; own words are in no file (R38). */
export const questionColumns = ({ questions }: ReportTerms): Column[] =>
  questions.newest
    .filter(({ code, kind, window }) => kind !== 'words' && window === null && code !== WOULD_HAVE_GONE)
    .flatMap((question) =>
      moments
        .map(({ code }) => code as Moment)
        .filter((moment) => questions.wasAskedAt(question.code, moment))
        .map((moment) => questionColumn(question, moment, questions)),
    );

const questionColumn = (question: Question, moment: Moment, questions: QuestionVersions): Column => ({
  name: `${question.code}_${moment}`.replace('-', '_'),
  meaning: `“${question.en.text}” ${labelOf(moments, moment)}.`,
  unit: question.scores ? 'score' : '',
  values: [valuesOf(question), MISSING].filter(Boolean).join(', '),
  of: (stay) => cellOf(answerAt(stay, question.code, moment), questions),
});

const valuesOf = ({ en, scores }: Question): string =>
  en.options
    .map((option, place) => (scores ? `${scores[place]} ${option}` : option.toLowerCase()))
    .join(', ');

/** What they thought would have been; the same words in each version. */
export const wouldHaveGoneColumn = ({ questions }: ReportTerms): Column => ({
  name: WOULD_HAVE_GONE,
  meaning: 'Without the house, would they have gone to a hospital? As they said at leaving.',
  unit: '',
  values: `yes, maybe, no, ${MISSING}`,
  of: (stay) => cellOf(answerAt(stay, WOULD_HAVE_GONE, 'leaving'), questions),
});

/** The number it counts, else the chosen words; which kind of no answer it is otherwise (R37). */
function cellOf(answer: ToldAnswer | null, questions: QuestionVersions): Cell {
  const state = stateOf(answer);
  if (state !== 'answered') return missingWords[state];
  const question = questions.of(answer!);
  return (
    answer!.count ?? scoreOf(question, answer) ?? question.en.options[answer!.choice! - 1]!.toLowerCase()
  );
}

/** Both sides of every window the house ever asked over. */
export const hospitalColumns = ({ questions }: ReportTerms): Column[] =>
  hospitalCounts.flatMap(({ code, label }) =>
    questions.windowsAsked(`${code}_before`).flatMap((window) =>
      (['before', 'after'] as const).map((side) => ({
        name: `${code}_${side}_${window}`,
        meaning: `About how many ${label} in the ${windowWords(window, 'en')} ${side === 'before' ? 'before they came, as told at leaving' : 'after they left, as told once that time was over'}.`,
        unit: code === 'hospital_nights' ? 'nights' : 'visits',
        values: MISSING,
        of: (stay: ExportedStay) => cellOf(beforeAndAfter(stay, code, window, questions)[side], questions),
      })),
    ),
  );
