import { foldName } from './guest.js';
import { RuleViolation } from './rule-violation.js';

/** A line of the house's list: words, and a plain way to say it instead. */
export interface Wording {
  /** Each is a word or a phrase, as it was written. */
  words: readonly string[];
  offer: string;
}

/** A word on the list as it stands in a text, and what to say instead. */
export interface WordingHint {
  said: string;
  offer: string;
}

const MOST_LINES = 300;

/** A word with its place in a text. */
const WORDS = /[\p{L}\p{N}\p{M}’']+/gu;

/** 'client’s' is a client. */
const bare = (word: string): string => word.replace(/[’']\p{L}?$/u, '');

/** The list from its lines, `word, other word = what to say instead`. Throws a RuleViolation that names the line. */
export function parseWording(lines: string): Wording[] {
  const list = lines.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : parseLine(line, index)));
  if (list.length > MOST_LINES) throw new RuleViolation('lines', `Use at most ${MOST_LINES} lines`);
  checkOnce(list);
  return list;
}

function parseLine(line: string, index: number): Wording {
  const [left = '', offer = '', ...more] = line.split('=').map((part) => part.trim());
  const words = left.split(',').map((word) => word.trim());
  const isWhole = offer !== '' && more.length === 0 && words.every((word) => stemsOf(word).length > 0);
  if (!isWhole)
    throw new RuleViolation('lines', `Line ${index + 1}: write the word, then =, then what to say instead`);
  return { words, offer };
}

/** Two lines for one word would offer one of two things, and nobody could say which. */
function checkOnce(list: readonly Wording[]): void {
  const known = new Map<string, Wording>();
  for (const wording of list) {
    for (const word of wording.words) {
      const key = stemsOf(word).join(' ');
      if ((known.get(key) ?? wording) !== wording)
        throw new RuleViolation('lines', `“${word}” stands in two lines. Keep one of them`);
      known.set(key, wording);
    }
  }
}

/**
 * What on the list stands in `text`, in its order, each said once. Accents, capitals and the end of a word make no difference;
 * a word inside another is none. Of two that begin at one place the longer counts.
 */
export function hintsFor(text: string, list: readonly Wording[]): WordingHint[] {
  const phrases = phrasesOf(list);
  const words = wordsIn(text);
  const hints = new Map<string, WordingHint>();
  for (let at = 0; at < words.length; at += 1) {
    const found = phrases.find(({ stems }) => standsAt(words, at, stems));
    if (!found) continue;
    const last = at + found.stems.length - 1;
    const said = text.slice(words[at]!.from, words[last]!.to);
    const key = foldName(said);
    if (!hints.has(key)) hints.set(key, { said, offer: found.offer });
    at = last;
  }
  return [...hints.values()];
}

/** The longest first. */
const phrasesOf = (list: readonly Wording[]) =>
  list
    .flatMap(({ words, offer }) => words.map((word) => ({ stems: stemsOf(word), offer })))
    .sort((one, other) => other.stems.length - one.stems.length);

interface PlacedWord {
  stem: string;
  from: number;
  to: number;
  /** Only a space or a hyphen stands before it. */
  goesOn: boolean;
}

function wordsIn(text: string): PlacedWord[] {
  let end = 0;
  return [...text.matchAll(WORDS)].map((found) => {
    const word = bare(found[0]);
    // Somebody's words stand in quotes, and a quote is an apostrophe too
    const quotes = /^[’']*/u.exec(word)![0].length;
    const goesOn = /^[\s\p{Pd}\p{Cf}]*$/u.test(text.slice(end, found.index));
    end = found.index + found[0].length;
    return { stem: stem(foldName(word)), from: found.index + quotes, to: found.index + word.length, goesOn };
  });
}

const standsAt = (words: readonly PlacedWord[], at: number, stems: readonly string[]): boolean =>
  stems.every((each, index) => {
    const word = words[at + index];
    return word?.stem === each && (index === 0 || word.goesOn);
  });

const stemsOf = (phrase: string): string[] => wordsIn(phrase).map((word) => word.stem);

/** 'refuse', 'refuses', 'refused' and 'refusing' are one; so are 'admit' and 'admitted'. Short words stay as they are. */
const stem = (word: string): string =>
  word.replace(/(?<=.{4})(?:ing|ed|es|e|s)$|(?<=.{2}[^s])s$/u, '').replace(/([bdglmnprt])\1$/u, '$1');
