import type { Temporal } from 'temporal-polyfill';

/** Someone who stays or stayed. A stay completes with a name to go by only, or with none yet. */
export class Guest {
  id: string;
  name: string | null;
  foldedName: string | null;
  pronouns: string | null;
  addedAt: Temporal.Instant;
  version = 1;

  constructor(facts: { id: string; name: string | null; pronouns: string | null; addedAt: Temporal.Instant }) {
    this.id = facts.id;
    this.name = facts.name;
    this.foldedName = facts.name === null ? null : foldName(facts.name);
    this.pronouns = facts.pronouns;
    this.addedAt = facts.addedAt;
  }
}

/** One spelling for what people write in many: 'José  Díaz' and 'jose diaz' fold to the same (R17). Never empty. */
export function foldName(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded || name.trim();
}

/** The same person, perhaps: equal when folded, or one small typo apart in one word of four letters or more (R17). */
export function isLikelySame(one: string, other: string): boolean {
  if (one === other) return true;
  const [words, others] = [one.split(' '), other.split(' ')];
  if (words.length !== others.length) return false;
  const different = words.flatMap((word, place) => (word === others[place] ? [] : [[word, others[place]!] as const]));
  return different.length === 1 && isSmallTypo(...different[0]!);
}

/** One letter changed, missing, added, or two neighbours swapped. */
function isSmallTypo(one: string, other: string): boolean {
  if (Math.max(one.length, other.length) < 4 || Math.abs(one.length - other.length) > 1) return false;
  const start = commonStart(one, other);
  const [a, b] = [one.slice(start), other.slice(start)];
  const isSwapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return isSwapped || a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
