import { bedFeatures } from './bed.js';
import { closureReasons } from './closure.js';
import { died, destinations, endings, notAsked } from './departure-lists.js';
import { HouseList, type ListKind } from './house-list.js';
import { hudGroups } from './hud-destinations.js';
import { incidentKinds } from './incident-lists.js';
import { labelOf } from './list-entry.js';
import { noStayGroups, noStayReasons } from './no-stay.js';
import { placeKinds } from './place.js';
import { referralSources } from './referral-sources.js';
import { waitlistOutcomes } from './waitlist-entry.js';
import { groupKinds, thingsGiven } from './without-bed.js';

const FREE = { fixed: {}, groups: [], unasked: [] };

const PLANNED = 'This one stays: the page of leaving asks whether the day was the planned one';
const NO_ANSWER = 'This one stays: figures keep the ways of no answer apart';

/** Every list a house words for itself, in the order of its settings. */
export const listKinds = [
  {
    ...FREE,
    name: 'closure-reasons',
    shipped: closureReasons,
    fixed: { not_shown: 'This one stays: after a death a bed is closed with it' },
  },
  { ...FREE, name: 'bed-features', shipped: bedFeatures },
  {
    ...FREE,
    name: 'no-stay-reasons',
    shipped: noStayReasons,
    groups: noStayGroups,
    fixed: { no_bed: 'This one stays: it counts those the house had no room for' },
  },
  { ...FREE, name: 'endings', shipped: endings, fixed: { planned: PLANNED }, unasked: [died, notAsked] },
  {
    ...FREE,
    name: 'destinations',
    shipped: destinations,
    groups: hudGroups,
    fixed: { not_said: NO_ANSWER, not_known: NO_ANSWER, not_asked: NO_ANSWER },
    unasked: [died],
  },
  {
    ...FREE,
    name: 'referral-sources',
    shipped: referralSources,
    fixed: { not_said: NO_ANSWER, not_known: NO_ANSWER, not_asked: NO_ANSWER },
  },
  {
    ...FREE,
    name: 'waitlist-outcomes',
    shipped: waitlistOutcomes,
    fixed: { bed_found: 'This one stays: it asks for a reason when somebody asked earlier' },
  },
  { ...FREE, name: 'happened-kinds', shipped: incidentKinds },
  { ...FREE, name: 'groups', shipped: groupKinds },
  { ...FREE, name: 'things', shipped: thingsGiven },
  { ...FREE, name: 'place-kinds', shipped: placeKinds },
] as const satisfies readonly ListKind[];

export type ListName = (typeof listKinds)[number]['name'];

/** The lists of one house, read with it. */
export class HouseLists {
  constructor(private readonly lists: readonly HouseList[]) {}

  static readonly shipped = new HouseLists(listKinds.map((kind) => HouseList.shipped(kind)));

  get all(): readonly HouseList[] {
    return this.lists;
  }

  of(name: ListName): HouseList {
    return this.lists.find(({ kind }) => kind.name === name)!;
  }

  /** The words of the house for a code of the file, also for one it does not offer any more. */
  label(name: ListName, code: string): string {
    return labelOf(this.of(name).words, code);
  }
}
