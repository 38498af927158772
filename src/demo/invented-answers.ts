/** What helped, in words of guests who are made up. */
export const helpedWords = [
  'The porch at night, and somebody who was awake too.',
  'Cooking together.',
  'That nobody asked me to explain.',
  'Sleep. A door I could close.',
  'Talking with someone who had been there.',
] as const;

/** What they would change. */
export const toChangeWords = [
  'More blankets in the small room.',
  'Nothing, really.',
  'A quieter kitchen in the morning.',
  'A longer stay would have been good.',
] as const;
