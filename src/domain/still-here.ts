import { Temporal } from 'temporal-polyfill';
import type { AbsentNights } from './absent-nights.js';
import type { Act } from './act.js';
import { isEarlier, isSameDay } from './days.js';
import type { Stay } from './stay.js';

/** What decides whether the house asks for a guest. */
export interface SeenFacts {
  stay: Pick<Stay, 'isStayingOn'> | null;
  /** The open one. */
  absence: Pick<AbsentNights, 'kind'> | null;
  /** The house day on which somebody last looked, or wrote down that they are back. */
  seenOn: Temporal.PlainDate | null;
}

/**
 * Whether board and shift page ask "Is S. still here?": once a night for a guest who stays past the planned day, until
 * somebody answered for it. Asking and answering change no day (R8).
 */
export const isAskedFor = ({ stay, absence, seenOn }: SeenFacts, today: Temporal.PlainDate): boolean =>
  stay !== null &&
  stay.isStayingOn(today) &&
  absence === null &&
  (seenOn === null || !isSameDay(seenOn, today));

/** Somebody was in the house at this moment, as a line of their history says. */
export interface Sighting {
  act: Act;
  at: Temporal.Instant;
}

/** Lines that say that the guest was seen here; those but a look carry their own time. */
const SIGHTINGS: readonly Act['kind'][] = ['stay.seen', 'stay.back', 'stay.away'];

/** The last time somebody was seen after `leftAt`, or null: whoever records that leaving is asked once (R8). */
export function seenAfter(leftAt: Temporal.Instant, acts: readonly Act[]): Sighting | null {
  return acts
    .filter(({ kind, undoneByAct }) => SIGHTINGS.includes(kind) && undoneByAct === null)
    .map((act) => ({ act, at: act.details.at ? Temporal.Instant.from(act.details.at) : act.at }))
    .filter(({ at }) => isEarlier(leftAt, at))
    .reduce<Sighting | null>((last, each) => (last && isEarlier(each.at, last.at) ? last : each), null);
}
