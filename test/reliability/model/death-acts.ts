import type { ActOf } from './acts.js';
import { close } from './bed-acts.js';
import { FURTHEST, type HouseModel } from './house-model.js';
import { type Closure, type Death, isHere, lastPart, type Refusal, type Stay } from './records.js';
import { ago, endPart } from './stay-acts.js';

/** Here or after they left (R50): never refused for a claim, a limit or how late it is written. */
export function die(house: HouseModel, told: ActOf<'die'>): Refusal {
  const stay = house.stays[told.stay]!;
  const at = ago(house, told.hoursBack);
  if (house.deathOf(stay.guest)) return null;
  if (stay.isUndone) return 'Conflict';
  if (house.here.some((other) => other.guest === stay.guest && other !== stay)) return 'Conflict';
  if (at < stay.arrivedAt || (stay.leftAt !== null && at < stay.leftAt)) return 'diedAt';
  const endedIt = isHere(stay);
  const part = lastPart(stay);
  if (endedIt && at < part.fromAt) return 'diedAt';
  for (const hold of house.holds.filter(({ guest, ending }) => guest === stay.guest && ending === null)) {
    house.end(hold, 'let-go');
    house.write('hold.letGo', { bed: hold.bed, hold });
  }
  const closure = endedIt ? endStay(house, stay, at) : null;
  house.deaths.push({ guest: stay.guest, stay, endedIt, closure, isUndone: false });
  house.write('stay.died', { bed: part.bed, stay });
  return null;
}

/** The bed is closed, and nobody is asked to make it up; null when somebody else has this very night. */
function endStay(house: HouseModel, stay: Stay, at: number): Closure | null {
  const { today } = house;
  const part = lastPart(stay);
  stay.leftAt = at;
  stay.departure = Math.max(house.calendar.night(at), stay.arrival);
  endPart(house, part, at);
  let until = today;
  while (until < today + FURTHEST && house.isFree(part.bed, until, until + 1, [])) until += 1;
  if (until === today) return null;
  const made = close(house, part.bed, today, until === today + FURTHEST ? null : until - 1);
  house.write('bed.closed', { bed: part.bed });
  return made;
}

/** They have not died since they left (R53); where it ended a stay, that one is opened again. */
export function alive(house: HouseModel, told: ActOf<'alive'>): Refusal {
  const stay = house.stays[told.stay]!;
  const death = house.deathOf(stay.guest);
  if (stay.isUndone || !death || death.endedIt) return 'Conflict';
  takeBackDeath(death);
  const line = house.acts.findLast((act) => act.kind === 'stay.died' && act.stay === death.stay)!;
  house.write('stay.corrected', { bed: lastPart(stay).bed, stay });
  line.isUndone = true;
  return null;
}

export const isOf = (death: Death, stay: Stay): boolean => death.endedIt && death.stay === stay;

/** The bed is in use again, unless somebody opened it already. */
export function takeBackDeath(death: Death): void {
  death.isUndone = true;
  const { closure } = death;
  if (closure?.ending === null) Object.assign(closure, { ending: 'undone', end: closure.from });
}
