import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';
import { mayDo } from './permissions.js';
import type { Role } from './person.js';
import { RuleViolation } from './rule-violation.js';
import type { Stay } from './stay.js';
import { type Task, type TaskCode, stayTasks, taskOf } from './stay-task-list.js';

export const taskStates = ['done', 'passed', 'not-now'] as const;

/** How a task stands once somebody said so; nobody said anything is "not yet". */
export type TaskState = (typeof taskStates)[number];

/** What is said of a task: how it stands, and what the guest wants written down. */
export interface TaskAnswer {
  state: TaskState;
  words: string | null;
  /** The answer to the second question. */
  second: string | null;
  /** A code of the task’s marks. */
  mark: string | null;
  /** The number of the agreement that was gone through. */
  agreement: number | null;
}

/** What was said of one task of one stay. Never changed: whoever says another thing adds to it, and the last counts (R26). */
export class StayTask implements TaskAnswer {
  id: string;
  stayId: string;
  task: TaskCode;
  /** Counted from 1 for each task of a stay. */
  number: number;
  state: TaskState;
  words: string | null;
  second: string | null;
  mark: string | null;
  agreement: number | null;
  personId: string;
  at: Temporal.Instant;
  undoneAt: Temporal.Instant | null = null;
  /** When its words were deleted for good, with the guest’s leaving. */
  goneAt: Temporal.Instant | null = null;

  /** Throws a RuleViolation for `first`, the first question, when something is written that the answer would lose. */
  constructor(facts: {
    id: string;
    stayId: string;
    task: TaskCode;
    number: number;
    answer: TaskAnswer;
    personId: string;
    at: Temporal.Instant;
  }) {
    const { state, words, second } = facts.answer;
    const isDone = state === 'done';
    if (!isDone && (words ?? second) !== null)
      throw new RuleViolation('first', 'Something is written here. Save it, or empty the boxes first');
    this.id = facts.id;
    this.stayId = facts.stayId;
    this.task = facts.task;
    this.number = facts.number;
    this.state = state;
    this.words = words;
    this.second = second;
    this.mark = isDone ? facts.answer.mark : null;
    this.agreement = isDone ? facts.answer.agreement : null;
    this.personId = facts.personId;
    this.at = facts.at;
  }

  /** Two desks wrote down one answer. */
  saysTheSame({ state, words, second, mark, agreement }: TaskAnswer): boolean {
    const [isDone, own] = [state === 'done', [this.words, this.second, this.mark, this.agreement]];
    const other = [words, second, isDone ? mark : null, isDone ? agreement : null];
    return this.state === state && own.every((value, place) => value === other[place]);
  }
}

/** How one task of a stay stands. */
export interface TaskStanding {
  task: Task;
  state: TaskState | 'not-yet';
  /** What was last said and not undone; null for "not yet". */
  last: StayTask | null;
  /** What a page was drawn from: another number for every answer and every undoing of one (R26). */
  version: number;
  /** When its words were deleted with a leaving; it is asked anew. */
  goneAt: Temporal.Instant | null;
}

/** How this task stands; `answers` are all of its stay, undone ones too. */
export function standingOf(task: Task, answers: readonly StayTask[]): TaskStanding {
  const own = answers.filter((each) => each.task === task.code).sort((one, two) => one.number - two.number);
  const valid = own.filter(({ undoneAt }) => undoneAt === null);
  const newest = valid.at(-1) ?? null;
  const last = newest?.goneAt ? null : newest;
  return {
    task,
    state: last?.state ?? 'not-yet',
    last,
    version: own.length * 2 - valid.length,
    goneAt: newest?.goneAt ?? null,
  };
}

/** The first house day on which it is asked: three on the first night, the others from the next morning. */
export const askedFrom = ({ isFirst }: Task, { arrivalDay }: Pick<Stay, 'arrivalDay'>): Temporal.PlainDate =>
  isFirst ? arrivalDay : arrivalDay.add({ days: 1 });

/** The tasks of a stay as its page shows them: to be asked now, later, and settled with the guest. */
export function tasksOn(
  today: Temporal.PlainDate,
  stay: Pick<Stay, 'arrivalDay'>,
  answers: readonly StayTask[],
): Record<'open' | 'later' | 'settled', TaskStanding[]> {
  const all = stayTasks.map((task) => standingOf(task, answers));
  const isSettled = ({ state }: TaskStanding) => state === 'done' || state === 'passed';
  const isLater = ({ task, state }: TaskStanding) =>
    state === 'not-yet' && isBefore(today, askedFrom(task, stay));
  return {
    open: all.filter((each) => !isSettled(each) && !isLater(each)),
    later: all.filter(isLater),
    settled: all.filter(isSettled),
  };
}

/** What the guest wants known of this task; null when nothing is written, or when nobody asked. */
export const wordsOn = (code: TaskCode, answers: readonly StayTask[]): StayTask | null => {
  const { last } = standingOf(taskOf(code)!, answers);
  return last?.state === 'done' ? last : null;
};

/** Before a bed is found for somebody, on call is asked: this guest named someone. It never says whom. */
export const isTalkFirst = (answers: readonly StayTask[]): boolean =>
  wordsOn('apart', answers)?.words != null;

/** Whether a person of this role reads what is written under a task. */
export const mayRead = ({ code }: Task, role: Role): boolean =>
  code !== 'apart' || mayDo(role, 'stays.apart');

/** Why this cannot be written down now, in words for the page, or null (R25). A key can come back after the guest has left. */
export function whyNotTask(
  { task, last }: TaskStanding,
  { isHere, undoneAt }: Pick<Stay, 'isHere' | 'undoneAt'>,
  role: Role,
): string | null {
  if (undoneAt) return 'This check-in was undone. There is nothing to settle in.';
  if (!isHere && task.code !== 'key') return 'They have left. Only the key can still come back.';
  if (last?.words && !mayRead(task, role))
    return 'This is written down. Talk with on call first: a coordinator changes it.';
  return null;
}

/** These words go with the guest: their leaving deletes them for good, and no undo brings them back. */
export const goesWithTheGuest: readonly TaskCode[] = ['helps'];
