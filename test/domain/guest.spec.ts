import fc from 'fast-check';
import { foldedWords, foldName } from '../../src/domain/guest.js';
import { aGuest } from '../support/builders.js';

const anyName = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'abc É-ßİ.Σ') }),
);

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
