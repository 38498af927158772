import type { Temporal } from 'temporal-polyfill';
import { Bed } from './bed.js';
import { BedTaken } from './conflict.js';
import { isBefore } from './days.js';
import { guardNights, type KnownClaim } from './guard.js';
import { type Days, DaysCalendar } from './days-calendar.js';
import type { EarlierStay } from './import-row.js';

/** Why a row does not come in. */
export type RowProblem = { row: number } & (
  | { why: 'said'; message: string }
  /** The bed has another claim on file, of `by`; null when it was not in use on all of these nights. */
  | { why: 'taken'; bed: Bed; by: KnownClaim | null }
  /** An earlier row of the file has the bed, or the same guest is elsewhere by it. */
  | { why: 'row'; of: 'bed' | 'guest'; bed: Bed; other: EarlierStay }
  /** The guest of an earlier import has another stay on these days. */
  | { why: 'guest'; bed: Bed; from: Temporal.PlainDate; to: Temporal.PlainDate }
);

/** What the file has already. */
export interface OnFile {
  beds: readonly Bed[];
  /** Of holds, closures and parts of stays, those of no night too. */
  claims: readonly KnownClaim[];
  /** Numbers of the rows that came in before, with the guest they made. */
  there: ReadonlyMap<number, string>;
  /** The stays of those guests. */
  guestDays: readonly (Days & { guestId: string })[];
}

export interface Checked {
  good: readonly EarlierStay[];
  /** In the order of the rows. */
  problems: readonly RowProblem[];
  /** The guest on file whose rows these are, by `guestKey`. */
  guests: ReadonlyMap<string, string>;
  /** Beds that are to be in use from an earlier night on. */
  opened: readonly { bed: Bed; firstNight: Temporal.PlainDate }[];
}

/**
 * Which rows can come in, in their order: each goes through the guard of every stay (R13), with the file and with the rows
 * before it. `opensBeds`: a bed was in use from its first night in these rows on.
 */
export function checkRows(rows: readonly EarlierStay[], file: OnFile, opensBeds: boolean): Checked {
  const fresh = rows.filter(({ row }) => !file.there.has(row));
  const opened = opensBeds ? earlierNights(fresh) : [];
  const check = new RowCheck(rows, file, opened);
  const problems: RowProblem[] = [];
  const good = fresh.filter((row) => {
    const problem = check.take(row);
    if (problem) problems.push(problem);
    return problem === null;
  });
  const isUsed = ({ bed }: { bed: Bed }) => good.some((each) => each.bed.id === bed.id);
  return { good, problems, guests: check.guests, opened: opened.filter(isUsed) };
}

/** The first night of each bed in these rows, where the house has it only later. */
function earlierNights(rows: readonly EarlierStay[]): { bed: Bed; firstNight: Temporal.PlainDate }[] {
  const first = new Map<Bed, Temporal.PlainDate>();
  for (const { bed, arrivalDay } of rows) {
    const known = first.get(bed) ?? bed.firstNight;
    if (isBefore(arrivalDay, known)) first.set(bed, arrivalDay);
  }
  return [...first].map(([bed, firstNight]) => ({ bed, firstNight }));
}

class RowCheck {
  /** By `guestKey`. */
  readonly guests = new Map<string, string>();
  private readonly beds: ReadonlyMap<string, Bed>;
  private readonly inBed = new DaysCalendar<KnownClaim>();
  private readonly rowsInBed = new DaysCalendar<Days & { row: EarlierStay }>();
  private readonly rowsOfGuest = new DaysCalendar<Days & { row: EarlierStay }>();
  private readonly ofGuest = new DaysCalendar<Days & { guestId: string }>();
  private readonly said = new Map<string, EarlierStay>();

  constructor(rows: readonly EarlierStay[], file: OnFile, opened: Checked['opened']) {
    this.beds = new Map(file.beds.map((bed) => [bed.id, sinceThen(bed, opened)]));
    for (const claim of file.claims) this.inBed.add(claim.bedId, claim);
    for (const days of file.guestDays) this.ofGuest.add(days.guestId, days);
    for (const { row, guestKey } of rows) {
      const guestId = file.there.get(row);
      if (guestKey !== null && guestId !== undefined) this.guests.set(guestKey, guestId);
    }
  }

  /** Null when the row can come in: those after it find its nights taken. */
  take(row: EarlierStay): RowProblem | null {
    const problem = this.problemOf(row);
    if (problem) return problem;
    const taken = { ...daysOf(row), row };
    this.rowsInBed.add(row.bed.id, taken);
    if (row.guestKey !== null) this.rowsOfGuest.add(row.guestKey, taken);
    this.said.set(row.sameAs, row);
    return null;
  }

  private problemOf(row: EarlierStay): RowProblem | null {
    const same = this.said.get(row.sameAs);
    if (same) return { row: row.row, why: 'row', of: 'bed', bed: row.bed, other: same };
    return this.inTheBed(row) ?? this.ofTheGuest(row);
  }

  private inTheBed(row: EarlierStay): RowProblem | null {
    const days = daysOf(row);
    const other = this.rowsInBed.meeting(row.bed.id, days)[0];
    if (other) return { row: row.row, why: 'row', of: 'bed', bed: row.bed, other: other.row };
    const bed = this.beds.get(row.bed.id)!;
    const claims = this.inBed.meeting(bed.id, days);
    try {
      guardNights([{ bed, claims, isOccupied: false }], { bedId: bed.id, ...days });
    } catch (error) {
      if (!(error instanceof BedTaken)) throw error;
      return { row: row.row, why: 'taken', bed, by: error.obstacle?.by ?? null };
    }
    // The guard knows of nights; a visit within one day has none, and still was in the bed
    const visit = claims.find(({ kind }) => kind === 'stay') ?? null;
    return visit && { row: row.row, why: 'taken', bed, by: visit };
  }

  private ofTheGuest({ row, guestKey, bed, ...stay }: EarlierStay): RowProblem | null {
    if (guestKey === null) return null;
    const days = daysOf(stay);
    const other = this.rowsOfGuest.meeting(guestKey, days)[0];
    if (other) return { row, why: 'row', of: 'guest', bed, other: other.row };
    const guestId = this.guests.get(guestKey);
    const [stayed] = guestId === undefined ? [] : this.ofGuest.meeting(guestId, days);
    return stayed ? { row, why: 'guest', bed, from: stayed.firstNight, to: stayed.endNight } : null;
  }
}

const daysOf = ({ arrivalDay, departureDay }: Pick<EarlierStay, 'arrivalDay' | 'departureDay'>): Days => ({
  firstNight: arrivalDay,
  endNight: departureDay,
});

/** The bed as it is once it is in use from an earlier night on. */
function sinceThen(bed: Bed, opened: Checked['opened']): Bed {
  const earlier = opened.find((each) => each.bed.id === bed.id);
  return earlier
    ? Object.assign(new Bed({ ...bed, firstNight: earlier.firstNight }), { lastNight: bed.lastNight })
    : bed;
}
