import type { Calendar, Minute, Night } from './calendar.js';
import { Limits, type NightInBed, nightsIn } from './limits.js';
import {
  type Absence,
  type Act,
  type Claim,
  type Closure,
  type Death,
  type Hold,
  isHere,
  lastPart,
  type Part,
  partsOf,
  type Refusal,
  type Stay,
  type Turnover,
} from './records.js';

/** Nobody plans further ahead (R12). */
export const FURTHEST = 400;
const FAR_BACK = 7;
const FOR_EVER = Infinity;

/**
 * The rules of R2, R4 to R14, R19 to R22, R24, R50 and R53 once more, as plainly as they can be said: records in lists, and
 * every night of every bed looked at one by one.
 */
export class HouseModel {
  now: Minute;
  readonly stays: Stay[] = [];
  readonly holds: Hold[] = [];
  readonly closures: Closure[] = [];
  readonly turnovers: Turnover[] = [];
  readonly deaths: Death[] = [];
  readonly acts: Act[] = [];
  /** The last night of each bed, null for a bed without end. */
  readonly lastNights: (Night | null)[];
  guests = 0;

  /** `rooms`: for each bed the number of its room. */
  constructor(
    readonly calendar: Calendar,
    start: Minute,
    readonly rooms: readonly number[],
    readonly limits: Limits = new Limits([], []),
  ) {
    this.now = start;
    this.lastNights = rooms.map(() => null);
  }

  get today(): Night {
    return this.calendar.night(this.now);
  }

  get here(): Stay[] {
    return this.stays.filter(isHere);
  }

  isFarBack(at: Minute): boolean {
    return this.calendar.night(at) < this.today - FAR_BACK;
  }

  // What time changes (R8, R12, R14)

  passTo(now: Minute): void {
    this.now = now;
    for (const hold of this.holds)
      if (hold.ending === null && hold.keepUntil <= now) this.end(hold, 'lapsed');
    for (const stay of this.here) if (stay.planned < this.today) this.stayOn(stay);
    this.topUp();
  }

  /** Every night up to this one is theirs; what they or others were promised for it keeps its later nights. */
  private stayOn(stay: Stay): void {
    const part = lastPart(stay);
    for (; part.end <= this.today; part.end += 1) {
      const night = part.end;
      const theirs = this.holds.filter(({ guest }) => guest === stay.guest);
      for (const other of [...this.holds, ...this.closures])
        if (has(other, part.bed, night)) other.from = night + 1;
      for (const other of theirs) if (has(other, other.bed, night)) other.from = night + 1;
    }
  }

  topUp(): void {
    for (const closure of this.closures) {
      if (closure.ending !== null || closure.last !== null) continue;
      while (
        closure.end < this.today + FURTHEST &&
        this.isFree(closure.bed, closure.end, closure.end + 1, [])
      )
        closure.end += 1;
    }
  }

  end(hold: Hold, ending: NonNullable<Hold['ending']>): void {
    hold.ending = ending;
    hold.end = hold.from;
  }

  // Whose a night is (R5 to R7, R13)

  private claims(): Claim[] {
    return [...this.holds, ...this.closures, ...this.stays.flatMap(partsOf)];
  }

  isInUse(bed: number, night: Night): boolean {
    return night <= (this.lastNights[bed] ?? FOR_EVER);
  }

  /** `own` are in nobody's way. */
  isFree(bed: number, from: Night, end: Night, own: readonly Claim[]): boolean {
    const others = this.claims().filter((claim) => !own.includes(claim));
    for (let night = from; night < end; night += 1)
      if (!this.isInUse(bed, night) || others.some((claim) => has(claim, bed, night))) return false;
    return true;
  }

  occupantOf(bed: number): Stay | null {
    return this.here.find((stay) => lastPart(stay).bed === bed) ?? null;
  }

  /** Somebody goes in now: nobody may be in it. */
  canEnter(bed: number, from: Night, end: Night, own: readonly Claim[]): boolean {
    const occupant = this.occupantOf(bed);
    return (occupant === null || own.includes(lastPart(occupant))) && this.isFree(bed, from, end, own);
  }

  /** One guest in a bed at a time, also where one of them had no night in it (R7); an `end` of null is not known yet. */
  hadSomebody(bed: number, from: Night, end: Night | null, own: readonly Part[]): boolean {
    return this.stays
      .flatMap(partsOf)
      .filter((part) => part.bed === bed && !own.includes(part))
      .some((part) => from < (part.toAt === null ? FOR_EVER : part.end) && part.from < (end ?? FOR_EVER));
  }

  /** One stay at a time (R7). */
  isElsewhere(guest: number, from: Night, end: Night | null, own: Stay | null): boolean {
    return this.stays
      .filter((stay) => stay.guest === guest && stay !== own && !stay.isUndone)
      .some((stay) => from < (stay.departure ?? FOR_EVER) && stay.arrival < (end ?? FOR_EVER));
  }

  /** Nobody has two beds for one night, whether they sleep there or it is kept for them (R7). */
  hasAnother(guest: number | null, from: Night, end: Night, own: readonly Claim[]): boolean {
    if (guest === null) return false;
    const parts = this.stays.filter((stay) => stay.guest === guest).flatMap(partsOf);
    return [...parts, ...this.holds.filter((hold) => hold.guest === guest)]
      .filter((claim) => !own.includes(claim))
      .some((claim) => Math.max(claim.from, from) < Math.min(claim.end, end));
  }

  /** Somebody is said to have died, here or later (R50). */
  deathOf(guest: number): Death | null {
    return this.deaths.find((death) => death.guest === guest && !death.isUndone) ?? null;
  }

  /** The nights of their other stays, for the limits (R22). */
  othersOf(guest: number, stay: Stay | null): NightInBed[] {
    return this.stays
      .filter((each) => each.guest === guest && each !== stay && !each.isUndone)
      .flatMap(partsOf)
      .flatMap(({ bed, from, end }) => nightsIn(bed, from, end));
  }

  /** The night from which on a bed that is closed from now on is in use again, as far as anyone plans. */
  closedUntil(bed: number, last: Night | null): Night {
    return last !== null ? last + 1 : Math.min(this.today + FURTHEST, (this.lastNights[bed] ?? FOR_EVER) + 1);
  }

  endOf(stay: Stay): Night {
    return stay.departure ?? (stay.planned < this.today ? this.today + 1 : stay.planned);
  }

  // Beds to make up (R10)

  toMakeUp(bed: number): Turnover | null {
    return this.turnovers.find(({ part, isOver }) => part.bed === bed && !isOver) ?? null;
  }

  /** Answers the one that ends so. */
  startTurnover(part: Part): Turnover | null {
    const earlier = this.toMakeUp(part.bed);
    if (earlier) earlier.isOver = true;
    this.turnovers.push({ part, isOver: false, isReady: false, readyAt: null });
    return earlier;
  }

  /** As `startTurnover`, told later: nobody makes a bed up again that was used or made up since. */
  startLate(part: Part, since: Minute): Turnover | null {
    const isUsed = this.stays
      .flatMap(partsOf)
      .some((each) => each !== part && each.bed === part.bed && each.fromAt >= since);
    const isMadeUp = this.turnovers.some(
      (each) => each.part.bed === part.bed && each.isReady && each.readyAt! >= since,
    );
    return isUsed || isMadeUp ? null : this.startTurnover(part);
  }

  /** They were in it all the time: what was to make up before is so again, unless somebody made it up since. */
  takeBackTurnover(part: Part, earlier: Turnover | null): void {
    const mine = this.turnovers.filter((each) => each.part === part);
    for (const each of mine) each.isOver = true;
    const isMadeUp = mine.some(({ isReady }) => isReady) || this.toMakeUp(part.bed) !== null;
    if (earlier && !isMadeUp) earlier.isOver = false;
  }

  // History and undo (R24)

  write(kind: string, about: About, back: Act['back'] | null = null): void {
    this.acts.push({
      kind,
      bed: about.bed,
      stay: about.stay ?? null,
      hold: about.hold ?? null,
      ended: about.ended ?? null,
      undoUntil: back && this.calendar.shiftEnd(this.now),
      isUndone: false,
      arrival: about.arrival ?? null,
      back: back ?? (() => null),
    });
  }

  whyNotUndo(act: Act): Refusal {
    if (act.isUndone || act.undoUntil === null || this.now >= act.undoUntil) return 'CannotUndo';
    const later = this.acts.slice(this.acts.indexOf(act) + 1);
    const isInTheWay = later.some(
      (each) =>
        !each.isUndone && each.arrival !== act && each.kind !== 'act.undone' && isAboutTheSame(act, each),
    );
    return isInTheWay ? 'CannotUndo' : null;
  }

  // What the board says (R9)

  /** For each bed its status and flags. */
  board(): string[] {
    return this.rooms.map((_, bed) => [this.statusOf(bed), ...this.flagsOf(bed)].join(' '));
  }

  private statusOf(bed: number): string {
    if (this.occupantOf(bed)) return 'staying';
    if (this.closures.some((closure) => has(closure, bed, this.today))) return 'closed';
    const hold = this.holds.find((each) => has(each, bed, this.today));
    if (hold) return hold.from === this.today ? 'arriving' : 'held';
    return this.toMakeUp(bed) ? 'getting-ready' : 'free';
  }

  private flagsOf(bed: number): string[] {
    const stay = this.occupantOf(bed);
    const isOn = stay !== null && stay.planned < this.today;
    const out = stay && absenceOf(stay);
    const flags: [string, boolean][] = [
      ['leaving-today', stay?.planned === this.today],
      ['staying-on', isOn],
      ['away', out?.kind === 'away'],
      ['not-seen', out?.kind === 'not-seen'],
      ['two-for-one-bed', isOn && this.isPromised(bed)],
      ['not-ready', this.toMakeUp(bed) !== null && this.statusOf(bed) !== 'getting-ready'],
    ];
    return flags.flatMap(([flag, is]) => (is ? [flag] : []));
  }

  /** Somebody who has not come, or a closure, was to have this night or has the next. */
  private isPromised(bed: number): boolean {
    const tomorrow = this.today + 1;
    return [...this.holds, ...this.closures].some(
      (each) => each.ending === null && each.bed === bed && each.from <= tomorrow && each.end >= tomorrow,
    );
  }

  /** Each night that has an owner, as 'night bed owner'. */
  owners(): string[] {
    const named = [
      ...this.holds.map((hold) => ({ claim: hold, owner: `hold ${hold.number}` })),
      ...this.closures.map((closure) => ({ claim: closure, owner: `closure ${closure.number}` })),
      ...this.stays.flatMap((stay) =>
        partsOf(stay).map((claim) => ({ claim, owner: `stay ${stay.number}` })),
      ),
    ];
    return named
      .flatMap(({ claim: { bed, from, end }, owner }) =>
        Array.from({ length: end - from }, (_, index) => `${from + index} ${bed} ${owner}`),
      )
      .sort();
  }
}

type About = Pick<Act, 'bed'> & Partial<Pick<Act, 'stay' | 'hold' | 'ended' | 'arrival'>>;

const has = (claim: Claim, bed: number, night: Night): boolean =>
  claim.bed === bed && claim.from <= night && night < claim.end;

/** The same stay or hold, else the same bed; that a bed is kept is nothing done with the bed. */
function isAboutTheSame(act: Act, later: Act): boolean {
  if (act.stay) return later.stay === act.stay;
  if (act.hold) return later.hold === act.hold;
  return later.bed === act.bed && !later.kind.startsWith('hold.');
}

/** The absence that was told last and is not over. */
export function absenceOf(stay: Stay): Absence | null {
  const last = lastAbsence(stay);
  return last?.until === null ? last : null;
}

export const lastAbsence = ({ absences }: Stay): Absence | null =>
  absences.filter(({ isUndone }) => !isUndone).at(-1) ?? null;
