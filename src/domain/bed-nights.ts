import { type DayNumber, dayNumber } from './day-number.js';
import type { BedOnFile, NightsOnFile, PartOnFile, StayInBeds } from './occupancy-facts.js';
import { begunBy, type Period } from './period.js';

/** Bed-nights of some nights, each counted once (R2, R5). */
export interface NightCounts {
  /** How many nights there are, whatever the number of beds. */
  nights: number;
  /** Every bed in use; a bed somebody was in is one, whatever its dates say. */
  capacity: number;
  closed: number;
  /** Capacity less closed nights; a closed bed somebody was in is in service, so that no more are occupied (R8). */
  inService: number;
  occupied: number;
  /** The occupied ones by how they were spent (R21). */
  slept: number;
  away: number;
  notKnown: number;
  /** Kept for somebody who never came, up to the day the hold ended. */
  heldNotUsed: number;
  /** Nights, not bed-nights: every bed in service was occupied or kept for somebody. */
  fullyTaken: number;
}

// One byte for each night of a bed: many years of a house stay small and quick
const IN_USE = 1;
const CLOSED = 2;
const OCCUPIED = 4;
const AWAY = 8;
const NOT_KNOWN = 16;
const HELD_NOT_USED = 32;
const KEPT = 64;

const outOfTheHouse = { away: AWAY, 'not-seen': NOT_KNOWN } as const;

/** The first day that is no night of a stay: nights that have begun only, its planned day for a guest who is here (R2, R8). */
export function endOfNights(
  { departureDay, plannedDay }: Pick<StayInBeds, 'departureDay' | 'plannedDay'>,
  today: DayNumber,
): DayNumber {
  if (departureDay !== null) return departureDay;
  return plannedDay === today ? today : today + 1;
}

/** What each bed was doing on each night of a period that has begun by `today`. */
export class BedNights {
  private readonly start: DayNumber;
  private readonly end: DayNumber;
  private readonly rows: { bed: BedOnFile; nights: Uint8Array }[];

  constructor(facts: NightsOnFile, period: Period, day: Period['start']) {
    const today = dayNumber(day);
    const begun = begunBy(period, day);
    [this.start, this.end] = [dayNumber(begun.start), dayNumber(begun.end)];
    const size = this.end - this.start;
    this.rows = facts.beds.map((bed) => ({ bed, nights: new Uint8Array(size) }));
    this.markUse(facts);
    for (const stay of facts.stays) this.markStay(stay, today);
    this.markHolds(facts);
  }

  /** The whole of it. */
  get all(): NightCounts {
    return this.count(this.rows, this.start, this.end);
  }

  /** Of the nights of a part of the period. */
  in(part: Period): NightCounts {
    return this.count(this.rows, dayNumber(part.start), dayNumber(part.end));
  }

  /** A row for each bed that was in use, in the order of the house. */
  get byBed(): { name: string; counts: NightCounts }[] {
    return this.rows
      .map((row) => ({ name: row.bed.name, counts: this.count([row], this.start, this.end) }))
      .filter(({ counts }) => counts.capacity > 0);
  }

  private markUse({ closures }: NightsOnFile): void {
    for (const { bed } of this.rows) this.mark(bed.id, bed.firstNight, after(bed.lastNight), IN_USE);
    for (const { bedId, firstNight, lastNight, endedOn } of closures) {
      this.mark(bedId, firstNight, Math.min(after(lastNight), endedOn ?? Infinity), CLOSED);
    }
  }

  private markStay(stay: StayInBeds, today: DayNumber): void {
    const end = endOfNights(stay, today);
    for (const part of stay.parts) {
      const until = part.toDay ?? end;
      this.mark(part.bedId, part.fromDay, until, OCCUPIED);
      this.markAbsences(stay, part, until);
    }
  }

  private markAbsences({ absences }: StayInBeds, { bedId, fromDay }: PartOnFile, until: DayNumber): void {
    for (const { kind, sinceDay, backDay } of absences) {
      const end = Math.min(backDay ?? Infinity, until);
      this.mark(bedId, Math.max(sinceDay, fromDay), end, outOfTheHouse[kind]);
    }
  }

  private markHolds({ holds }: NightsOnFile): void {
    for (const { bedId, firstNight, endNight, ending, endedOn } of holds) {
      if (ending === 'used') continue;
      const end = Math.min(endNight, after(endedOn));
      this.mark(bedId, firstNight, end, ending === null ? KEPT : HELD_NOT_USED);
    }
  }

  private mark(bedId: string, from: DayNumber, end: DayNumber, what: number): void {
    const nights = this.rows.find(({ bed }) => bed.id === bedId)?.nights;
    const last = Math.min(end, this.end) - this.start;
    for (let night = Math.max(from, this.start) - this.start; nights && night < last; night += 1) {
      nights[night]! |= what;
    }
  }

  private count(rows: BedNights['rows'], from: DayNumber, end: DayNumber): NightCounts {
    const [first, last] = [Math.max(from, this.start) - this.start, Math.min(end, this.end) - this.start];
    const counts = noNights(Math.max(0, last - first));
    for (let night = first; night < last; night += 1) {
      const before = counts.inService;
      let taken = 0;
      for (const { nights } of rows) taken += add(counts, nights[night]!);
      if (taken > 0 && taken === counts.inService - before) counts.fullyTaken += 1;
    }
    return counts;
  }
}

const after = (last: DayNumber | null): DayNumber => (last === null ? Infinity : last + 1);

const noNights = (nights: number): NightCounts => ({
  ...{ nights, capacity: 0, closed: 0, inService: 0, occupied: 0 },
  ...{ slept: 0, away: 0, notKnown: 0, heldNotUsed: 0, fullyTaken: 0 },
});

/** Adds one night of one bed; answers 1 when the bed is in service and taken. */
function add(counts: NightCounts, night: number): 0 | 1 {
  if (!(night & (IN_USE | OCCUPIED))) return 0;
  if (night & HELD_NOT_USED) counts.heldNotUsed += 1;
  if (night & OCCUPIED) return addOccupied(counts, night);
  counts.capacity += 1;
  if (night & CLOSED) {
    counts.closed += 1;
    return 0;
  }
  counts.inService += 1;
  return night & (HELD_NOT_USED | KEPT) ? 1 : 0;
}

function addOccupied(counts: NightCounts, night: number): 1 {
  counts.capacity += 1;
  counts.inService += 1;
  counts.occupied += 1;
  if (night & AWAY) counts.away += 1;
  else if (night & NOT_KNOWN) counts.notKnown += 1;
  else counts.slept += 1;
  return 1;
}
