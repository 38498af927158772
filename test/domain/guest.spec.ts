import fc from 'fast-check';
import { foldedWords, foldName, isLikelySame } from '../../src/domain/guest.js';
import { aGuest } from '../support/builders.js';

const anyName = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'abc É-ßİ.Σ') }),
);
const wordOf = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'abcde'), minLength, maxLength });
const areAlike = (one: string, other: string) => isLikelySame(foldName(one), foldName(other));

// R17
describe('a folded name', () => {
  it.each([
    ['José  Díaz', 'jose diaz'],
    ['JOSE\u0301 di\u0301az', 'jose diaz'],
    [' Mary-Ann  O’Neil ', 'mary ann o neil'],
    ['Strauß', 'strauss'],
    ['STRAUẞ', 'strauss'],
    ['İpek', 'ipek'],
    ['Işıl', 'isil'],
    ['Ｊｏ', 'jo'],
    ['\u200fعَلي', 'علي'],
    ['Jo\u00adanne', 'joanne'],
    ['Jo2', 'jo2'],
  ])('of %j is %j', (name, folded) => expect(foldName(name)).toBe(folded));

  it.each(['🌻', '...', '?'])('of %j, which has no letter, is the name itself', (name) =>
    expect(foldName(` ${name} `)).toBe(name),
  );

  it('is kept with the guest, and there is none without a name', () => {
    expect(aGuest({ name: 'José  Díaz' }).foldedName).toBe('jose diaz');
    expect(aGuest({ name: null }).foldedName).toBeNull();
  });

  it('is never empty and folds to itself, for any name that is not blank', () =>
    fc.assert(
      fc.property(anyName, (name) => {
        fc.pre(name.trim() !== '');
        expect(foldName(name)).not.toBe('');
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
      { numRuns: 1000 },
    ));
});

// R17
describe('a likely same person', () => {
  it.each([
    ['the same name', 'Ash', 'Ash'],
    ['other accents, spacing and case', 'José  Díaz', 'jose diaz'],
    ['a letter changed', 'Rivera', 'Rivira'],
    ['the first letter changed', 'Karla Diaz', 'Carla Diaz'],
    ['a letter missing', 'Rivera', 'Rivea'],
    ['the last letter missing', 'Rivera', 'River'],
    ['a letter added', 'Rivera', 'Riverra'],
    ['two neighbours swapped', 'Rivera', 'Rievra'],
    ['the last two swapped', 'Dylan', 'Dylna'],
    ['a typo in one of two words', 'Jo Rivera', 'Jo Rivira'],
    ['a word of four letters', 'Anna', 'Anne'],
    ['a letter more than three', 'Ann', 'Anna'],
  ])('has %s: %s, %s', (_, one, other) => expect(areAlike(one, other)).toBe(true));

  it.each([
    ['a letter of a word of three changed', 'Ana', 'Ann'],
    ['a letter of a word of three missing', 'Ana', 'An'],
    ['two letters of a word of three swapped', 'Ian', 'Ina'],
    ['two letters changed', 'Rivera', 'Rovira'],
    ['two letters missing', 'Rivera', 'Rive'],
    ['swapped letters that are not neighbours', 'Dylan', 'Dalyn'],
    ['two neighbours swapped and a letter changed', 'Rivera', 'Rievro'],
    ['a typo in each of two words', 'Karla Rivera', 'Carla Rivira'],
    ['a word more', 'Karla', 'Karla Rivera'],
    ['a typo and a word more', 'Karla', 'Carla Rivera'],
    ['the words the other way round', 'Karla Rivera', 'Rivera Karla'],
    ['another emoji', '🌻🌻🌻', '🌻🌻🌼'],
    ['a letter of three of a script beyond the first plane', '𞤀𞤁𞤂', '𞤀𞤁𞤃'],
  ])('has not %s: %s, %s', (_, one, other) => expect(areAlike(one, other)).toBe(false));

  it('is found whichever of any two names comes first', () =>
    fc.assert(
      fc.property(fc.oneof(anyName, wordOf(0, 6)), fc.oneof(anyName, wordOf(0, 6)), (one, other) =>
        expect(areAlike(one, other)).toBe(areAlike(other, one)),
      ),
      { numRuns: 2000 },
    ));

  it('is found after any one letter of any longer word was changed, left out or doubled', () =>
    fc.assert(
      fc.property(wordOf(4, 9), fc.nat(), (word, anywhere) => {
        const place = anywhere % word.length;
        const [before, letter, after] = [word.slice(0, place), word[place]!, word.slice(place + 1)];
        for (const slip of ['x', '', letter + letter]) {
          expect(areAlike(word, before + slip + after)).toBe(true);
        }
      }),
    ));

  it('is found after any two neighbours of any longer word were swapped', () =>
    fc.assert(
      fc.property(wordOf(4, 9), fc.nat(), (word, anywhere) => {
        const place = anywhere % (word.length - 1);
        const swapped = word.slice(0, place) + word[place + 1]! + word[place]! + word.slice(place + 2);
        expect(areAlike(word, swapped)).toBe(true);
      }),
    ));

  it('is never found in a short word that differs', () =>
    fc.assert(
      fc.property(wordOf(1, 3), wordOf(1, 3), (one, other) =>
        expect(areAlike(one, other)).toBe(one === other),
      ),
    ));
});

describe('the words a name is found by', () => {
  it('are folded, and none for a blank text', () => {
    expect(foldedWords('  DÍAZ  José ')).toEqual(['diaz', 'jose']);
    expect(foldedWords(' \t ')).toEqual([]);
    expect(foldedWords('%')).toEqual(['%']);
  });

  it('find a name of which only the beginning is typed', () => {
    for (const [name, typed] of [
      ['Γιώργος', 'ΓΙΏΡ'],
      ['Σίσσυ', 'Σίσ'],
      ['Straße', 'stras'],
      ['Zoë', 'ZO'],
    ] as const) {
      expect(foldName(name)).toContain(foldedWords(typed)[0]);
    }
  });

  it('find, for any name, the name itself and each word of it', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((name) => name.trim() !== ''),
        (name) => {
          const folded = foldName(name);
          for (const typed of [name, ...name.trim().split(/\s+/u)]) {
            const words = foldedWords(typed);
            if (/[\p{L}\p{N}]/u.test(typed))
              expect(words.filter((word) => !folded.includes(word))).toEqual([]);
          }
        },
      ),
    ));
});
