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

/** The same person, perhaps: equal when folded, or one small typo apart in one word of four letters or more (R17). */
export function isLikelySame(one: string, other: string): boolean {
  if (one === other) return true;
  const [words, others] = [one.split(' '), other.split(' ')];
  if (words.length !== others.length) return false;
  const places = words.flatMap((word, place) => (word === others[place] ? [] : [place]));
  const [place] = places;
  return place !== undefined && places.length === 1 && isSmallTypo([...words[place]!], [...others[place]!]);
}

/** One letter changed, missing, added, or two neighbours swapped. */
function isSmallTypo(one: string[], other: string[]): boolean {
  if (Math.max(one.length, other.length) < 4) return false;
  const start = commonStart(one, other);
  const after = (letters: string[], count: number) => letters.slice(start + count).join('');
  const isCrossed = one[start] === other[start + 1] && one[start + 1] === other[start];
  return (
    (isCrossed && after(one, 2) === after(other, 2)) ||
    after(one, 1) === after(other, 1) ||
    after(one, 1) === after(other, 0) ||
    after(one, 0) === after(other, 1)
  );
}

function commonStart(one: string[], other: string[]): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
