/** A note or an amendment in the one count of both (R29). */
export interface NumberedLine {
  number: number;
  /** Who wrote it. */
  personId: string;
  /** There is nothing left to read. */
  isTakenBack: boolean;
}

/** Whether somebody whose mark is `upTo` has still to read it: above the mark, by somebody else, not taken back (R29). */
export const isUnread = (line: NumberedLine, upTo: number, personId: string): boolean =>
  line.number > upTo && line.personId !== personId && !line.isTakenBack;

/** What is new for one person (R29). */
export const unreadOf = <Line extends NumberedLine>(
  lines: readonly Line[],
  upTo: number,
  personId: string,
): Line[] => lines.filter((line) => isUnread(line, upTo, personId));

/** The highest number on a page: what "I have read this" keeps. 0 for an empty page. */
export const newestOf = (lines: readonly Pick<NumberedLine, 'number'>[]): number =>
  Math.max(0, ...lines.map(({ number }) => number));

/** Where a person stands after saying that they read up to `said`: never back, and never past what is written (R29). */
export const markAfter = (before: number, said: number, newest: number): number =>
  Math.max(before, Math.min(said, newest));
