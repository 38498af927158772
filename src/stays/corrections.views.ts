import type { Temporal } from 'temporal-polyfill';
import { type Correction, correctionsOf } from '../domain/correction.js';
import { DIED } from '../domain/departure-lists.js';
import type { House } from '../domain/house.js';
import type { Role } from '../domain/person.js';
import { day, moment } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { correctionFacts, type StayWhole } from './stays.service.js';
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
const correctionWords: Record<Correction, string> = {
  arrivedAt: 'When they came',
  leftAt: 'When they left',
  ending: 'How the stay ended',
  destination: 'Where they went',
  bed: 'Bed',
  guest: 'Whose stay it is',
  name: 'Name they go by',
  reopen: 'They had not left',
  alive: 'They have not died',
};

/** A stay that ended with a death was not left (R50). */
const atDeath: Partial<Record<Correction, string>> = {
  leftAt: 'When they died',
  reopen: 'They have not died',
};

export const wordsFor = (correction: Correction, whole: StayWhole): string =>
  (whole.departure?.ending === DIED ? atDeath[correction] : null) ?? correctionWords[correction];

/** All that can be put right in a stay, what is written down now, and why something cannot be (R25, R53). */
export function correctionsView({ house, now, whole, role }: CorrectionsFacts) {
  const { stay } = whole;
  const today = house.time.houseDay(now);
  const all = correctionsOf(correctionFacts(whole, role));
  const lines = all.flatMap(({ correction, why }) =>
    subjects(correction, why, whole, today).map(({ part, label }) => ({
      label,
      why,
      value: isName(correction) ? null : writtenDown(correction, part, whole, house, today),
      guest: isName(correction) ? guestName(whole) : null,
      href: why === null ? paths.correctField(stay.id, correction, part?.part.id ?? null) : null,
      does: 'Correct',
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

const isName = (correction: Correction): boolean => correction === 'guest' || correction === 'name';

/** One line each, but one for every bed they left. */
function subjects(
  correction: Correction,
  why: string | null,
  whole: StayWhole,
  today: Temporal.PlainDate,
): { part: Part | null; label: string }[] {
  const label = wordsFor(correction, whole);
  if (correction !== 'bed' || why !== null) return [{ part: null, label }];
  return whole.parts
    .filter(({ part }) => part.toDay !== null)
    .map((part) => ({ part, label: `${label}, ${partDays(part, today)}` }));
}

export const partDays = ({ part }: Part, today: Temporal.PlainDate): string =>
  `${day(part.fromDay, today)} to ${day(part.toDay!, today)}`;

/** What stands in the file now; null where there is nothing to show. */
export function writtenDown(
  correction: Correction,
  part: Part | null,
  { stay, departure, death }: StayWhole,
  house: House,
  today: Temporal.PlainDate,
): string | null {
  const shown: Record<Correction, () => string | null> = {
    arrivedAt: () => moment(house.time, stay.arrivedAt, today),
    leftAt: () => stay.leftAt && moment(house.time, stay.leftAt, today),
    ending: () => departure && house.lists.label('endings', departure.ending),
    destination: () => departure && house.lists.label('destinations', departure.destination),
    bed: () => part?.bed.name ?? null,
    guest: () => null,
    name: () => null,
    reopen: () => stay.leftAt && moment(house.time, stay.leftAt, today),
    alive: () => death && moment(house.time, death.diedAt, today),
  };
  return shown[correction]();
}
