import type { ActOf } from './acts.js';
import type { HouseModel } from './house-model.js';
import { isOf, takeBackDeath } from './death-acts.js';
import { lastPart, partsOf, type Refusal } from './records.js';
import { ago, beginPart, comeBack, reopenPart } from './stay-acts.js';

export function correctArrival(house: HouseModel, told: ActOf<'correctArrival'>): Refusal {
  const stay = house.stays[told.stay]!;
  if (stay.isUndone) return 'Conflict';
  const at = ago(house, told.hoursBack);
  const day = house.calendar.night(at);
  const part = partsOf(stay)[0]!;
  const isOpen = part.toAt === null;
  if ((stay.leftAt ?? at) < at || (stay.departure ?? day) < day) return 'value';
  if (day >= stay.firstPlanned || stay.planned < day) return 'value';
  if ((part.toAt ?? at) < at || (!isOpen && part.end < day)) return 'value';
  if (!house.isFree(part.bed, day, isOpen ? house.endOf(stay) : part.end, [part])) return 'BedTaken';
  if (house.isElsewhere(stay.guest, day, stay.departure, stay)) return 'GuestAlreadyHere';
  if (house.hadSomebody(part.bed, day, isOpen ? null : part.end, [part])) return 'BedTaken';
  if (house.hasAnother(stay.guest, day, part.end, partsOf(stay))) return 'GuestAlreadyHere';
  if (at === stay.arrivedAt) return 'value';
  Object.assign(stay, { arrivedAt: at, arrival: day });
  Object.assign(part, { fromAt: at, from: day });
  house.write('stay.corrected', { bed: lastPart(stay).bed, stay });
  return null;
}

export function correctDeparture(house: HouseModel, told: ActOf<'correctDeparture'>): Refusal {
  const stay = house.stays[told.stay]!;
  if (stay.isUndone || stay.leftAt === null) return 'Conflict';
  const at = ago(house, told.hoursBack);
  const part = lastPart(stay);
  if (at < stay.arrivedAt || at < part.fromAt) return 'value';
  const end = Math.max(house.calendar.night(at), part.from);
  const departure = Math.max(house.calendar.night(at), stay.arrival);
  if (!house.isFree(part.bed, part.from, end, [part])) return 'BedTaken';
  if (house.isElsewhere(stay.guest, stay.arrival, departure, stay)) return 'GuestAlreadyHere';
  if (house.hadSomebody(part.bed, part.from, end, [part])) return 'BedTaken';
  if (house.hasAnother(stay.guest, part.from, end, partsOf(stay))) return 'GuestAlreadyHere';
  if (at === stay.leftAt) return 'value';
  Object.assign(stay, { leftAt: at, departure });
  Object.assign(part, { toAt: at, end });
  house.write('stay.corrected', { bed: part.bed, stay });
  return null;
}

/** They were still here, in their bed or in another since then (R53). */
export function reopen(house: HouseModel, told: ActOf<'reopen'>): Refusal {
  const stay = house.stays[told.stay]!;
  if (stay.isUndone || stay.leftAt === null) return 'Conflict';
  const death = house.deathOf(stay.guest);
  // They died since, or in another stay
  if (death && !isOf(death, stay)) return 'Conflict';
  const closed = death?.closure?.ending === null ? [death.closure] : [];
  const part = lastPart(stay);
  const bed = told.bed ?? part.bed;
  const isTheirs = bed === part.bed;
  const end = Math.max(stay.planned, part.end + 1, house.today + 1);
  if (!house.canEnter(bed, part.end, end, [part, ...closed])) return 'BedTaken';
  if (house.isElsewhere(stay.guest, stay.arrival, null, stay)) return 'GuestAlreadyHere';
  if (house.hadSomebody(bed, isTheirs ? part.from : part.end, null, partsOf(stay))) return 'BedTaken';
  const nights = stay.planned < house.today ? house.today + 1 : stay.planned;
  if (house.hasAnother(stay.guest, part.from, nights, partsOf(stay))) return 'GuestAlreadyHere';
  const kind = death ? 'stay.died' : 'stay.left';
  const left = house.acts.findLast((act) => act.kind === kind && act.stay === stay && !act.isUndone)!;
  if (death) takeBackDeath(death);
  comeBack(stay);
  if (isTheirs) {
    house.takeBackTurnover(part, left.ended);
    reopenPart(house, stay, part);
  } else beginPart(house, stay, bed, part);
  house.write('stay.reopened', { bed, stay });
  left.isUndone = true;
  return null;
}
