import type { Temporal } from 'temporal-polyfill';
import { type Absence, latestAbsence } from './absence.js';
import { isBefore, isEarlier } from './days.js';
import type { Departure } from './departure.js';
import { mayDo } from './permissions.js';
import type { Role } from './person.js';
import type { Stay } from './stay.js';
import { standingOf, type StayTask, type TaskStanding } from './stay-task.js';
import { type Task, type TaskCode, stayTasks, taskOf } from './stay-task-list.js';

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

/** The guest’s key: its number, its lockbox, and whether it came back, at leaving or by itself; null when nobody wrote of one. */
export function keyOf(
  answers: readonly StayTask[],
  departure: Pick<Departure, 'keysBack'> | null,
): { number: string | null; lockbox: string | null; isBack: boolean } | null {
  const said = wordsOn('key', answers);
  if (!said) return null;
  const isBack = said.mark === 'back' || departure?.keysBack === 'yes';
  return { number: said.words, lockbox: said.second, isBack };
}

/** What the guest asked us to do if they are not back: the last they said of it, after check-in or when they went; or null. */
export function wishOf(absences: readonly Absence[], answers: readonly StayTask[]): string | null {
  const away = latestAbsence(absences.filter(({ kind }) => kind === 'away'));
  const said = wordsOn('not-back', answers);
  const isLater = said !== null && (away === null || isEarlier(away.sinceAt, said.at));
  return isLater ? said.words : (away?.wish ?? null);
}
