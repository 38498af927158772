import fc from 'fast-check';
import {
  checkNamesNobody,
  checkSaid,
  CODE_LENGTH,
  CODE_LETTERS,
  codeIn,
  codeShown,
} from '../../src/domain/feedback.js';

const about = (field: string) => expect.objectContaining({ field }) as Error;

describe('feedback', () => {
  it('about another service says which, and keeps none where it is about the house', () => {
    const text = 'The tea was warm';
    expect(() => checkSaid({ about: 'service', service: null, text })).toThrow(about('service'));
    expect(checkSaid({ about: 'service', service: 'The clinic', text })).toMatchObject({
      service: 'The clinic',
    });
    expect(checkSaid({ about: 'house', service: 'The clinic', text })).toEqual({
      about: 'house',
      service: null,
      text,
    });
  });
});

describe('a reply code', () => {
  it.each([
    ['KMRT-WXHP-BCDF-GHJK', 'KMRTWXHPBCDFGHJK'],
    [' kmrt wxhp bcdf ghjk ', 'KMRTWXHPBCDFGHJK'],
    ['kmrt.wxhp–bcdf-ghjk', 'KMRTWXHPBCDFGHJK'],
    ['KMRT-WXHP-BCDF-GHJ', null],
    ['KMRT-WXHP-BCDF-GHJKK', null],
    ['AMRT-WXHP-BCDF-GHJK', null],
    ['1MRT-WXHP-BCDF-GHJK', null],
    ['', null],
  ])('typed as %j reads %j', (typed, code) => expect(codeIn(typed)).toBe(code));

  it('is, for any letters, read back from how it is shown, in small letters too', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...CODE_LETTERS), { minLength: CODE_LENGTH, maxLength: CODE_LENGTH }),
        (letters) => {
          const code = letters.join('');
          expect(codeShown(code)).toMatch(/^[A-Z]{4}(-[A-Z]{4}){3}$/);
          expect(codeIn(codeShown(code))).toBe(code);
          expect(codeIn(codeShown(code).toLowerCase().replaceAll('-', ' '))).toBe(code);
        },
      ),
    ));

  it('has no letter that is another one read aloud or badly written, and no vowel', () => {
    expect(CODE_LETTERS).not.toMatch(/[AEIOUY0-9]/);
    expect(new Set(CODE_LETTERS).size).toBe(20);
  });
});

describe('“You said, we did”', () => {
  it('names nobody, in neither half', () => {
    const line = { said: 'The hall is dark', did: 'We put up a lamp' };
    expect(() => checkNamesNobody(line, ['Kim Porter', null])).not.toThrow();
    expect(() => checkNamesNobody({ ...line, said: 'kim finds it dark' }, ['Kim Porter'])).toThrow(
      about('said'),
    );
    expect(() => checkNamesNobody({ ...line, did: 'We asked Kim' }, ['Kim Porter'])).toThrow(about('did'));
  });
});
