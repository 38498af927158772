import type { Temporal } from 'temporal-polyfill';
import type { House } from './house.js';

export const noteHands = ['staff', 'guest', 'both'] as const;

/** Whose words a note with a guest holds. */
export type NoteHand = (typeof noteHands)[number];

/** Written with a guest, about exactly one stay, and theirs to read (R27). Never edited (R28). */
export class GuestNote {
  /** From the one counter of notes and amendments (R29). */
  number: number;
  id: string;
  stayId: string;
  text: string;
  writtenBy: NoteHand;
  /** When it happened, if that is another time (R29). */
  eventAt: Temporal.Instant | null;
  writtenAt: Temporal.Instant;
  houseDay: Temporal.PlainDate;
  personId: string;

  /** Throws a RuleViolation for `eventAt` in the future or too far back (R4). */
  constructor(
    facts: {
      number: number;
      id: string;
      stayId: string;
      text: string;
      writtenBy: NoteHand;
      eventAt?: Temporal.Instant | null;
      writtenAt: Temporal.Instant;
      personId: string;
      /** It was written elsewhere by mistake: when it happened was checked there. */
      isMoved?: boolean;
    },
    house: House,
  ) {
    this.number = facts.number;
    this.id = facts.id;
    this.stayId = facts.stayId;
    this.text = facts.text;
    this.writtenBy = facts.writtenBy;
    this.eventAt = facts.eventAt ?? null;
    this.writtenAt = facts.writtenAt;
    this.houseDay = house.time.houseDay(facts.writtenAt);
    this.personId = facts.personId;
    if (this.eventAt && !facts.isMoved) house.checkRecent('eventAt', this.eventAt, this.writtenAt);
  }

  /** Where it stands among the others: when it happened, or when it was written (R29). */
  get placedAt(): Temporal.Instant {
    return this.eventAt ?? this.writtenAt;
  }
}
