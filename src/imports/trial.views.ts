import type { Temporal } from 'temporal-polyfill';
import { GuestName } from '../domain/guest-name.js';
import type { RowProblem } from '../domain/import-check.js';
import { counted } from '../web/counted.js';
import { day, dayInFull } from '../web/dates.js';
import { type Answered, choices, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { named, type Part, text } from '../web/sentence.js';
import type { Trial } from './trial.service.js';
import type { WaitingImport } from './waiting-imports.service.js';

export interface TrialFacts {
  waiting: WaitingImport;
  trial: Trial;
  formToken: string;
}

/** A page with all of ten thousand problems is no help: the first are put right first. */
const SHOWN = 200;

/** What would come in, what is there already, and each problem by the number of its row. */
export function trialView(form: Answered, { waiting, trial, formToken }: TrialFacts) {
  const { good, problems: found, there, opened } = trial;
  return {
    title: titleOf(form, 'Try it first'),
    problems: problems(form),
    fileName: waiting.fileName,
    counts: [
      { term: 'Rows in the file', value: String(trial.rows) },
      { term: 'Would come in', value: counted(good.length, 'stay') },
      { term: 'Came in before', value: counted(there, 'row') },
      { term: 'With a problem', value: counted(found.length, 'row') },
    ],
    opened: opened.map(
      ({ bed, firstNight }) => `${bed.name} counts as in use from ${dayInFull(firstNight)}.`,
    ),
    lines: found.slice(0, SHOWN).map((each) => ({ row: each.row, words: problemWords(each) })),
    more: found.length > SHOWN ? `And ${counted(found.length - SHOWN, 'row')} more.` : null,
    way: good.length === 0 ? null : wayQuestion(form, trial),
    action: paths.importTrial(waiting.id),
    columnsHref: paths.importColumns(waiting.id),
    away: { action: paths.importAway(waiting.id), formToken, label: 'Throw it away', of: waiting.fileName },
    formToken,
  };
}

const wayQuestion = (form: Answered, { good, problems: found }: Trial) =>
  choices(
    form,
    'way',
    'Which rows come in?',
    [
      { value: 'all', label: 'All or nothing' },
      { value: 'good', label: `The ${counted(good.length, 'row')} without a problem` },
    ],
    { hint: found.length > 0 ? 'All or nothing needs every problem put right first.' : null, width: 'wide' },
  );

/** 'Maple is taken by S. from Mon 2 March to Wed 4 March 2026.' */
export function problemWords(problem: RowProblem): Part[] {
  switch (problem.why) {
    case 'said':
      return [text(`${problem.message}.`)];
    case 'row':
      return [text(otherRow(problem))];
    case 'guest':
      return [text(`This guest has another stay, ${between(problem.from, problem.to)}.`)];
    case 'taken':
      return takenWords(problem);
  }
}

function otherRow({ of, other, bed }: RowProblem & { why: 'row' }): string {
  const days = between(other.arrivalDay, other.departureDay);
  if (of === 'bed') return `Row ${other.row} has ${bed.name} ${days}.`;
  return `Row ${other.row} has the same guest in ${other.bed.name} ${days}.`;
}

function takenWords({ bed, by }: RowProblem & { why: 'taken' }): Part[] {
  if (by === null) {
    const last = bed.lastNight ? ` and until ${dayInFull(bed.lastNight)}` : '';
    return [text(`${bed.name} is in use here only from ${dayInFull(bed.firstNight)}${last}.`)];
  }
  const days = between(by.firstNight, by.endNight);
  if (by.kind === 'closure') return [text(`${bed.name} was not in use ${days}.`)];
  const who =
    by.name === null && by.kind === 'hold' ? text('somebody') : named(new GuestName(by.name, bed.name));
  const verb = by.kind === 'hold' ? 'held for' : 'taken by';
  return [text(`${bed.name} is ${verb} `), who, text(` ${days}.`)];
}

function between(from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  if (from.equals(to)) return `on ${dayInFull(from)}`;
  return `from ${from.year === to.year ? day(from) : dayInFull(from)} to ${dayInFull(to)}`;
}
