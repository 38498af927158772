import type { Temporal } from 'temporal-polyfill';
import type { Agreement } from '../domain/agreement.js';
import type { House } from '../domain/house.js';
import { labelOf } from '../domain/list-entry.js';
import { goesWithTheGuest } from '../domain/settling-in.js';
import { type StayTask, type TaskStanding, type TaskState } from '../domain/stay-task.js';
import { isWritten, type Task, type TaskQuestion } from '../domain/stay-task-list.js';
import { moment } from '../web/dates.js';
import {
  type Answered,
  choices,
  type Field,
  field,
  listed,
  problems,
  titleOf,
  versionFor,
} from '../web/fields.js';
import { aboutStay, type Flash } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { guestName } from './stays.views.js';
import type { StayWhole } from './stays.service.js';
import { stateWords } from './tasks.views.js';

/** What the page of one task is drawn from. */
export interface TaskFacts {
  house: House;
  now: Temporal.Instant;
  whole: StayWhole;
  standing: TaskStanding;
  /** Who said it last; '' when nobody did. */
  personName: string;
  mayRead: boolean;
  /** Why nothing can be written just now, or null. */
  whyNot: string | null;
  agreement: Agreement | null;
  agreedThen: Agreement | null;
  draftSavedAt: Temporal.Instant | null;
  formToken: string;
}

type AnsweredForm = Answered & { body: FormBody };

/** What the next page says was done. */
export const saidWords = (stayId: string, { label }: Task, state: string): Flash['message'] => [
  aboutStay(stayId),
  ` · ${label}: ${stateWords[state as TaskState].toLowerCase()}.`,
];

export function taskView(form: AnsweredForm, facts: TaskFacts) {
  const { house, whole, standing, whyNot, formToken } = facts;
  const { task } = standing;
  const action = paths.task(whole.stay.id, task.code);
  return {
    title: titleOf(form, 'Settling in'),
    keptForm: true,
    problems: problems(form),
    guest: guestName(whole),
    heading: task.label,
    backHref: paths.stay(whole.stay.id),
    action,
    lead: leadOf(facts),
    whyNot,
    canWrite: whyNot === null,
    kept: whyNot !== null || form.isOutdated ? keptFacts(facts) : null,
    typed: whyNot === null ? null : typedFacts(form, task),
    goes: goesWithTheGuest.includes(task.code),
    ...agreementWords(facts),
    ...questions(form, facts),
    draft: facts.draftSavedAt && { savedAt: moment(house.time, facts.draftSavedAt) },
    version: versionFor(form, standing.version),
    doneLabel: isWritten(task) ? 'Save' : 'Done',
    formToken,
  };
}

function leadOf({ standing: { state, last, goneAt }, house, now, personName }: TaskFacts): string {
  const today = house.time.houseDay(now);
  if (last) return `${stateWords[state]}, ${moment(house.time, last.at, today)}, ${personName}.`;
  if (goneAt) return 'What stood here was deleted when their leaving was recorded. Ask again.';
  return 'Not yet. The guest may pass on any of it.';
}

/** The text that is gone through, and which one it was if that was another. */
function agreementWords({ standing: { task }, agreement, agreedThen }: TaskFacts) {
  const isNewer = agreedThen !== null && agreement !== null && agreedThen.number !== agreement.number;
  return {
    isAgreement: task.code === 'agreement',
    agreement: agreement && {
      number: agreement.number,
      heading: `Version ${agreement.number}`,
      text: agreement.text,
    },
    agreedThen: isNewer
      ? `They went through version ${agreedThen.number}. This is version ${agreement.number}.`
      : null,
  };
}

function questions(form: AnsweredForm, { standing: { task, last }, mayRead }: TaskFacts) {
  const filled = over(form, mayRead ? last : null);
  const ask = (name: string, question: TaskQuestion | undefined) => question && asked(filled, name, question);
  return {
    first: ask('first', task.questions[0]) ?? null,
    second: ask('second', task.questions[1]) ?? null,
    marks:
      task.marks && choices(filled, 'mark', task.marks.legend, listed(task.marks.entries), { width: 'wide' }),
  };
}

const asked = (
  form: Answered,
  name: string,
  { label, hint, rows }: TaskQuestion,
): Field & { isLine: boolean } => ({
  ...field(form, name, label, { hint, rows, optional: true }),
  isLine: rows === 1,
});

/** What was written before stands there until something else is typed. */
function over(form: AnsweredForm, last: StayTask | null): Answered {
  const known: Record<string, string | null | undefined> = {
    first: last?.words,
    second: last?.second,
    mark: last?.mark,
  };
  return {
    errors: form.errors,
    ready: form.ready,
    typed: (name) => (form.body.has('version') ? form.typed(name) : (known[name] ?? '')),
  };
}

/** What is kept now, for whoever may read it. */
function keptFacts({ standing: { task, state, last }, mayRead, personName }: TaskFacts) {
  const who = personName === '' ? '' : `, ${personName}`;
  const written = last && mayRead ? writtenFacts(task, last) : [];
  return [{ term: 'Kept', value: stateWords[state] + who }, ...written];
}

function writtenFacts({ questions, marks }: Task, { words, second, mark }: StayTask) {
  const answers = [words, second].map((value, place) => ({ term: questions[place]?.label ?? '', value }));
  const marked = { term: marks?.legend ?? '', value: mark && labelOf(marks?.entries ?? [], mark) };
  return [...answers, marked].filter(({ value }) => value !== null);
}

/** What cannot be kept any more: its person may want it elsewhere. */
function typedFacts(form: AnsweredForm, task: Task) {
  const typed = task.questions.map(({ label }, place) => ({
    term: label,
    value: form.typed(place === 0 ? 'first' : 'second'),
  }));
  const written = typed.filter(({ value }) => value !== '');
  return written.length > 0 ? written : null;
}
