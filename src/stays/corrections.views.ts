import type { Temporal } from 'temporal-polyfill';
import { type Correction, correctionsOf } from '../domain/correction.js';
import { destinations, endings } from '../domain/departure-lists.js';
import { labelOf } from '../domain/list-entry.js';
import type { House } from '../domain/house.js';
import type { Role } from '../domain/person.js';
import { day, moment } from '../web/dates.js';
import { paths } from '../web/paths.js';
import type { StayWhole } from './stays.service.js';
import { guestName } from './stays.views.js';

/** What the list of what can be put right is drawn from. */
export interface CorrectionsFacts {
  house: House;
  now: Temporal.Instant;
  whole: StayWhole;
  role: Role;
}

type Part = StayWhole['parts'][number];

/** How a correction is called, on the list and over its form. */
export const correctionWords: Record<Correction, string> = {
  arrivedAt: 'When they came',
  leftAt: 'When they left',
  ending: 'How the stay ended',
  destination: 'Where they went',
  bed: 'Bed',
  guest: 'Whose stay it is',
  reopen: 'They had not left',
};

/** All that can be put right in a stay, what is written down now, and why something cannot be (R25, R53). */
export function correctionsView({ house, now, whole, role }: CorrectionsFacts) {
  const { stay } = whole;
  const today = house.time.houseDay(now);
  const parts = whole.parts.map(({ part }) => part);
  const all = correctionsOf({ stay, parts, role });
  const lines = all.flatMap(({ correction, why }) =>
    subjects(correction, why, whole, today).map(({ part, label }) => ({
      label,
      why,
      value: correction === 'guest' ? null : writtenDown(correction, part, whole, house, today),
      guest: correction === 'guest' ? guestName(whole) : null,
      href: why === null ? paths.correctField(stay.id, correction, part?.part.id ?? null) : null,
      does: correction === 'reopen' ? 'Reopen' : 'Correct',
    })),
  );
  return {
    title: 'Put something right',
    guest: guestName(whole),
    backHref: paths.stay(stay.id),
    can: lines.filter(({ why }) => why === null),
    cannot: lines.filter(({ why }) => why !== null),
  };
}

/** One line each, but one for every bed they left. */
function subjects(
  correction: Correction,
  why: string | null,
  { parts }: StayWhole,
  today: Temporal.PlainDate,
): { part: Part | null; label: string }[] {
  const label = correctionWords[correction];
  if (correction !== 'bed' || why !== null) return [{ part: null, label }];
  return parts
    .filter(({ part }) => part.toDay !== null)
    .map((part) => ({ part, label: `${label}, ${partDays(part, today)}` }));
}

export const partDays = ({ part }: Part, today: Temporal.PlainDate): string =>
  `${day(part.fromDay, today)} to ${day(part.toDay!, today)}`;

/** What stands in the file now; null where there is nothing to show. */
export function writtenDown(
  correction: Correction,
  part: Part | null,
  { stay, departure }: StayWhole,
  house: House,
  today: Temporal.PlainDate,
): string | null {
  const shown: Record<Correction, () => string | null> = {
    arrivedAt: () => moment(house.time, stay.arrivedAt, today),
    leftAt: () => stay.leftAt && moment(house.time, stay.leftAt, today),
    ending: () => departure && labelOf(endings, departure.ending),
    destination: () => departure && labelOf(destinations, departure.destination),
    bed: () => part?.bed.name ?? null,
    guest: () => null,
    reopen: () => stay.leftAt && `Left ${moment(house.time, stay.leftAt, today)}`,
  };
  return shown[correction]();
}
