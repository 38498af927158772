import type { ListEntry } from './list-entry.js';

/** What can have happened, as it ships; a house words it anew and sets aside what does not fit it. */
export const incidentKinds: readonly ListEntry[] = [
  { code: 'hurt', label: 'Somebody was hurt' },
  { code: 'own_life', label: 'Somebody hurt themselves or tried to die' },
  { code: 'hit', label: 'Somebody was hit or threatened' },
  { code: 'naloxone', label: 'Naloxone was used, or an overdose' },
  { code: 'came_in', label: 'Ambulance, fire service or police came' },
  { code: 'medicine', label: 'Something went wrong with medicines' },
  { code: 'protection', label: 'A report to a protection agency' },
  { code: 'fire_water', label: 'Fire, water, or no power' },
  { code: 'broken', label: 'Something was broken or taken' },
  { code: 'told_wrongly', label: 'Somebody learned what was private' },
  { code: 'spreads', label: 'An illness that spreads' },
  { code: 'other', label: 'Something else' },
];

/** Who asked for emergency services: nobody, and three ways of not knowing, are different answers (R37). */
export const emergencyAnswers = [
  { code: 'nobody', label: 'Nobody' },
  { code: 'guest', label: 'The guest' },
  { code: 'companion', label: 'Someone who works here' },
  { code: 'other', label: 'Someone else' },
  { code: 'not_known', label: 'Don’t know' },
  { code: 'not_asked', label: 'Not asked' },
] as const satisfies readonly ListEntry[];

export type EmergencyAnswer = (typeof emergencyAnswers)[number]['code'];
