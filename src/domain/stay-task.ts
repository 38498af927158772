import type { Temporal } from 'temporal-polyfill';
import { RuleViolation } from './rule-violation.js';
import type { Task, TaskCode } from './stay-task-list.js';

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
