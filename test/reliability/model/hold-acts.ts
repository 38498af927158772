import type { ActOf } from './acts.js';
import type { Minute, Night } from './calendar.js';
import type { HouseModel } from './house-model.js';
import type { Claim, Hold, Refusal } from './records.js';

export function hold(house: HouseModel, told: ActOf<'hold'>): Refusal {
  const first = house.today + told.in;
  const until = first + told.nights;
  const keepUntil = house.now + (told.in * 24 + told.hours) * 60;
  if (told.nights < 1) return 'nights';
  if (first < house.today) return 'firstNight';
  if (isWrongHour(house, keepUntil, until)) return 'keepUntil';
  if (!house.isFree(told.bed, first, until, [])) return 'BedTaken';
  const guest = told.guest === null ? null : house.stays[told.guest]!.guest;
  if (house.hasAnother(guest, first, until, [])) return 'GuestAlreadyHere';
  const made: Hold = {
    ...{ number: house.holds.length, bed: told.bed, first, until, keepUntil, ending: null },
    ...{ guest, from: first, end: until },
  };
  house.holds.push(made);
  house.write('hold.made', { bed: made.bed, hold: made }, () => {
    if (made.ending === 'used') return 'CannotUndo';
    house.end(made, 'undone');
    return null;
  });
  return null;
}

export function keepLonger(house: HouseModel, told: ActOf<'keepLonger'>): Refusal {
  const kept = house.holds[told.hold]!;
  const keepUntil = house.now + told.hours * 60;
  if (kept.ending === 'used' || kept.ending === 'undone') return 'HoldOver';
  if (isWrongHour(house, keepUntil, kept.until)) return 'keepUntil';
  const why = kept.ending === null ? null : hasAgain(house, kept);
  if (why) return why;
  kept.keepUntil = keepUntil;
  house.write('hold.keptLonger', { bed: kept.bed, hold: kept });
  return null;
}

export function letGo(house: HouseModel, told: ActOf<'letGo'>): Refusal {
  const kept = house.holds[told.hold]!;
  if (kept.ending !== null) return 'HoldOver';
  house.end(kept, 'let-go');
  house.write('hold.letGo', { bed: kept.bed, hold: kept }, () => giveBack(house, kept));
  return null;
}

/** What ended it was a slip; when its hour has come meanwhile it lapsed at it. `gone` are those who make room. */
export function giveBack(house: HouseModel, kept: Hold, gone: readonly Claim[] = []): Refusal {
  if (kept.keepUntil > house.now) {
    const why = hasAgain(house, kept, gone);
    return why === 'BedTaken' ? 'CannotUndo' : why;
  }
  house.end(kept, 'lapsed');
  return null;
}

/** Has the nights that are left again, if they are free and its guest has no other bed then. */
function hasAgain(house: HouseModel, kept: Hold, gone: readonly Claim[] = []): Refusal {
  const from = Math.max(kept.first, house.today);
  if (!house.isFree(kept.bed, from, kept.until, [kept, ...gone])) return 'BedTaken';
  if (house.hasAnother(kept.guest, from, kept.until, [kept, ...gone])) return 'GuestAlreadyHere';
  Object.assign(kept, { from, end: kept.until, ending: null });
  return null;
}

const isWrongHour = (house: HouseModel, keepUntil: Minute, until: Night): boolean =>
  keepUntil <= house.now || house.calendar.night(keepUntil) >= until;
