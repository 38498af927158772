import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Stay } from '../domain/stay.js';
import { tasksOn } from '../domain/settling-in.js';
import { type StayTask, type TaskStanding } from '../domain/stay-task.js';
import { isWritten, type TaskCode } from '../domain/stay-task-list.js';
import { day, moment } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { undoButton } from '../web/undo-button.js';
import type { HistoryLine } from './history.views.js';

/** What the tasks on the page of a stay are drawn from. */
export interface TasksFacts {
  house: House;
  now: Temporal.Instant;
  /** Everything that was said of them. */
  tasks: readonly StayTask[];
  /** The acts that said it, with who did them and whether they can be undone. */
  said: readonly HistoryLine[];
  /** A form token for each task: after "back" in the browser another button is not taken for the first one pressed again. */
  taskTokens: Readonly<Record<TaskCode, string>>;
}

/** How a task stands, in the words of the page. */
export const stateWords: Record<TaskStanding['state'], string> = {
  done: 'Done',
  passed: 'Guest passed',
  'not-now': 'Not now',
  'not-yet': 'Not yet',
};

/** How many of what is to be asked stand open; the rest is one click away. */
const SHOWN = 3;

/** The list after check-in, for a guest who is here: what is still to ask, and what is settled. */
export function tasksView(stay: Stay, facts: TasksFacts) {
  if (!stay.isHere) return null;
  const today = facts.house.time.houseDay(facts.now);
  const { open, later, settled } = tasksOn(today, stay, facts.tasks);
  const lines = (standings: TaskStanding[]) => standings.map((each) => taskLine(each, stay, facts));
  return {
    summary: summaryOf(open.length, settled.length),
    open: lines(open.slice(0, SHOWN)),
    more: lines(open.slice(SHOWN)),
    moreLabel: `${open.length - SHOWN} more to ask`,
    later: lines(later),
    laterLabel: `From ${day(stay.arrivalDay.add({ days: 1 }), today)}: ${later.length} more`,
    settled: lines(settled),
    settledLabel: `${settled.length} settled`,
  };
}

const summaryOf = (open: number, settled: number): string =>
  open === 0 ? 'Nothing to ask just now.' : `${open} to ask, ${settled} settled. None of it has to be.`;

function taskLine({ task, state, last, goneAt, version }: TaskStanding, { id }: Stay, facts: TasksFacts) {
  const line = (last && facts.said.find(({ act }) => act.details.answer === last.id)) ?? null;
  const href = paths.task(id, task.code);
  const formToken = facts.taskTokens[task.code];
  return {
    label: task.label,
    href,
    isWritten: isWritten(task),
    meta: metaOf(state, line, goneAt, facts.house),
    action: href,
    version: String(version),
    buttons: buttonsFor(task.isOneClick, state),
    undo: line && undoOf(line, formToken),
    formToken,
  };
}

function metaOf(
  state: TaskStanding['state'],
  line: HistoryLine | null,
  goneAt: Temporal.Instant | null,
  house: House,
): string {
  if (goneAt && !line) return 'Deleted with their leaving. Ask again';
  return line
    ? `${stateWords[state]}, ${moment(house.time, line.act.at)}, ${line.personName}`
    : stateWords[state];
}

const buttonsFor = (isOneClick: boolean, state: TaskStanding['state']) => [
  ...(isOneClick ? [{ value: 'done', label: stateWords.done }] : []),
  { value: 'passed', label: stateWords.passed },
  ...(state === 'not-now' ? [] : [{ value: 'not-now', label: stateWords['not-now'] }]),
];

const undoOf = ({ act, whyNotUndo }: HistoryLine, formToken: string) =>
  undoButton(whyNotUndo === null ? act.id : null, formToken);
