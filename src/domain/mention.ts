import { foldedWords } from './guest.js';

/** A piece of a text: a word with its place, or what stands between two. */
const WORDS = /[\p{L}\p{N}\p{M}’']+/gu;

/** Letters that belong to no name: 'Sam's', 'Sam’s'. */
const bare = (word: string): string => word.replace(/[’']\p{L}?$/u, '');

/** A single letter is no name in a sentence. */
const namesIn = (name: string): string[] => foldedWords(name).filter((word) => [...word].length > 1);

const isOneOf = (word: string, names: ReadonlySet<string>): boolean =>
  foldedWords(bare(word)).some((each) => names.has(each));

/**
 * Which of `others` a text names: a word of the text is a word of their name, however it is spelled with accents and capitals.
 * Words of `own`, the name of whom the text is about, are nobody else's (R27).
 */
export function mentioned<Other extends { name: string | null }>(
  text: string,
  others: readonly Other[],
  own: string | null,
): Other[] {
  const words = text.match(WORDS) ?? [];
  return others.filter(({ name }) => {
    const names = othersWords([name], own);
    return words.some((word) => isOneOf(word, names));
  });
}

/** What stands in a print-out where somebody else was named. */
export const SOMEONE_ELSE = '[someone else]';

/** The same text with nobody in it but whom it is about: a guest's print-out never names another guest (R27). */
export function withoutOthers(text: string, others: readonly (string | null)[], own: string | null): string {
  const names = othersWords(others, own);
  const replaced = text.replace(WORDS, (word) => (isOneOf(word, names) ? SOMEONE_ELSE : word));
  const twice = `${SOMEONE_ELSE} ${SOMEONE_ELSE}`;
  return replaced.replaceAll(twice, SOMEONE_ELSE);
}

function othersWords(others: readonly (string | null)[], own: string | null): ReadonlySet<string> {
  const ours = new Set(namesIn(own ?? ''));
  return new Set(others.flatMap((name) => namesIn(name ?? '')).filter((word) => !ours.has(word)));
}
