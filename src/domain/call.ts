import type { Temporal } from 'temporal-polyfill';
import type { ListEntry } from './list-entry.js';
import type { House } from './house.js';
import { isEarlier } from './days.js';
import { checkReason } from './no-stay.js';
import { toMinute } from './house-time.js';
import { checkRingAt, soon } from './ring-back.js';

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
  /** A code of the house’s reasons why no stay was offered; null unless the outcome is `no_stay`. */
  noStayReason: string | null;
  minutes: number | null;
  /** Never of a person somebody asked about (R49). */
  name: string | null;
  /** When they would like to be rung, and where; null when they did not ask. */
  ringAt: Temporal.Instant | null;
  reach: string | null;
}

/** Someone rang, came to the door or wrote: logged in seconds, without a name (R15). */
export class Call {
  id: string;
  line: string;
  caller: string;
  outcome: string;
  noStayReason: string | null;
  minutes: number | null;
  name: string | null = null;
  at: Temporal.Instant;
  houseDay: Temporal.PlainDate;
  personId: string;
  ringAt: Temporal.Instant | null = null;
  reach: string | null = null;
  /** When and by whom they were rung back. */
  rungAt: Temporal.Instant | null = null;
  rungBy: string | null = null;
  undoneAt: Temporal.Instant | null = null;

  /** Throws a RuleViolation for `ringAt` as `checkRingAt` does, for `noStayReason` when the house does not offer that reason. */
  constructor(
    facts: { id: string; answers: CallAnswers; at: Temporal.Instant; personId: string },
    house: House,
  ) {
    this.id = facts.id;
    this.line = facts.answers.line;
    this.caller = facts.answers.caller;
    this.outcome = facts.answers.outcome;
    this.noStayReason = facts.answers.outcome === 'no_stay' ? facts.answers.noStayReason : null;
    checkReason(this.noStayReason, house);
    this.minutes = facts.answers.minutes;
    this.at = toMinute(facts.at);
    this.houseDay = house.time.houseDay(facts.at);
    this.personId = facts.personId;
    // Nothing is kept of whom somebody asked about, nor a way to reach them (R49)
    if (facts.answers.outcome !== 'asked_about') this.keepWho(facts.answers);
  }

  /** They asked to be rung, and nobody has yet. */
  get isToRing(): boolean {
    return this.ringAt !== null && this.rungAt === null;
  }

  /** Whether the time they asked for has come. */
  isDue(now: Temporal.Instant): boolean {
    return this.isToRing && !isEarlier(now, this.ringAt!);
  }

  /** Somebody rang them: they were reached, or wait to be rung in about an hour. */
  ring(isReached: boolean, by: { personId: string; at: Temporal.Instant }): void {
    this.ringAt = isReached ? this.ringAt : soon(by.at);
    this.rungAt = isReached ? toMinute(by.at) : null;
    this.rungBy = isReached ? by.personId : null;
  }

  /** They were not rung after all (R24). */
  waitAgain(ringAt: Temporal.Instant): void {
    this.ringAt = ringAt;
    this.rungAt = this.rungBy = null;
  }

  private keepWho({ name, ringAt, reach }: CallAnswers): void {
    this.name = name;
    if (!ringAt) return;
    checkRingAt(ringAt, this.at);
    this.ringAt = ringAt;
    this.reach = reach;
  }
}
