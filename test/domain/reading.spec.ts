import fc from 'fast-check';
import { isUnread, markAfter, newestOf, type NumberedLine, unreadOf } from '../../src/domain/reading.js';

const line = (number: number, personId = 'theo', isTakenBack = false): NumberedLine => ({
  number,
  personId,
  isTakenBack,
});

// R29
describe('what somebody has still to read', () => {
  it.each<[string, NumberedLine, number, boolean]>([
    ['above the mark', line(5), 4, true],
    ['at the mark', line(5), 5, false],
    ['below the mark', line(5), 6, false],
    ['their own', line(5, 'rosa'), 0, false],
    ['taken back', line(5, 'theo', true), 0, false],
  ])('%s', (_, each, mark, is) => expect(isUnread(each, mark, 'rosa')).toBe(is));

  it('is found on a page by its highest number, 0 on an empty one', () => {
    expect(newestOf([line(3), line(9), line(4)])).toBe(9);
    expect(newestOf([])).toBe(0);
  });

  it.each([
    [4, 9, 12, 9],
    [9, 4, 12, 9],
    [4, 99, 12, 12],
    [0, 0, 0, 0],
  ])('a mark of %i, told %i of %i, is then %i', (before, said, newest, after) =>
    expect(markAfter(before, said, newest)).toBe(after),
  );
});

const people = ['rosa', 'theo', 'ines', 'marta'] as const;

/** What may happen to the notes of a house, in any order. */
const happening = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('writes' as const), who: fc.constantFrom(...people) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('reads' as const),
      who: fc.constantFrom(...people),
      // The page may have been drawn some lines ago
      linesAgo: fc.nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('takes back' as const), which: fc.nat(30) }) },
);

/** Remembers for each line who has had it before their eyes: another way to the same answer. */
class EveryEye {
  readonly lines: (NumberedLine & { seenBy: Set<string> })[] = [];
  readonly marks = new Map<string, number>(people.map((who) => [who, 0]));

  writes(who: string): void {
    const number = this.lines.length + 1;
    this.lines.push({ ...line(number, who), seenBy: new Set([who]) });
  }

  reads(who: string, linesAgo: number): void {
    const page = this.lines.slice(0, Math.max(0, this.lines.length - linesAgo));
    page.forEach(({ seenBy }) => seenBy.add(who));
    const newest = newestOf(this.lines);
    this.marks.set(who, markAfter(this.marks.get(who)!, newestOf(page), newest));
  }

  takesBack(which: number): void {
    const found = this.lines[which % Math.max(1, this.lines.length)];
    if (found) found.isTakenBack = true;
  }

  unseenBy(who: string): number[] {
    return this.lines
      .filter(({ seenBy, isTakenBack }) => !seenBy.has(who) && !isTakenBack)
      .map(({ number }) => number);
  }
}

// R29
it('is, for any notes, amendments, readings and takings back of several people, exactly what they have not had before their eyes', () =>
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (all) => {
      const eyes = new EveryEye();
      for (const each of all) {
        if (each.does === 'writes') eyes.writes(each.who);
        else if (each.does === 'reads') eyes.reads(each.who, each.linesAgo);
        else eyes.takesBack(each.which);
        for (const who of people) {
          const unread = unreadOf(eyes.lines, eyes.marks.get(who)!, who);
          expect(unread.map(({ number }) => number)).toEqual(eyes.unseenBy(who));
        }
      }
    }),
  ));
