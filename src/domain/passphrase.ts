import { RuleViolation } from './rule-violation.js';

export const SHORTEST_PASSPHRASE = 15;

/**
 * The passphrase as it is hashed: the same letters typed on another keyboard give the same text.
 * Throws a RuleViolation for `field` when it is shorter than 15 characters or hardly more than one letter.
 */
export function acceptPassphrase(field: string, typed: string): string {
  const passphrase = normalisePassphrase(typed);
  if (charactersOf(typed).length < SHORTEST_PASSPHRASE) {
    throw new RuleViolation(
      field,
      `Choose at least ${SHORTEST_PASSPHRASE} characters. A few words in a row are fine`,
    );
  }
  if (new Set(charactersOf(passphrase)).size < 5) {
    throw new RuleViolation(field, 'Choose something with more different letters');
  }
  return passphrase;
}

/** Characters as people count them: an emoji or a letter with its accents is one. */
const charactersOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The same letters typed on another keyboard give the same text. */
export const normalisePassphrase = (typed: string): string => typed.normalize('NFKC');
