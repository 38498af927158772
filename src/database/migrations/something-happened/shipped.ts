/** What can have happened: code, words, within how many hours a coordinator hears of it. What must be reported outside a house sets itself. */
export const shippedKinds: readonly (readonly [code: string, label: string, tellHours: number | null])[] = [
  ['hurt', 'Somebody was hurt', 1],
  ['own_life', 'Somebody hurt themselves or tried to die', 1],
  ['hit', 'Somebody was hit or threatened', 1],
  ['naloxone', 'Naloxone was used, or an overdose', 1],
  ['came_in', 'Ambulance, fire service or police came', 1],
  ['medicine', 'Something went wrong with medicines', 4],
  ['protection', 'A report to a protection agency', 4],
  ['fire_water', 'Fire, water, or no power', 4],
  ['broken', 'Something was broken or taken', 24],
  ['told_wrongly', 'Somebody learned what was private', 24],
  ['spreads', 'An illness that spreads', 24],
  ['other', 'Something else', null],
];
