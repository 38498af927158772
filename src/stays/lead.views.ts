import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Stay } from '../domain/stay.js';
import { isTimeToGetReady } from '../domain/ready-to-leave.js';
import { day, moment, nights } from '../web/dates.js';
import { paths } from '../web/paths.js';
import type { ReadyToLeave } from './ready-to-leave.service.js';
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

/** Getting ready to leave: what was written down, or that it is time to; null before that and afterwards (R23). */
export function leavingAhead(
  stay: Stay,
  { ready, house }: { ready: ReadyToLeave | null; house: House },
  today: Temporal.PlainDate,
) {
  const href = paths.departure(stay.id);
  if (ready) {
    const words = `Ready to leave: ${ready.personName} wrote down what they said, ${moment(house.time, ready.at)}.`;
    return { words, href, label: 'Read it, add to it' };
  }
  if (!isTimeToGetReady(stay, today)) return null;
  return { words: `“How are you leaving, and what is next?”`, href, label: 'Get ready to leave, together' };
}

/** What is not as usual about where they stand today; null when all is. */
export function stateOf(stay: Stay, today: Temporal.PlainDate): string | null {
  if (stay.undoneAt) return 'This check-in was undone. It counts nowhere.';
  if (stay.isStayingOn(today)) return 'Staying on. Each night is theirs as it begins.';
  if (stay.isLeavingOn(today)) return `Leaving today, ${day(today)}. The bed is theirs until they have left.`;
  return null;
}
