import type { House } from './house.js';
import type { HouseList } from './house-list.js';
import type { ListEntry } from './list-entry.js';

/** Whose it was that no stay came of a request: only `capacity` counts as unmet demand (R15). */
export type NoStayGroup = 'capacity' | 'cannot-offer' | 'callers-choice';

export interface NoStayReason extends ListEntry {
  group: NoStayGroup;
}

/** The groups in the order of the page, each in the house's words. */
export const noStayGroups: readonly { group: NoStayGroup; label: string }[] = [
  { group: 'capacity', label: 'No room just now' },
  { group: 'cannot-offer', label: 'Something we can’t offer' },
  { group: 'callers-choice', label: 'Their own choice' },
];

/** Why no stay was offered (R15), as it ships. */
export const noStayReasons: readonly NoStayReason[] = [
  { code: 'no_bed', label: 'No bed free', group: 'capacity' },
  { code: 'bed_not_usable', label: 'A bed, but not usable', group: 'capacity' },
  { code: 'no_staff', label: 'Too few of us on shift', group: 'capacity' },
  { code: 'stay_limit', label: 'At the limit of nights', group: 'cannot-offer' },
  { code: 'outside_area', label: 'Lives outside our area', group: 'cannot-offer' },
  { code: 'under_age', label: 'Too young for this house', group: 'cannot-offer' },
  { code: 'other_support', label: 'Needs support we don’t have', group: 'cannot-offer' },
  { code: 'access', label: 'Access: steps, language, animal', group: 'cannot-offer' },
  { code: 'own_choice', label: 'Decided against it', group: 'callers-choice' },
  { code: 'sent_by_other', label: 'Somebody else wanted it for them', group: 'callers-choice' },
  { code: 'not_reached_again', label: 'Could not be reached again', group: 'callers-choice' },
];

/** Whether this reason is unmet demand: somebody wanted to come and the house had no room (R15). */
export const isUnmetDemand = (code: string, reasons: HouseList): boolean =>
  reasons.entries.some((reason) => reason.code === code && reason.group === 'capacity');

/** Throws a RuleViolation for `noStayReason` when one was said that the house does not offer. */
export function checkReason(code: string | null, { lists }: House): void {
  if (code !== null)
    lists.of('no-stay-reasons').check('noStayReason', code, 'Choose why no stay was offered');
}
