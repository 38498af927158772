/** A guest on file with a name that may be the one that was typed; both names are folded. */
export interface Likely {
  foldedName: string;
}

/**
 * The same person, perhaps: equal when folded, also when the spaces stand elsewhere, or one small typo apart in one word of
 * four letters or more (R17).
 */
export function isLikelySame(one: string, other: string): boolean {
  if (withoutSpaces(one) === withoutSpaces(other)) return true;
  const [words, others] = [one.split(' '), other.split(' ')];
  if (words.length !== others.length) return false;
  const places = words.flatMap((word, place) => (word === others[place] ? [] : [place]));
  const [place] = places;
  return place !== undefined && places.length === 1 && isSmallTypo([...words[place]!], [...others[place]!]);
}

/** Those who may be the one called `folded`: the same name first, then by the trigrams they share with it (R17). */
export function likelySame<Each extends Likely>(folded: string, all: readonly Each[]): Each[] {
  const near = (each: Each) => nearness(folded, each.foldedName);
  return all
    .filter(({ foldedName }) => isLikelySame(folded, foldedName))
    .sort((one, other) => near(other) - near(one));
}

/** How many trigrams two names share; more than any count of them when they are the same but for spaces. */
const nearness = (one: string, other: string): number =>
  withoutSpaces(one) === withoutSpaces(other) ? Infinity : sharedTrigrams(one, other);

function sharedTrigrams(one: string, other: string): number {
  const others = new Set(trigramsOf(other));
  return trigramsOf(one).filter((trigram) => others.has(trigram)).length;
}

/**
 * Each three letters that stand side by side in a folded name, once, with two spaces before the name and one behind it: so
 * that its first letter counts, and the shortest name has some.
 */
export function trigramsOf(folded: string): string[] {
  const letters = [...`  ${folded} `];
  const each = letters.slice(2).map((_, place) => letters.slice(place, place + 3).join(''));
  return [...new Set(each)];
}

/** A small typo breaks this many trigrams at most: those of two neighbours that were swapped. */
const BROKEN_BY_A_TYPO = 4;

/** How many trigrams a name shares at least with the same name with one small typo; never none. */
export const fewestShared = (trigrams: readonly string[]): number =>
  Math.max(1, trigrams.length - BROKEN_BY_A_TYPO);

const withoutSpaces = (folded: string): string => folded.replaceAll(' ', '');

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
