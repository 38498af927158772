import type { Temporal } from 'temporal-polyfill';

/** Someone who stays or stayed. A stay completes with a name to go by only, or with none yet. */
export class Guest {
  id: string;
  name: string | null;
  foldedName: string | null;
  pronouns: string | null;
  addedAt: Temporal.Instant;
  version = 1;

  constructor(facts: {
    id: string;
    name: string | null;
    pronouns: string | null;
    addedAt: Temporal.Instant;
  }) {
    this.id = facts.id;
    this.name = facts.name;
    this.foldedName = facts.name === null ? null : foldName(facts.name);
    this.pronouns = facts.pronouns;
    this.addedAt = facts.addedAt;
  }
}

/**
 * One spelling for what people write in many: 'José  Díaz' and 'jose diaz' fold to the same (R17). Never empty when
 * `name` is not blank.
 */
export function foldName(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase() // sharp s becomes ss, the dotless i an i
    .toLowerCase()
    .replaceAll('ς', 'σ'); // the last letter of a word is no other letter when only its beginning is typed
  return folded || name.trim();
}

/** The words a name is found by: each has to stand somewhere in the folded name. None for a blank text. */
export const foldedWords = (typed: string): string[] => foldName(typed).split(/\s+/u).filter(Boolean);
