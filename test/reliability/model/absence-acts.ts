import type { ActOf } from './acts.js';
import { absenceOf, type HouseModel, lastAbsence } from './house-model.js';
import { type Absence, isHere, lastPart, type Refusal, type Stay } from './records.js';
import { ago } from './stay-acts.js';

export function away(house: HouseModel, told: ActOf<'away'>): Refusal {
  const stay = house.stays[told.stay]!;
  const at = ago(house, told.hoursBack);
  const backBy = house.now + told.hours * 60;
  const open = absenceOf(stay);
  if (backBy <= house.now) return 'backBy';
  if (!isHere(stay)) return 'Conflict';
  if (open?.backBy === backBy) return null;
  if (at < Math.max(stay.arrivedAt, open?.since ?? 0, open ? 0 : (lastAbsence(stay)?.until ?? 0)))
    return 'awayAt';
  if (house.isFarBack(at)) return 'NeedsException';
  if (open) Object.assign(open, { until: at, ending: 'told-anew' });
  const absence = begin(stay, 'away', at, backBy);
  house.write('stay.away', { bed: lastPart(stay).bed, stay }, () => {
    absence.isUndone = true;
    if (open) goOn(open);
    return null;
  });
  return null;
}

export function notSeen(house: HouseModel, told: ActOf<'notSeen'>): Refusal {
  const stay = house.stays[told.stay]!;
  const open = absenceOf(stay);
  if (!isHere(stay)) return 'Conflict';
  if (open) return open.kind === 'not-seen' ? null : 'Conflict';
  const since = Math.max(house.calendar.shiftStart(house.now), stay.arrivedAt, lastAbsence(stay)?.until ?? 0);
  const absence = begin(stay, 'not-seen', since, null);
  house.write('stay.notSeen', { bed: lastPart(stay).bed, stay }, () => {
    absence.isUndone = true;
    return null;
  });
  return null;
}

export function back(house: HouseModel, told: ActOf<'back'>): Refusal {
  const stay = house.stays[told.stay]!;
  const at = ago(house, told.hoursBack);
  const open = absenceOf(stay);
  if (!isHere(stay)) return 'Conflict';
  if (!open) return lastAbsence(stay)?.ending === 'back' ? null : 'Conflict';
  if (at < open.since) return 'at';
  if (house.isFarBack(at)) return 'NeedsException';
  Object.assign(open, { until: at, ending: 'back' });
  house.write('stay.back', { bed: lastPart(stay).bed, stay }, () => {
    goOn(open);
    return null;
  });
  return null;
}

function begin(stay: Stay, kind: Absence['kind'], since: number, backBy: number | null): Absence {
  const absence: Absence = { kind, since, backBy, until: null, ending: null, isUndone: false };
  stay.absences.push(absence);
  return absence;
}

const goOn = (absence: Absence): unknown => Object.assign(absence, { until: null, ending: null });
