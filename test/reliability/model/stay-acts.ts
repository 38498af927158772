import type { ActOf } from './acts.js';
import type { Minute } from './calendar.js';
import { giveBack } from './hold-acts.js';
import type { HouseModel } from './house-model.js';
import { type NightInBed, nightsIn } from './limits.js';
import {
  type Act,
  type Claim,
  type Hold,
  isHere,
  lastPart,
  type Part,
  partsOf,
  type Refusal,
  type Stay,
  type Turnover,
} from './records.js';

/** Two desks that record the same leaving within this time record one. */
const SAME_LEAVING = 60;

export const ago = (house: HouseModel, hours: number): Minute => house.now - hours * 60;

export function checkIn(house: HouseModel, told: ActOf<'checkIn'>): Refusal {
  const { bed } = told;
  const arrivedAt = ago(house, told.hoursBack);
  const arrival = house.calendar.night(arrivedAt);
  const planned = house.today + told.nights;
  const kept = told.hold === null ? null : house.holds[told.hold]!;
  const used = kept?.ending === null ? kept : null;
  const guest = told.guest === null ? (kept?.guest ?? house.guests) : house.stays[told.guest]!.guest;
  const asked = { arrival, others: house.othersOf(guest, null) };
  const isTooLong = house.limits.arePast([], nightsIn(bed, arrival, planned), asked);
  if (planned <= arrival) return 'departureDay';
  if ((isTooLong || house.isFarBack(arrivedAt)) && !told.yes) return 'NeedsException';
  if (kept?.ending === 'used') return 'HoldOver';
  if (!house.canEnter(bed, arrival, planned, used ? [used] : [])) return 'BedTaken';
  if (house.toMakeUp(bed) && !told.confirm) return 'NotReadyYet';
  if (house.isElsewhere(guest, arrival, null, null)) return 'GuestAlreadyHere';
  if (house.hadSomebody(bed, arrival, null, [])) return 'BedTaken';
  if (house.hasAnother(guest, arrival, planned, used ? [used] : [])) return 'GuestAlreadyHere';
  if (used) house.end(used, 'used');
  house.guests = Math.max(house.guests, guest + 1);
  const part: Part = { bed, from: arrival, end: planned, fromAt: arrivedAt, toAt: null, isUndone: false };
  const stay: Stay = {
    ...{ number: house.stays.length, guest, arrivedAt, arrival, firstPlanned: planned, planned },
    ...{ leftAt: null, departure: null, isUndone: false, parts: [part], absences: [] },
  };
  house.stays.push(stay);
  house.write('stay.arrived', { bed, stay, hold: used }, () => undoCheckIn(house, stay, used));
  return null;
}

function undoCheckIn(house: HouseModel, stay: Stay, used: Hold | null): Refusal {
  const why = used && giveBack(house, used, stay.parts);
  if (why) return why;
  stay.isUndone = true;
  for (const part of stay.parts) undoPart(part);
  return null;
}

export function plan(house: HouseModel, told: ActOf<'plan'>): Refusal {
  const stay = house.stays[told.stay]!;
  const { today } = house;
  const day = today + told.in;
  if (!isHere(stay)) return 'Conflict';
  const before = stay.planned;
  if (day === before && before >= today) return null;
  if (day <= stay.arrival || day < today) return 'departureDay';
  if (!canStay(house, stay, day)) return 'BedTaken';
  if (isPast(house, stay, nightsUpTo(stay, before), nightsUpTo(stay, day)) && !told.yes)
    return 'NeedsException';
  if (hasAnotherUntil(house, stay, day)) return 'GuestAlreadyHere';
  takeUntil(house, stay, day);
  house.write('stay.planned', { bed: lastPart(stay).bed, stay }, () => {
    if (!canStay(house, stay, before)) return 'CannotUndo';
    if (hasAnotherUntil(house, stay, before)) return 'GuestAlreadyHere';
    takeUntil(house, stay, before);
    return null;
  });
  return null;
}

const hasAnotherUntil = (house: HouseModel, stay: Stay, day: number): boolean =>
  house.hasAnother(stay.guest, lastPart(stay).from, day < house.today ? house.today + 1 : day, partsOf(stay));

/** What the nights go past that they did not before. */
const isPast = (house: HouseModel, stay: Stay, before: NightInBed[], after: NightInBed[]): boolean =>
  house.limits.arePast(before, after, {
    arrival: stay.arrival,
    others: house.othersOf(stay.guest, stay),
  });

/** Slept so far and, in the last bed, to be slept up to a day; from the night `cut` on in another bed. */
function nightsUpTo(stay: Stay, day: number, cut = day, bed = lastPart(stay).bed): NightInBed[] {
  const parts = partsOf(stay);
  const last = parts.at(-1)!;
  return [
    ...parts.slice(0, -1).flatMap((part) => nightsIn(part.bed, part.from, part.end)),
    ...nightsIn(last.bed, last.from, cut),
    ...nightsIn(bed, cut, day),
  ];
}

/** The nights that are left would be past a limit in the other bed. */
function isPastIn(house: HouseModel, stay: Stay, bed: number, at: Minute): boolean {
  const cut = nightOf(house, lastPart(stay), at);
  const left = (inBed: number) => nightsUpTo(stay, stay.planned, cut, inBed);
  return isPast(house, stay, left(lastPart(stay).bed), left(bed));
}

/** In the bed they are in, tonight at least. */
const canStay = (house: HouseModel, stay: Stay, day: number): boolean =>
  house.canEnter(lastPart(stay).bed, house.today, Math.max(day, house.today + 1), [lastPart(stay)]);

function takeUntil(house: HouseModel, stay: Stay, day: number): void {
  stay.planned = day;
  lastPart(stay).end = house.endOf(stay);
}

export function leave(house: HouseModel, told: ActOf<'leave'>): Refusal {
  const stay = house.stays[told.stay]!;
  const at = ago(house, told.hoursBack);
  const death = house.deathOf(stay.guest);
  if (death?.endedIt && death.stay === stay) return 'AlreadyLeft';
  if (!isHere(stay))
    return stay.leftAt !== null && Math.abs(stay.leftAt - at) <= SAME_LEAVING ? null : 'AlreadyLeft';
  const part = lastPart(stay);
  if (house.isFarBack(at)) return 'NeedsException';
  if (at < stay.arrivedAt || at < part.fromAt) return 'leftAt';
  stay.leftAt = at;
  stay.departure = Math.max(house.calendar.night(at), stay.arrival);
  endPart(house, part, at);
  const earlier = house.startTurnover(part);
  house.write('stay.left', { bed: part.bed, stay, ended: earlier }, () => undoLeaving(house, stay, earlier));
  return null;
}

export function undoLeaving(house: HouseModel, stay: Stay, earlier: Turnover | null): Refusal {
  const part = lastPart(stay);
  const end = stay.planned < house.today ? house.today + 1 : stay.planned;
  if (!house.canEnter(part.bed, part.end, end, [part])) return 'CannotUndo';
  if (house.isElsewhere(stay.guest, stay.arrival, null, stay)) return 'GuestAlreadyHere';
  if (house.hadSomebody(part.bed, part.from, null, [part])) return 'BedTaken';
  if (house.hasAnother(stay.guest, part.from, end, partsOf(stay))) return 'GuestAlreadyHere';
  comeBack(stay);
  house.takeBackTurnover(part, earlier);
  reopenPart(house, stay, part);
  return null;
}

export const comeBack = (stay: Stay): unknown => Object.assign(stay, { leftAt: null, departure: null });

export function move(house: HouseModel, told: ActOf<'move'>): Refusal {
  const stay = house.stays[told.stay]!;
  const at = ago(house, told.hoursBack);
  if (!isHere(stay)) return 'Conflict';
  const before = lastPart(stay);
  if (before.bed === told.bed) return 'bedId';
  if (at < before.fromAt) return 'movedAt';
  if (!canGo(house, stay, told.bed, nightOf(house, before, at), [before])) return 'BedTaken';
  if ((house.isFarBack(at) || isPastIn(house, stay, told.bed, at)) && !told.yes) return 'NeedsException';
  if (house.hadSomebody(told.bed, nightOf(house, before, at), null, partsOf(stay))) return 'BedTaken';
  endPart(house, before, at);
  const part = beginPart(house, stay, told.bed, before);
  const earlier = house.startTurnover(before);
  house.write('stay.moved', { bed: told.bed, stay }, () => {
    if (!canGo(house, stay, before.bed, before.end, [part])) return 'CannotUndo';
    if (house.hadSomebody(before.bed, before.from, null, [before, part])) return 'BedTaken';
    undoPart(part);
    reopenPart(house, stay, before);
    house.takeBackTurnover(before, earlier);
    return null;
  });
  return null;
}

export function swap(house: HouseModel, told: ActOf<'swap'>): Refusal {
  const [one, other] = [house.stays[told.stay]!, house.stays[told.other]!];
  const at = ago(house, told.hoursBack);
  if (!isHere(one)) return 'Conflict';
  if (!isHere(other) || one === other) return 'otherStayId';
  const [mine, theirs] = [lastPart(one), lastPart(other)];
  if (at < mine.fromAt || at < theirs.fromAt) return 'movedAt';
  const both = [mine, theirs];
  if (!canGo(house, one, theirs.bed, nightOf(house, mine, at), both)) return 'BedTaken';
  if (!canGo(house, other, mine.bed, nightOf(house, theirs, at), both)) return 'BedTaken';
  const arePast = isPastIn(house, one, theirs.bed, at) || isPastIn(house, other, mine.bed, at);
  if ((house.isFarBack(at) || arePast) && !told.yes) return 'NeedsException';
  for (const part of both) endPart(house, part, at);
  const parts = [beginPart(house, one, theirs.bed, mine), beginPart(house, other, mine.bed, theirs)] as const;
  const lines: Act[] = [];
  const putBack = (asked: number) => (): Refusal => {
    const twin = lines[1 - asked]!;
    if (house.whyNotUndo(twin)) return 'CannotUndo';
    if (!canGo(house, one, mine.bed, mine.end, parts)) return 'CannotUndo';
    if (!canGo(house, other, theirs.bed, theirs.end, parts)) return 'CannotUndo';
    for (const part of parts) undoPart(part);
    reopenPart(house, one, mine);
    reopenPart(house, other, theirs);
    twin.isUndone = true;
    house.write('act.undone', { bed: twin.bed, stay: twin.stay! });
    return null;
  };
  house.write('stay.swapped', { bed: theirs.bed, stay: one }, putBack(0));
  house.write('stay.swapped', { bed: mine.bed, stay: other }, putBack(1));
  lines.push(...house.acts.slice(-2));
  return null;
}

/** Nights from then on, tonight at least. */
const canGo = (house: HouseModel, stay: Stay, bed: number, from: number, own: readonly Claim[]): boolean =>
  house.canEnter(bed, from, Math.max(house.endOf(stay), from + 1), own);

/** The night of that moment is not this bed's any more. */
const nightOf = (house: HouseModel, part: Part, at: Minute): number =>
  Math.max(house.calendar.night(at), part.from);

export function endPart(house: HouseModel, part: Part, at: Minute): void {
  Object.assign(part, { toAt: at, end: nightOf(house, part, at) });
}

export function beginPart(house: HouseModel, stay: Stay, bed: number, after: Part): Part {
  const nights = { from: after.end, end: Math.max(after.end, house.endOf(stay)) };
  const part: Part = { bed, ...nights, fromAt: after.toAt!, toAt: null, isUndone: false };
  stay.parts.push(part);
  return part;
}

export function reopenPart(house: HouseModel, stay: Stay, part: Part): void {
  Object.assign(part, { toAt: null, end: house.endOf(stay) });
}

export const undoPart = (part: Part): unknown => Object.assign(part, { isUndone: true, end: part.from });
