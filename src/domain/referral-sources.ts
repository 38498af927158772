import type { ListEntry } from './list-entry.js';

/** How a guest heard of the house, as it ships; a question nobody has to answer (R37: three different ways of no answer). */
export const referralSources: readonly ListEntry[] = [
  { code: 'knew', label: 'Knew the house already' },
  { code: 'friend_family', label: 'A friend or family' },
  { code: 'peer', label: 'A peer, a group, a drop-in' },
  { code: 'line', label: 'A warm line or crisis line' },
  { code: 'mobile', label: 'A mobile crisis team' },
  { code: 'hospital', label: 'A hospital or emergency room' },
  { code: 'provider', label: 'Someone who supports them' },
  { code: 'shelter', label: 'A shelter or housing service' },
  { code: 'police', label: 'Police or a court' },
  { code: 'found', label: 'Found it themselves' },
  { code: 'other', label: 'Some other way' },
  { code: 'not_said', label: 'Chose not to say' },
  { code: 'not_known', label: 'Don’t know' },
  { code: 'not_asked', label: 'Not asked' },
];

/** What stands on a stay whose guest nobody asked. */
export const NOT_ASKED = 'not_asked';
