import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';
import type { ListEntry } from './list-entry.js';

/** What can become of things a guest left behind. */
export const thingsEnds = [
  { code: 'fetched', label: 'They have them' },
  { code: 'sent', label: 'Sent on' },
  { code: 'not-kept', label: 'Not kept any more' },
] as const satisfies readonly ListEntry[];

export type ThingsEnd = (typeof thingsEnds)[number]['code'];

/** So many days before things are not kept any more the shift is told: time to ask, or to send them on. */
const TOLD_BEFORE = 2;

/** And so many days after: then nobody comes for them any more. */
const TOLD_AFTER = 31;

/** Without a day they are asked about after so many. */
const KEPT_WITHOUT_A_DAY = 30;

/** The house day until which things are kept: the day that was said, or a month after they left. */
export const keptUntil = ({
  until,
  departureDay,
}: {
  until: Temporal.PlainDate | null;
  departureDay: Temporal.PlainDate;
}): Temporal.PlainDate => until ?? departureDay.add({ days: KEPT_WITHOUT_A_DAY });

/** Whether the shift of this house day is told of things kept until `until`; afterwards the page of the stay still says it. */
export const isTimeToAsk = (until: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  !isBefore(today.add({ days: TOLD_BEFORE }), until) && !isBefore(until.add({ days: TOLD_AFTER }), today);
