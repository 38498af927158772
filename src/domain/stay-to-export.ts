import type { Temporal } from 'temporal-polyfill';
import type { ConnectionWay, HowItWas } from './connection.js';
import { isBefore } from './days.js';
import type { Departure } from './departure.js';
import type { FollowUp } from './follow-up.js';
import type { StayOnFile } from './measures.js';
import type { Moment } from './question.js';
import type { QuestionAnswer } from './question-answer.js';
import type { StayedBefore } from './stay.js';
import type { KindTold, WellnessAnswer } from './support.js';

/** A point of a plan and how it ended. `until` is the last day of the yes it rests on; null for one without an end. */
export interface PlannedPoint extends Pick<FollowUp, 'point' | 'dueOn' | 'closedAs'> {
  until: Temporal.PlainDate | null;
}

/** One answer of a guest, without own words: when it was asked, and the house day on which it was told. */
export interface ToldAnswer extends Omit<QuestionAnswer, 'words'> {
  moment: Moment;
  onDay: Temporal.PlainDate;
}

/** A stay with everything reports and files tell of it, and everything a row of the outcome export is made of. */
export interface StayToExport extends StayOnFile {
  stayedBefore: StayedBefore;
  referralSource: string;
  firstPlannedDay: Temporal.PlainDate;
  plannedDay: Temporal.PlainDate;
  /** Earlier stays of the same guest on file. */
  staysBefore: number;
  /** Beds slept in, one after another. */
  beds: number;
  /** The person, whichever of their records the stay is on (R46). */
  guestKey: string;
  /** When the same person came again, after this stay had ended; null when they did not. */
  nextArrivalDay: Temporal.PlainDate | null;
  /** The house day on which the guest died; null for the living (R50). */
  diedOn: Temporal.PlainDate | null;
  /** What they answered, at arrival, at leaving and later; without what was undone. */
  answers: readonly ToldAnswer[];
  /** Whether there was a wellness plan; null for a stay nobody was asked about. */
  wellness: WellnessAnswer | null;
  /** Connections made during it, each with how it was; null where nobody was asked. */
  connections: readonly { way: ConnectionWay | null; answer: HowItWas | null }[];
  /** What was told of each kind of support; empty for a stay nobody was asked about. */
  support: readonly Pick<KindTold, 'kind' | 'answer'>[];
  /** It came from a spreadsheet of the time before this system. */
  isImported: boolean;
  inTouch: Departure['inTouch'];
  /** The points of the guest's plan, without what was undone with a leaving. */
  followUps: readonly PlannedPoint[];
}

/** What was stopped, or outlived the yes it rests on, is agreed no more: nobody is not reached who took it back (R32). */
export const isAgreed = ({ closedAs, until }: PlannedPoint, today: Temporal.PlainDate): boolean =>
  closedAs !== 'stopped' && !(closedAs === null && until !== null && isBefore(until, today));
