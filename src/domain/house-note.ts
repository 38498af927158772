import type { Temporal } from 'temporal-polyfill';
import type { House } from './house.js';

export const noteLives = ['shift', 'done', 'date'] as const;

/** How long a house note is shown: this shift, until somebody did it, or up to a day, that day included (R30). */
export type NoteLife = (typeof noteLives)[number];

/** What the next shift must know, apart from anything about one guest (R27). Never edited (R28). */
export class HouseNote {
  /** From one counter, given when it is written (R29). */
  number: number;
  id: string;
  text: string;
  lives: NoteLife;
  shiftEndsAt: Temporal.Instant | null;
  untilDay: Temporal.PlainDate | null;
  writtenAt: Temporal.Instant;
  houseDay: Temporal.PlainDate;
  personId: string;
  doneAt: Temporal.Instant | null = null;
  doneBy: string | null = null;

  /** `untilDay` counts only for a note that lives until a day. */
  constructor(
    facts: {
      id: string;
      text: string;
      lives: NoteLife;
      untilDay: Temporal.PlainDate | null;
      writtenAt: Temporal.Instant;
      personId: string;
    },
    house: House,
  ) {
    this.id = facts.id;
    this.text = facts.text;
    this.lives = facts.lives;
    this.shiftEndsAt = facts.lives === 'shift' ? house.shiftEnd(facts.writtenAt) : null;
    this.untilDay = facts.lives === 'date' ? facts.untilDay : null;
    this.writtenAt = facts.writtenAt;
    this.houseDay = house.time.houseDay(facts.writtenAt);
    this.personId = facts.personId;
  }
}
