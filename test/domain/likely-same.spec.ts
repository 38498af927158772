import fc from 'fast-check';
import { foldName } from '../../src/domain/guest.js';
import { fewestShared, isLikelySame, likelySame, trigramsOf } from '../../src/domain/likely-same.js';

const anyName = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'abc É-ßİ.Σ') }),
);
const wordOf = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'abcde'), minLength, maxLength });
const areAlike = (one: string, other: string) => isLikelySame(foldName(one), foldName(other));

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
    ['the words run together', 'Mary Ann', 'Maryann'],
    ['a short word set apart', 'Jo-Ann', 'Joann'],
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

/** Each name that is one small typo away in this word: a letter changed, missing, added, two neighbours swapped. */
const typosOf = (word: string): string[] =>
  [...word].flatMap((_, place) => {
    const [before, letter, after] = [word.slice(0, place), word[place]!, word.slice(place + 1)];
    const crossed = after === '' ? [] : [before + after[0]! + letter + after.slice(1)];
    return [before + 'x' + after, before + after, `${before}x${letter}${after}`, ...crossed];
  });

// R17
describe('the trigrams of a name', () => {
  it('are those of its letters, with the place where it begins and ends', () => {
    expect(trigramsOf('jo')).toEqual(['  j', ' jo', 'jo ']);
    expect(trigramsOf('𞤀')).toEqual(['  𞤀', ' 𞤀 ']);
    expect(trigramsOf('aaaa')).toEqual(['  a', ' aa', 'aaa', 'aa ']);
  });

  it('are shared, as many as the search asks for, by any name of one or two words with one small typo', () =>
    fc.assert(
      fc.property(wordOf(4, 9), fc.constantFrom('', ' ab', ' cabd'), (word, rest) => {
        for (const typo of typosOf(word)) {
          const [typed, kept] = [trigramsOf(typo + rest), trigramsOf(word + rest)];
          const shared = typed.filter((trigram) => kept.includes(trigram)).length;
          expect([typo, shared >= fewestShared(typed)]).toEqual([typo, true]);
        }
      }),
    ));
});

// R17
describe('those who may be the same', () => {
  const names = (typed: string, ...all: string[]) =>
    likelySame(
      typed,
      all.map((foldedName) => ({ foldedName })),
    ).map(({ foldedName }) => foldedName);

  it('come with the same name first, then by the trigrams they share', () => {
    expect(names('marina', 'martina', 'maria', 'karina', 'marina', 'mar ina', 'rosa')).toEqual([
      'marina',
      'mar ina',
      'martina',
      'maria',
      'karina',
    ]);
  });

  it('keep their order where nothing tells them apart', () => {
    const twins = [1, 2, 3].map((place) => ({ foldedName: 'ash', place }));
    expect(likelySame('ash', twins).map(({ place }) => place)).toEqual([1, 2, 3]);
  });
});
