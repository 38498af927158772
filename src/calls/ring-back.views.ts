import type { Temporal } from 'temporal-polyfill';
import type { Call } from '../domain/call.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { ringTimes } from '../domain/ring-back.js';
import { momentShort } from '../web/dates.js';
import { type Answered, choices, field } from '../web/fields.js';
import { paths } from '../web/paths.js';

/** Would they like to be rung back: ready times, one tap each, or another; and where (R15). */
export const ringBackFields = (form: Answered, house: House, now: Temporal.Instant) => ({
  ringAt: choices(form, 'ringAt', 'Ring them back?', [
    { value: '', label: 'No' },
    ...ringTimes(house, now).map((at) => timeOf(at, house)),
  ]),
  other: field(form, 'ringOther', 'Or another time', { optional: true, type: 'datetime-local' }),
  reach: field(form, 'reach', 'Where to ring', { optional: true, autocomplete: 'off' }),
});

const timeOf = (at: Temporal.Instant, { time }: House) => ({
  value: time.typed(at),
  label: momentShort(time, at),
});

/** What the lines of those who wait are drawn from. */
export interface RingFacts {
  house: House;
  now: Temporal.Instant;
  people: ReadonlyMap<string, string>;
  formToken: string;
}

/** Somebody who waits to be rung: when, where, and what came of it in one click. */
export function toRingLine(call: Call, { house, now, people, formToken }: RingFacts) {
  const rang = momentShort(house.time, call.at);
  const at = momentShort(house.time, call.ringAt!);
  return {
    name: call.name === null ? null : new GuestName(call.name, 'the call log'),
    at: call.isDue(now) ? null : at,
    due: call.isDue(now) ? `Waiting since ${at}` : null,
    reach: call.reach,
    rang: `Rang ${rang}, ${people.get(call.personId) ?? 'someone'} answered`,
    of: `the one who rang ${rang}`,
    action: paths.ringBack(call.id),
    dueAt: call.ringAt!.toString(),
    holdHref: paths.newHoldForCall(call.id),
    formToken,
  };
}

/** What the line of a call says of its ringing back; null when nobody asked for it. */
export function ringWords({ ringAt, rungAt, rungBy }: Call, { house, people }: RingFacts): string | null {
  if (rungAt) return `Rung back ${momentShort(house.time, rungAt)}, ${people.get(rungBy!) ?? 'someone'}`;
  return ringAt && `To ring back ${momentShort(house.time, ringAt)}`;
}

export const rungWords = (reached: string): string =>
  reached === 'yes' ? 'Noted: rung back.' : 'Noted: not reached. They are to ring again in an hour.';
