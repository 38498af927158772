import { DIED } from './departure-lists.js';
import type { HouseList } from './house-list.js';

/**
 * Where somebody went, as the United States' housing department counts it: list 3.12.1 of its data standards, a work of the
 * federal government. Another year's list is another version beside this one.
 */
export const HUD_VERSION = 'FY2024';

/** Its answers, grouped as it groups them. */
export const hudDestinations: readonly { code: number; label: string }[] = [
  { code: 116, label: 'Place not meant for habitation' },
  { code: 101, label: 'Emergency shelter, also a hotel paid by voucher' },
  { code: 118, label: 'Safe haven' },
  { code: 204, label: 'Psychiatric hospital or facility' },
  { code: 205, label: 'Substance use treatment or detox' },
  { code: 206, label: 'Hospital that is not psychiatric' },
  { code: 207, label: 'Jail, prison or juvenile detention' },
  { code: 215, label: 'Foster care' },
  { code: 225, label: 'Long-term care or nursing home' },
  { code: 302, label: 'Transitional housing' },
  { code: 329, label: 'Residential project or halfway house' },
  { code: 314, label: 'Hotel they pay themselves' },
  { code: 332, label: 'Host home' },
  { code: 312, label: 'With family, for a while' },
  { code: 313, label: 'With friends, for a while' },
  { code: 327, label: 'Transitional housing of HOPWA' },
  { code: 422, label: 'With family, for good' },
  { code: 423, label: 'With friends, for good' },
  { code: 410, label: 'Rented, without a subsidy' },
  { code: 435, label: 'Rented, with a subsidy' },
  { code: 411, label: 'Owned, without a subsidy' },
  { code: 421, label: 'Owned, with a subsidy' },
  { code: 426, label: 'Permanent housing of HOPWA' },
  { code: 30, label: 'No talk at leaving' },
  { code: 17, label: 'Other' },
  { code: 37, label: 'Could not be determined' },
];

const OTHER = 17;

/**
 * What ships, by code. A house does not ask for how long or who pays: family and friends count as for a while, an own place
 * as rented without a subsidy. Who knows better makes an answer of their own.
 */
const shipped: Readonly<Record<string, number>> = {
  own_place: 410,
  family: 312,
  friends: 313,
  as_before: OTHER,
  other_respite: OTHER,
  group_home: 329,
  hotel: 314,
  shelter: 101,
  outside: 116,
  treatment: 205,
  hospital: 206,
  jail: 207,
  other: OTHER,
  not_said: 9,
  not_known: 8,
  not_asked: 99,
  [DIED]: 24,
};

/** Its kind of hospital is told by how the stay ended. */
const PSYCHIATRIC = ['hospital_psych_vol', 'hospital_psych_inv'];

/** How an own answer names what it counts as, in the file of lists. */
export const hudGroups = hudDestinations.map(({ code, label }) => ({
  group: `hud_${code}`,
  label: `${label} (${code})`,
}));

/** The number of a destination for that count; 17 for an own answer from before anybody was asked what it counts as. */
export function hudOf(
  { ending, destination }: { ending: string; destination: string },
  destinations: HouseList,
): number {
  if (destination === 'hospital' && PSYCHIATRIC.includes(ending)) return 204;
  const own = destinations.entries.find(({ code }) => code === destination)?.group;
  return shipped[destination] ?? (own ? Number(own.replace('hud_', '')) : OTHER);
}
