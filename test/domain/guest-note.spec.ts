import fc from 'fast-check';
import { GuestNote } from '../../src/domain/guest-note.js';
import { HiddenNote } from '../../src/domain/hidden-note.js';
import { mentioned, SOMEONE_ELSE, withoutOthers } from '../../src/domain/names-in.js';
import { NoteAnswer, type NoteAnswerCode } from '../../src/domain/note-answer.js';
import { aHouse, at, blamedOn, on } from '../support/builders.js';

const kim = { name: 'Kim Ruiz' };
const jose = { name: 'José' };
const nobody = { name: null };

// R27
describe('another guest in a note', () => {
  const named = (text: string, own: string | null = 'Sam') => mentioned(text, [kim, jose, nobody], own);

  it.each([
    ['Talked with Kim about it', [kim]],
    ['kim was there', [kim]],
    ['KIM’s cup', [kim]],
    ["Ruiz's cup", [kim]],
    ['Jose and Kim', [kim, jose]],
    ['JOSÉ!', [jose]],
    ['Kimono, Kimberley, akim', []],
    ['They slept well', []],
    ['', []],
  ])('“%s”', (text, others) => expect(named(text)).toEqual(others));

  it('is not the guest themself, whatever they share of a name', () => {
    expect(named('Kim slept well', 'Kim')).toEqual([]);
    expect(named('Ruiz rang', 'Kim')).toEqual([kim]);
  });

  it('is not found by a single letter', () =>
    expect(mentioned('I ate a pear and went', [{ name: 'Ruiz A' }, { name: 'Ben and Zoe' }], null)).toEqual(
      [],
    ));

  it('stands on nobody’s paper', () => {
    const others = ['Kim Ruiz', 'José', null];
    expect(withoutOthers('Kim Ruiz and jose made tea. Kim’s cup broke.', others, 'Sam')).toBe(
      `${SOMEONE_ELSE} and ${SOMEONE_ELSE} made tea. ${SOMEONE_ELSE}’s cup broke.`,
    );
    expect(withoutOthers('Kim made tea', others, 'Kim')).toBe('Kim made tea');
  });

  it('is, for any text and any names, on no paper and found in no paper', () => {
    const word = fc.constantFrom(
      'Kim',
      'kim',
      'José',
      'jose',
      'Ruiz',
      'tea',
      'and',
      'Émile',
      'EMILE',
      '.',
      '\n',
    );
    const name = fc.constantFrom('Kim', 'Kim Ruiz', 'José', 'Emile', 'Sam', null);
    fc.assert(
      fc.property(fc.array(word), fc.array(name), name, (words, names, own) => {
        const paper = withoutOthers(words.join(' '), names, own);
        expect(
          mentioned(
            paper,
            names.map((each) => ({ name: each })),
            own,
          ),
        ).toEqual([]);
      }),
    );
  });
});

// R28
describe('what a guest says to a note', () => {
  const answer = (code: NoteAnswerCode, words: string | null = null, toNumber = 4) =>
    new NoteAnswer({
      id: 'a',
      guestNoteId: 'n',
      toNumber,
      answer: code,
      words,
      at: at('2026-03-20T22:40-04:00'),
      personId: 'theo',
    });

  it('is words of their own, unless it is right', () => {
    expect(answer('agree').words).toBeNull();
    for (const code of ['add', 'disagree'] as const) {
      expect(() => answer(code)).toThrow(blamedOn('words'));
      expect(answer(code, 'It was tea').words).toBe('It was tea');
    }
  });

  it.each<[NoteAnswerCode, number, boolean]>([
    ['agree', 4, false],
    ['agree', 5, true],
    ['disagree', 5, false],
    ['add', 9, false],
  ])('%s, when the note is at number %i: outdated %s', (code, now, is) =>
    expect(answer(code, 'x').isOutdated(now)).toBe(is),
  );
});

// R27
describe('a note that is kept off paper', () => {
  const TODAY = on('2026-03-20');
  const hidden = (untilDay: string | null) =>
    new HiddenNote(
      { guestNoteId: 'n', reason: 'guest_asked', untilDay: untilDay === null ? null : on(untilDay) },
      TODAY,
    );

  it.each([
    [null, false],
    ['2026-03-19', false],
    ['2026-03-20', false],
    ['2026-03-21', true],
    ['2026-06-18', true],
    ['2026-06-19', false],
  ])('until %s: %s', (day, may) => {
    if (may) expect(() => hidden(day)).not.toThrow();
    else expect(() => hidden(day)).toThrow(blamedOn('hiddenUntil'));
  });

  it('is on it from its day, or from when somebody opened it', () => {
    const note = hidden('2026-03-25');
    expect([note.isHidden(on('2026-03-24')), note.isHidden(on('2026-03-25'))]).toEqual([true, false]);
    note.openedAt = at('2026-03-21T12:00Z');
    expect(note.isHidden(on('2026-03-24'))).toBe(false);
  });

  it('waits for a coordinator until one looked or opened it', () => {
    const note = hidden('2026-03-25');
    expect(note.waitsForALook).toBe(true);
    expect(Object.assign(hidden('2026-03-25'), { lookedAt: at('2026-03-21T12:00Z') }).waitsForALook).toBe(
      false,
    );
    expect(Object.assign(note, { openedAt: at('2026-03-21T12:00Z') }).waitsForALook).toBe(false);
  });
});

it('a note with a guest can be of something that happened up to seven days ago (R4, R29)', () => {
  const note = (eventAt: string | null, isMoved = false) =>
    new GuestNote(
      {
        number: 1,
        id: 'n',
        stayId: 's',
        text: 'Slept well',
        writtenBy: 'both',
        eventAt: eventAt === null ? null : at(eventAt),
        writtenAt: at('2026-03-20T22:40-04:00'),
        personId: 'theo',
        isMoved,
      },
      aHouse(),
    );
  expect(note(null).placedAt.toString()).toBe('2026-03-21T02:40:00Z');
  expect(note('2026-03-14T12:00-04:00').placedAt.toString()).toBe('2026-03-14T16:00:00Z');
  expect(() => note('2026-03-12T12:00-04:00')).toThrow(blamedOn('eventAt'));
  expect(() => note('2026-03-12T12:00-04:00', true)).not.toThrow();
});
