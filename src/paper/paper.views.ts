import type { Temporal } from 'temporal-polyfill';
import type { Done } from '../acts/acts.service.js';
import type { BedTaken, OutOfOrder } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { PaperKindCode } from '../domain/paper-sheet.js';
import type { Person } from '../domain/person.js';
import { moment } from '../web/dates.js';
import { field, problems, select, titleOf } from '../web/fields.js';
import { refusalView } from '../web/obstacle.js';
import type { Question } from '../web/paper-questions.js';
import { paths } from '../web/paths.js';
import { lineView } from './paper-line.views.js';
import type { PaperKind, TypedForm } from './paper-kinds.service.js';
import type { ShownLine } from './paper-lines.service.js';
import type { LineForms } from './paper-pages.service.js';

/** What the page is drawn from. */
export interface PaperFactsShown {
  house: House;
  /** Those this person may record. */
  kinds: readonly { code: PaperKindCode; kind: PaperKind<unknown> }[];
  /** Of the open sheet, in the order in which they were keyed in; null when none is open. */
  lines: readonly ShownLine[] | null;
  /** Null while a kind is still to be chosen. */
  entry: EntryFacts | null;
  /** For the line that is kept when it is half typed in, and for the buttons beside it. */
  formToken: string;
  plainToken: string;
}

/** What the form of one line is drawn from. */
export interface EntryFacts {
  house: House;
  now: Temporal.Instant;
  code: PaperKindCode;
  label: string;
  form: TypedForm;
  questions: readonly Question[];
  people: readonly Person[];
  /** What stands in the way: another's bed, or the line before that happened later. */
  taken: BedTaken | null;
  outOfOrder: OutOfOrder | null;
  draftSavedAt: Temporal.Instant | null;
}

export function paperView({ house, kinds, lines, entry, formToken, plainToken }: PaperFactsShown) {
  const labels = new Map(kinds.map(({ code, kind }) => [code, kind.label]));
  const shown = (lines ?? []).map((each) => lineView(each, labels, house, plainToken));
  return {
    title: entry ? titleOf(entry.form, 'From paper') : 'From paper',
    keptForm: entry !== null,
    problems: entry ? problemsIn(entry) : [],
    kinds: kinds.map(({ code, kind }) => ({
      label: kind.label,
      href: `${paths.fromPaperLine(code)}#this-line`,
      current: code === entry?.code,
    })),
    entry: entry && entryView(entry, formToken),
    lines: shown,
    isFirst: shown.length === 0,
    goOn: goOnWords(lines ?? [], house),
    done: lines ? { action: paths.fromPaperDone(), formToken: plainToken } : null,
    happenedHref: paths.newHappening(),
    helpHref: paths.computerDown(),
    boardHref: paths.board(),
  };
}

function entryView(facts: EntryFacts, formToken: string) {
  const { house, now, code, label, form, taken, draftSavedAt, questions } = facts;
  return {
    label,
    action: paths.fromPaperLine(code),
    draft: draftSavedAt && { savedAt: moment(house.time, draftSavedAt) },
    obstacle: taken && refusalView(taken, house.time.houseDay(now)),
    earlier: earlierView(facts),
    questions,
    ...writerFields(form, facts.people),
    undoUntil: undoWords(code, house, now),
    formToken,
  };
}

/** Asked once of a time; what was said stays said while something else is asked (R52). */
function earlierView({ form, outOfOrder, house }: EntryFacts) {
  if (outOfOrder) {
    const { at, lastAt } = outOfOrder;
    return { lastAt: moment(house.time, lastAt), value: at.toString(), checked: false };
  }
  const said = form.typed('isEarlier');
  return said === '' ? null : { lastAt: null, value: said, checked: true };
}

const writerFields = (form: TypedForm, people: readonly Person[]) => ({
  writer: select(form, 'writer', 'Written by', [
    { value: '', label: 'Choose, or write a name' },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ]),
  writerName: field(form, 'writerName', 'Not on the list? The name on the paper', { optional: true }),
});

/** A note stays as it is written (R28). */
const undoWords = (code: PaperKindCode, house: House, now: Temporal.Instant): string =>
  code === 'note'
    ? 'A note stays as it is written.'
    : `You can undo this until the shift ends, ${moment(house.time, house.shiftEnd(now))}.`;

/** Where to go on, on the paper: after the last line that stands. */
function goOnWords(lines: readonly ShownLine[], { time }: House): string {
  const last = lines.filter(({ isUndone, isAside }) => !isUndone && !isAside).at(-1);
  return last
    ? `The last line is from ${moment(time, last.happenedAt)}. What comes after that?`
    : 'Begin with what happened first.';
}

/** What every line says and what its kind asks, as one form to be drawn. */
export function asOne({ form, line }: LineForms): TypedForm {
  return {
    body: form.body,
    typed: (name) => form.typed(name),
    chosen: (name) => form.chosen(name),
    errors: { ...form.errors, ...line.errors },
    ready: { ...form.ready, ...line.ready },
    isOutdated: form.isOutdated,
  };
}

/** Everything wrong, in the order of the questions; what is asked of every line comes last. */
function problemsIn({ form, questions }: EntryFacts) {
  const names = questions.map(nameOf);
  const place = (field: string) => (names.includes(field) ? names.indexOf(field) : names.length);
  return problems(form).sort((one, other) => place(one.field) - place(other.field));
}

const nameOf = ({ part, view }: Question): string => {
  if (part === 'going-by') return 'name';
  return 'name' in view ? String(view.name) : part;
};

/** What the next page says: a line, or that nothing was new. */
export const keyedWords = ({ label, act }: PaperKind<unknown>, { undo }: Done): string =>
  undo === null && act !== 'notes.write'
    ? `${label}: this was written down already.`
    : `Typed in: ${label.charAt(0).toLowerCase()}${label.slice(1)}.`;
