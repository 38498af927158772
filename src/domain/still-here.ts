import type { Temporal } from 'temporal-polyfill';
import type { AbsentNights } from './absent-nights.js';
import { isSameDay } from './days.js';
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
