import type { ListEntry } from './list-entry.js';

/** How a stay can end (R23), as it ships. Going to a hospital by choice and not by choice are two different things. */
export const endings: readonly ListEntry[] = [
  { code: 'planned', label: 'Left as planned' },
  { code: 'early_choice', label: 'Left earlier by choice' },
  { code: 'early_opportunity', label: 'Left early for good news' },
  { code: 'limit', label: 'Reached the longest stay' },
  { code: 'needs_more', label: 'Needed something we don’t offer' },
  { code: 'asked_to_leave', label: 'We asked them to leave' },
  { code: 'hospital_med', label: 'Went to hospital, physical health' },
  { code: 'hospital_psych_vol', label: 'Chose to go to a psychiatric hospital' },
  { code: 'hospital_psych_inv', label: 'Taken to a psychiatric hospital, not by choice' },
  { code: 'police', label: 'Left with police' },
  { code: 'no_return', label: 'Hasn’t come back' },
];

/** Where a guest can go, as it ships (R23, R37: three different ways of no answer). */
export const destinations: readonly ListEntry[] = [
  { code: 'own_place', label: 'Own place' },
  { code: 'family', label: 'Family' },
  { code: 'friends', label: 'Friends' },
  { code: 'as_before', label: 'Back where they stayed before' },
  { code: 'other_respite', label: 'Another respite' },
  { code: 'group_home', label: 'Group home' },
  { code: 'hotel', label: 'Hotel' },
  { code: 'shelter', label: 'Shelter' },
  { code: 'outside', label: 'Outside or a car' },
  { code: 'treatment', label: 'Detox or treatment' },
  { code: 'hospital', label: 'Hospital' },
  { code: 'jail', label: 'Jail' },
  { code: 'other', label: 'Somewhere else' },
  { code: 'not_said', label: 'Chose not to say' },
  { code: 'not_known', label: 'Don’t know' },
  { code: 'not_asked', label: 'Not asked' },
];

/** A death is no answer anyone gives at a leaving; it stands in figures and histories as itself (R50). */
export const DIED = 'died';
export const died: ListEntry = { code: DIED, label: 'Died' };

/** How an earlier stay ended, where nobody told the spreadsheet it came from. */
export const notAsked: ListEntry = { code: 'not_asked', label: 'Not asked' };
