import type { Temporal } from 'temporal-polyfill';
import type { ListEntry } from './list-entry.js';
import type { House } from './house.js';
import { toMinute } from './house-time.js';

/** How someone reached the house (R15). */
export const callLines: readonly ListEntry[] = [
  { code: 'phone', label: 'Phone' },
  { code: 'door', label: 'Door' },
  { code: 'message', label: 'Message' },
];

/** Who it was, if they said (R15). */
export const callers: readonly ListEntry[] = [
  { code: 'not_said', label: 'Not said' },
  { code: 'self', label: 'The person themself' },
  { code: 'family', label: 'Partner or family' },
  { code: 'provider', label: 'Hospital or provider' },
  { code: 'official', label: 'Police or official' },
  { code: 'other', label: 'Someone else' },
];

/** What came of it (R15). */
export const callOutcomes: readonly ListEntry[] = [
  { code: 'rang_off', label: 'Rang off' },
  { code: 'talked', label: 'Talked' },
  { code: 'gave_information', label: 'Gave information' },
  { code: 'coming', label: 'Is coming to stay' },
  { code: 'no_stay', label: 'Couldn’t offer a stay' },
  { code: 'sent_elsewhere', label: 'Sent elsewhere' },
  { code: 'asked_about', label: 'Asked about a person' },
];

/** What is asked about a call: a code of each of the three lists; why no stay came of it, minutes and a name if they were said. */
export interface CallAnswers {
  line: string;
  caller: string;
  outcome: string;
  /** A code of `noStayReasons`; null unless the outcome is `no_stay`. */
  noStayReason: string | null;
  minutes: number | null;
  /** Never of a person somebody asked about (R49). */
  name: string | null;
}

/** Someone rang, came to the door or wrote: logged in seconds, without a name (R15). */
export class Call {
  id: string;
  line: string;
  caller: string;
  outcome: string;
  noStayReason: string | null;
  minutes: number | null;
  name: string | null;
  at: Temporal.Instant;
  houseDay: Temporal.PlainDate;
  personId: string;
  undoneAt: Temporal.Instant | null = null;

  constructor(
    facts: { id: string; answers: CallAnswers; at: Temporal.Instant; personId: string },
    house: House,
  ) {
    this.id = facts.id;
    this.line = facts.answers.line;
    this.caller = facts.answers.caller;
    this.outcome = facts.answers.outcome;
    this.noStayReason = facts.answers.outcome === 'no_stay' ? facts.answers.noStayReason : null;
    this.minutes = facts.answers.minutes;
    this.name = facts.answers.outcome === 'asked_about' ? null : facts.answers.name;
    this.at = toMinute(facts.at);
    this.houseDay = house.time.houseDay(facts.at);
    this.personId = facts.personId;
  }
}
