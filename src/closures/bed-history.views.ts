import type { Temporal } from 'temporal-polyfill';
import type { Act } from '../domain/act.js';
import type { House } from '../domain/house.js';
import { parseDay } from '../domain/house-time.js';
import { day, moment } from '../web/dates.js';
import { fromPaper } from '../web/paper-words.js';

/** A line of a bed's history; `isUndone` also where it was undone together with another bed of its room. */
export interface BedLine {
  act: Act;
  personName: string;
  /** Who wrote it by hand, when it was keyed in from paper; null otherwise (R52). */
  paperWriter: string | null;
  isUndone: boolean;
}

type Details = Act['details'];

/** One line as the bed's page shows it: what was done, from what to what, when and by whom (R11). */
export function bedHistoryLine(
  { act, personName, paperWriter, isUndone }: BedLine,
  house: House,
  today: Temporal.PlainDate,
) {
  return {
    words: words[act.kind]?.(act.details, today, house) ?? 'Done',
    reason: act.reason,
    meta: `${moment(house.time, act.at, today)}, ${personName}${fromPaper(paperWriter)}`,
    undone: isUndone,
  };
}

const words: Partial<
  Record<Act['kind'], (details: Details, today: Temporal.PlainDate, house: House) => string>
> = {
  'bed.ready': () => 'Made ready',
  'bed.closed': ({ firstNight, lastNight, code }, today, house) =>
    `Closed from ${dayOf(firstNight, today)}, last night ${dayOf(lastNight, today)}: ${reasonOf(house)(code)}`,
  'closure.changed': (details, today, house) => `Changed: ${changesOf(details, today, house).join('; ')}`,
  'closure.ended': ({ ending }) => (ending === 'cancelled' ? 'Closure cancelled' : 'Used again'),
};

function changesOf(details: Details, today: Temporal.PlainDate, house: House): string[] {
  const changed = (name: string, said: string, how: (value: string | null | undefined) => string) =>
    `${name}To` in details ? [`${said} ${how(details[`${name}From`])} → ${how(details[`${name}To`])}`] : [];
  const onDay = (value: string | null | undefined) => dayOf(value, today);
  return [
    ...changed('firstNight', 'first night', onDay),
    ...changed('lastNight', 'last night', onDay),
    ...changed('reason', 'why', reasonOf(house)),
    ...('note' in details ? ['the words'] : []),
  ];
}

function dayOf(text: string | null | undefined, today: Temporal.PlainDate): string {
  const date = parseDay(text ?? '');
  return date ? day(date, today) : 'not known yet';
}

const reasonOf =
  ({ lists }: House) =>
  (code: string | null | undefined): string =>
    lists.label('closure-reasons', code ?? '');
