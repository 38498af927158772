import { foldedWords, foldName } from './guest.js';

/** Words that stand in names and in any other text. */
const LITTLE = new Set('the a an la le el de del der die das den van von du da di al y e of and'.split(' '));

/** A second name as short as this is too likely to be a word like any other. */
const SHORTEST_FURTHER_WORD = 4;

const WORDS = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu;

/**
 * The words of `text` that name one of these guests, as they stand there: the name, or a part of it. However it is spelled;
 * a word inside another is none.
 */
export function namesIn(text: string, names: readonly (string | null)[]): string[] {
  const told = new Set(names.flatMap((name) => (name === null ? [] : tellingWords(name))));
  const words = text.match(WORDS) ?? [];
  return [...new Set(words.filter((word) => told.has(foldName(word))))];
}

/** The words of a name by which somebody would know who is meant; all of them where none would tell by itself. */
function tellingWords(name: string): string[] {
  const words = foldName(name).split(' ');
  const [first, ...further] = longWords(name);
  const telling = [
    ...(first ? [first] : []),
    ...further.filter((word) => word.length >= SHORTEST_FURTHER_WORD),
  ];
  return telling.length > 0 ? telling : words;
}

const longWords = (name: string): string[] =>
  foldedWords(name).filter((word) => [...word].length > 1 && !LITTLE.has(word));

/** Which of `others` a text names; words of `own`, the name of whom it is about, are nobody else's (R27). */
export function mentioned<Other extends { name: string | null }>(
  text: string,
  others: readonly Other[],
  own: string | null,
): Other[] {
  const ours = new Set(foldedWords(own ?? ''));
  return others.filter(({ name }) => namesIn(text, [name]).some((word) => !ours.has(foldName(word))));
}

/** What stands in a print-out where somebody else was named. */
export const SOMEONE_ELSE = '[someone else]';

/**
 * The same text with nobody in it but whom it is about: a guest's print-out never names another guest (R27). Stricter than
 * `namesIn`: a short second name goes as well, since nobody is asked about it.
 */
export function withoutOthers(text: string, others: readonly (string | null)[], own: string | null): string {
  const ours = new Set(foldedWords(own ?? ''));
  const all = others.flatMap((name) => (name === null ? [] : [...longWords(name), ...tellingWords(name)]));
  const names = new Set(all.filter((word) => !ours.has(word)));
  const replaced = text.replace(WORDS, (word) => (names.has(foldName(word)) ? SOMEONE_ELSE : word));
  return replaced.replaceAll(`${SOMEONE_ELSE} ${SOMEONE_ELSE}`, SOMEONE_ELSE);
}
