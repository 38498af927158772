import type { Temporal } from 'temporal-polyfill';
import type { ActKind } from '../domain/act.js';
import { nightsBetween } from '../domain/house-time.js';
import type { House } from '../domain/house.js';
import { day, moment, nights } from '../web/dates.js';
import { type Answered, field, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { AgreedTo } from './exception-looks.service.js';

/** What the page is drawn from: they are looked at one by one, the oldest first. */
export interface ExceptionsFacts {
  house: House;
  now: Temporal.Instant;
  waiting: readonly AgreedTo[];
  lookedAt: readonly AgreedTo[];
  formToken: string;
}

export function exceptionsView(
  form: Answered,
  { house, now, waiting, lookedAt, formToken }: ExceptionsFacts,
) {
  const [next, ...more] = waiting;
  return {
    title: titleOf(form, 'Exceptions'),
    problems: problems(form),
    next: next
      ? {
          ...lineOf(next, house, now),
          action: paths.exceptionLook(next.actId),
          remark: field(form, 'remark', 'Not how you remember it? Write it here', { optional: true }),
          formToken,
        }
      : null,
    more: more.length > 0 ? `${more.length} more after this one.` : null,
    lookedAt: lookedAt.map((each) => lineOf(each, house, now)),
  };
}

/** What goes past what a shift records alone, by the act. */
const kindWords: Partial<Record<ActKind, string>> = {
  'stay.arrived': 'Check-in',
  'stay.planned': 'Leaving day',
  'stay.moved': 'Move',
  'stay.swapped': 'Swap of beds',
  'stay.left': 'Leaving',
  'stay.away': 'Away',
  'stay.notSeen': 'Not seen',
  'stay.back': 'Back',
};

function lineOf(
  { guest, kind, stayId, bedName, reason, recordedBy, agreedBy, at, look, ...stay }: AgreedTo,
  house: House,
  now: Temporal.Instant,
) {
  const today = house.time.houseDay(now);
  return {
    guest,
    href: paths.stay(stayId),
    what: kindWords[kind] ?? 'Done',
    days: `${bedName}: came ${day(stay.arrivalDay, today)}, planned to ${day(stay.plannedDay, today)}, ${nights(nightsBetween(stay.arrivalDay, stay.plannedDay))}.`,
    reason,
    meta: `Written down by ${recordedBy}, ${moment(house.time, at, today)}. ${agreedBy} said yes.`,
    look: look && {
      words: `${look.by} looked at it, ${moment(house.time, look.at, today)}.`,
      remark: look.remark,
    },
  };
}
