import type { ActOf } from './acts.js';
import type { Night } from './calendar.js';
import type { HouseModel } from './house-model.js';
import type { Closure, Refusal } from './records.js';

export function ready(house: HouseModel, { bed }: ActOf<'ready'>): Refusal {
  const turnover = house.toMakeUp(bed);
  if (!turnover) return null;
  Object.assign(turnover, { isOver: true, isReady: true, readyAt: house.now });
  house.write('bed.ready', { bed }, () => {
    if (house.occupantOf(bed) || house.toMakeUp(bed)) return 'CannotUndo';
    Object.assign(turnover, { isOver: false, isReady: false });
    return null;
  });
  return null;
}

/** From now on, alone or with the other beds of its room: all or none (R11). */
export function closeNow(house: HouseModel, told: ActOf<'closeNow'>): Refusal {
  const { today } = house;
  const last = told.last === null ? null : today + told.last;
  if (last !== null && last < today) return 'lastNight';
  const others = house.rooms.flatMap((room, bed) =>
    told.room && bed !== told.bed && room === house.rooms[told.bed] && house.isInUse(bed, today) ? [bed] : [],
  );
  const beds = [...others, told.bed];
  const areFree = beds.every((bed) => house.canEnter(bed, today, atLeastOne(house, bed, today, last), []));
  if (!areFree) return 'BedTaken';
  const made = beds.map((bed) => close(house, bed, today, last));
  for (const closure of made.slice(0, -1)) house.write('bed.closed', { bed: closure.bed });
  writeClosed(house, made);
  return null;
}

export function planClosure(house: HouseModel, told: ActOf<'planClosure'>): Refusal {
  const first = house.today + told.in;
  const last = told.last === null ? null : house.today + told.last;
  if (first < house.today) return 'firstNight';
  if (last !== null && last < first) return 'lastNight';
  if (!house.isFree(told.bed, first, atLeastOne(house, told.bed, first, last), [])) return 'BedTaken';
  writeClosed(house, [close(house, told.bed, first, last)]);
  return null;
}

export function changeClosure(house: HouseModel, told: ActOf<'changeClosure'>): Refusal {
  const { today } = house;
  const closure = house.closures[told.closure]!;
  const first = told.first === null ? closure.first : today + told.first;
  const last = told.last === null ? null : today + told.last;
  if (first === closure.first && last === closure.last) return null;
  if (isOver(closure, today)) return 'main';
  if (first !== closure.first && Math.min(first, closure.first) < today) return 'firstNight';
  if (last !== null && last < Math.max(today, first)) return 'lastNight';
  // Nights that passed to a guest who stayed on stay theirs
  const from = first === closure.first ? closure.from : first;
  const end = Math.max(from, house.closedUntil(closure.bed, last));
  if (!house.isFree(closure.bed, from, end, [closure])) return 'BedTaken';
  Object.assign(closure, { first, last, from, end });
  house.write('closure.changed', { bed: closure.bed });
  return null;
}

export function cancelClosure(house: HouseModel, told: ActOf<'cancelClosure'>): Refusal {
  const closure = house.closures[told.closure]!;
  if (isOver(closure, house.today)) return 'main';
  const hasBegun = closure.first <= house.today;
  closure.ending = hasBegun ? 'used-again' : 'cancelled';
  closure.end = hasBegun ? Math.max(closure.from, Math.min(closure.end, house.today)) : closure.from;
  house.write('closure.ended', { bed: closure.bed });
  return null;
}

/** Out of use after a night, or in use without end (R12). */
export function retire(house: HouseModel, { bed, last }: ActOf<'retire'>): Refusal {
  const lastNight = last === null ? null : house.today + last;
  if (lastNight !== null) {
    if (house.occupantOf(bed)) return 'lastNight';
    if (house.owners().some((line) => isLater(line, bed, lastNight))) return 'StillClaimed';
  }
  house.lastNights[bed] = lastNight;
  return null;
}

function isLater(line: string, bed: number, lastNight: Night): boolean {
  const [night, of] = line.split(' ').map(Number);
  return of === bed && night! > lastNight;
}

const atLeastOne = (house: HouseModel, bed: number, first: Night, last: Night | null): Night =>
  Math.max(first + 1, house.closedUntil(bed, last));

const isOver = ({ ending, last }: Closure, today: Night): boolean =>
  ending !== null || (last !== null && last < today);

export function close(house: HouseModel, bed: number, first: Night, last: Night | null): Closure {
  const nights = { bed, first, last, from: first, end: house.closedUntil(bed, last) };
  const closure: Closure = { number: house.closures.length, ...nights, ending: null };
  house.closures.push(closure);
  return closure;
}

/** The line that takes all of them back; with no other of the beds anything may have happened either. */
function writeClosed(house: HouseModel, made: readonly Closure[]): void {
  const beds = made.map(({ bed }) => bed);
  const place = house.acts.length;
  house.write('bed.closed', { bed: beds.at(-1)! }, () => {
    const later = house.acts.slice(place + 1).filter(({ bed }) => beds.includes(bed));
    if (later.some(({ isUndone, kind }) => !isUndone && kind !== 'act.undone')) return 'CannotUndo';
    for (const closure of made) Object.assign(closure, { ending: 'undone', end: closure.from });
    return null;
  });
}
