import type { Temporal } from 'temporal-polyfill';

/** The questions of the form that are answered in words, with how long an answer may be. */
export const toldInWords = {
  nextShift: 200,
  place: 100,
  happened: 10_000,
  tried: 10_000,
  guestSupport: 2000,
  staffSupport: 2000,
} as const;

export type WordsOfForm = keyof typeof toldInWords;
export const wordsOfForm = Object.keys(toldInWords) as WordsOfForm[];

/** `part` is for one guest to read; `told` and `notNeeded` answer a clock or stand alone; `addition` is all there is after closing. */
export type WordsCode = WordsOfForm | 'part' | 'told' | 'notNeeded' | 'addition';

/** Words about something that happened, as they were written once: never changed, only followed by newer ones. */
export class IncidentWords {
  /** From one counter. */
  number: number;
  id: string;
  incidentId: string;
  code: WordsCode;
  /** Only for a part that a guest reads. */
  guestId: string | null;
  /** Null where nothing stands any more: cleared, or forgotten (R47). */
  text: string | null;
  /** When somebody was told; null for all else. */
  toldAt: Temporal.Instant | null;
  /** Which clock it answers; null when none. */
  due: string | null;
  personId: string;
  writtenAt: Temporal.Instant;
  undoneAt: Temporal.Instant | null = null;
}

type Written = Pick<IncidentWords, 'number' | 'code' | 'guestId' | 'text'>;

/** What stands for this question: the newest words. Null when there are none. */
export const standing = (
  words: readonly Written[],
  code: WordsCode,
  guestId: string | null = null,
): string | null =>
  words
    .filter((each) => each.code === code && each.guestId === guestId)
    .reduce<Written | null>((newest, each) => (newest && newest.number > each.number ? newest : each), null)
    ?.text ?? null;

/** What was said before and is not said any more, newest first. */
export const before = <Words extends Written>(words: readonly Words[]): Words[] =>
  words
    .filter((each) =>
      words.some(
        ({ number, code, guestId }) =>
          number > each.number && code === each.code && guestId === each.guestId && !isOnlyAdded(code),
      ),
    )
    .filter(({ text }) => text !== null)
    .sort((one, other) => other.number - one.number);

const isOnlyAdded = (code: WordsCode): boolean => ['told', 'notNeeded', 'addition'].includes(code);

/** The clocks that were answered. */
export const answeredDues = (words: readonly Pick<IncidentWords, 'due' | 'undoneAt'>[]): string[] =>
  words.flatMap(({ due, undoneAt }) => (due !== null && undoneAt === null ? [due] : []));

export const isOfForm = (code: WordsCode): boolean => code in toldInWords;
