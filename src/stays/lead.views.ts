import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Stay } from '../domain/stay.js';
import { day, moment, nights } from '../web/dates.js';
import { diedHere } from './death.views.js';
import type { StayWhole } from './stays.service.js';

/** When they came and leave or left, and how many nights that makes: the line under the name. */
export function leadOf(whole: StayWhole, house: House, today: Temporal.PlainDate): string {
  const { stay } = whole;
  const came = `Came ${moment(house.time, stay.arrivedAt, today)}`;
  const died = diedHere(whole, house, today);
  if (died) return `${came} · ${died} · ${nights(stay.nights(today))}`;
  if (stay.leftAt)
    return `${came} · left ${moment(house.time, stay.leftAt, today)} · ${nights(stay.nights(today))}`;
  const plan = stay.isStayingOn(today) ? 'was to leave' : 'leaves';
  return `${came} · ${plan} ${day(stay.plannedDay, today)} · ${nights(stay.nights(today))}`;
}

/** What is not as usual about where they stand today; null when all is. */
export function stateOf(stay: Stay, today: Temporal.PlainDate): string | null {
  if (stay.undoneAt) return 'This check-in was undone. It counts nowhere.';
  if (stay.isStayingOn(today)) return 'Staying on. Each night is theirs as it begins.';
  if (stay.isLeavingOn(today)) return `Leaving today, ${day(today)}. The bed is theirs until they have left.`;
  return null;
}
