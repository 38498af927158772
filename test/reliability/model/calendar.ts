import { Temporal } from 'temporal-polyfill';

/** A moment as whole minutes since 1970. */
export type Minute = number;
/** A night as a number: so many after the first of a story. */
export type Night = number;

const ROLLOVER = 4;
const SHIFTS = [8, 14, 22];
const [BEFORE, AFTER] = [20, 150];

/** The nights and shifts around a story, written down one by one: when a thing belongs to which is looked up. */
export class Calendar {
  private readonly begins: Minute[];
  private readonly shifts: Minute[];

  constructor(
    private readonly zone: string,
    private readonly first: Temporal.PlainDate,
  ) {
    const nights = Array.from({ length: BEFORE + AFTER }, (_, index) => index - BEFORE);
    this.begins = nights.map((night) => this.minute(night, ROLLOVER));
    this.shifts = nights.flatMap((night) => SHIFTS.map((hour) => this.minute(night, hour)));
  }

  date(night: Night): Temporal.PlainDate {
    return this.first.add({ days: night });
  }

  /** When the clock on the wall shows this hour on the date of this night. */
  minute(night: Night, hour: number): Minute {
    const shown = this.date(night).toZonedDateTime({ timeZone: this.zone, plainTime: { hour } });
    return shown.epochMilliseconds / 60_000;
  }

  night(at: Minute): Night {
    return this.begins.findLastIndex((begin) => begin <= at) - BEFORE;
  }

  shiftStart(at: Minute): Minute {
    return this.shifts.findLast((begin) => begin <= at)!;
  }

  shiftEnd(at: Minute): Minute {
    return this.shifts.find((begin) => begin > at)!;
  }
}
