import { foldName } from './guest.js';

/** Words that stand in names and in any other text. */
const LITTLE = new Set('the a an la le el de del der die das den van von du da di al y e of and'.split(' '));

/** A second name as short as this is too likely to be a word like any other. */
const SHORTEST_FURTHER_WORD = 4;

/**
 * The words of `text` that name one of these guests, as they stand there: the name, or a part of it. However it is spelled;
 * a word inside another is none.
 */
export function namesIn(text: string, names: readonly (string | null)[]): string[] {
  const told = new Set(names.flatMap((name) => (name === null ? [] : tellingWords(name))));
  const words = text.match(/[\p{L}\p{N}\p{M}\p{Cf}]+/gu) ?? [];
  return [...new Set(words.filter((word) => told.has(foldName(word))))];
}

/** The words of a name by which somebody would know who is meant; all of them where none would tell by itself. */
function tellingWords(name: string): string[] {
  const words = foldName(name).split(' ');
  const [first, ...further] = words.filter((word) => word.length > 1 && !LITTLE.has(word));
  const telling = [
    ...(first ? [first] : []),
    ...further.filter((word) => word.length >= SHORTEST_FURTHER_WORD),
  ];
  return telling.length > 0 ? telling : words;
}
