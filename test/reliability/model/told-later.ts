import type { ActOf } from './acts.js';
import type { HouseModel } from './house-model.js';
import { nightsIn } from './limits.js';
import type { Act, Part, Refusal, Stay, Turnover } from './records.js';
import { ago, comeBack, undoLeaving, undoPart } from './stay-acts.js';

/** Somebody came and left again, told in one line (R52): only the nights they were here are asked for. */
export function cameAndLeft(house: HouseModel, told: ActOf<'cameAndLeft'>): Refusal {
  const { bed } = told;
  const arrivedAt = ago(house, told.hoursBack);
  const leftAt = arrivedAt + told.hours * 60;
  const [arrival, departure] = [house.calendar.night(arrivedAt), house.calendar.night(leftAt)];
  const guest = told.guest === null ? house.guests : house.stays[told.guest]!.guest;
  const asked = { arrival, others: house.othersOf(guest, null) };
  const isTooLong = house.limits.arePast([], nightsIn(bed, arrival, departure), asked);
  if (told.nights < 1) return 'departureDay';
  if ((isTooLong || house.isFarBack(arrivedAt)) && !told.yes) return 'NeedsException';
  if (!house.isFree(bed, arrival, departure, [])) return 'BedTaken';
  if (house.isElsewhere(guest, arrival, departure, null)) return 'GuestAlreadyHere';
  if (house.hadSomebody(bed, arrival, departure, [])) return 'BedTaken';
  if (house.hasAnother(guest, arrival, departure, [])) return 'GuestAlreadyHere';
  if (leftAt > house.now) return 'leftAt';
  house.guests = Math.max(house.guests, guest + 1);
  const part: Part = { bed, from: arrival, end: departure, fromAt: arrivedAt, toAt: leftAt, isUndone: false };
  const planned = arrival + told.nights;
  const stay: Stay = {
    ...{ number: house.stays.length, guest, arrivedAt, arrival, firstPlanned: planned, planned },
    ...{ leftAt, departure, isUndone: false, parts: [part], absences: [] },
  };
  house.stays.push(stay);
  write(house, stay, part, house.startLate(part, leftAt));
  return null;
}

/** Two lines: the first takes back both, the second only the leaving. */
function write(house: HouseModel, stay: Stay, part: Part, ended: Turnover | null): void {
  const { bed } = part;
  house.write('stay.arrived', { bed, stay }, () => {
    if (!left.isUndone) takeBackLeaving(house, left, part);
    stay.isUndone = true;
    for (const each of stay.parts) undoPart(each);
    return null;
  });
  const arrival = house.acts.at(-1)!;
  house.write('stay.left', { bed, stay, ended, arrival }, () => undoLeaving(house, stay, ended));
  const left = house.acts.at(-1)!;
}

function takeBackLeaving(house: HouseModel, left: Act, part: Part): void {
  comeBack(left.stay!);
  house.takeBackTurnover(part, left.ended);
  left.isUndone = true;
  house.write('act.undone', { bed: left.bed, stay: left.stay! });
}
