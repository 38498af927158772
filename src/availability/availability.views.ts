import type { House } from '../domain/house.js';
import { day, moment } from '../web/dates.js';
import type { Told } from './availability.service.js';

/** The page: the same five facts as the line for programs. */
export function availabilityView(told: Told, house: House) {
  const { nextFreeOn, lastChangedAt } = told;
  return {
    title: 'Free beds',
    facts: [
      { term: 'Beds in service', value: String(told.bedsInService) },
      { term: `Free for the night of ${day(told.night)}`, value: String(told.freeTonight) },
      { term: 'Next expected free', value: nextFreeOn ? day(nextFreeOn) : 'Not known' },
      {
        term: 'What the beds offer',
        value: told.accessFeatures.map(({ label }) => label).join(', ') || 'Nothing said yet',
      },
      {
        term: 'Last changed',
        value: lastChangedAt ? `${moment(house.time, lastChangedAt)} or after` : 'Never',
      },
    ],
  };
}

/** The line for programs: nothing else ever stands in it. */
export const availabilityLine = ({ lastChangedAt, nextFreeOn, ...counts }: Told) => ({
  bedsInService: counts.bedsInService,
  freeTonight: counts.freeTonight,
  nextFreeOn: nextFreeOn?.toString() ?? null,
  accessFeatures: counts.accessFeatures.map(({ code }) => code),
  lastChangedAt: lastChangedAt?.toString() ?? null,
});
