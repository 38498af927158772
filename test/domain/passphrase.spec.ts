import fc from 'fast-check';
import { acceptPassphrase } from '../../src/domain/passphrase.js';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import { blamedOn } from '../support/builders.js';

const accept = (typed: string) => acceptPassphrase('passphrase', typed);
const FAMILY = '👩‍👩‍👧‍👦';
const LETTERS = 'abcdefghijklmno';

describe('a passphrase', () => {
  it('has fifteen characters or more', () => {
    expect(accept(LETTERS)).toBe(LETTERS);
    expect(() => accept(LETTERS.slice(0, 14))).toThrow(RuleViolation);
    expect(() => accept('')).toThrow('at least 15 characters');
  });

  it('is blamed on the field it was typed in', () =>
    expect(() => acceptPassphrase('new', 'short')).toThrow(blamedOn('new')));

  it.each([
    ['an emoji', FAMILY],
    ['a flag', '🇺🇦'],
    ['a letter with two accents', 'q\u0301\u0323'],
    ['an accent typed by itself', 'e\u0301'],
    ['a sign that stands for many letters', '\ufdfa'],
  ])('counts %s as one character', (_, sign) => {
    expect(() => accept(LETTERS.slice(0, 13) + sign)).toThrow('at least 15 characters');
    expect(accept(LETTERS.slice(0, 14) + sign)).toContain('abcdefghijklmn');
  });

  it('has five different characters or more', () => {
    expect(() => accept('a'.repeat(40))).toThrow('more different letters');
    expect(() => accept('abcd'.repeat(10))).toThrow('more different letters');
    expect(accept('abcde'.repeat(3))).toBe('abcde'.repeat(3));
    expect(() => accept((FAMILY + '🇺🇦').repeat(8))).toThrow('more different letters');
  });

  it.each([
    ['an accent as one sign or two', 'café in the morning', 'cafe\u0301 in the morning'],
    ['wide letters', 'plain letters only', 'ｐｌａｉｎ ｌｅｔｔｅｒｓ ｏｎｌｙ'],
  ])('is the same on every keyboard: %s', (_, one, other) => expect(accept(one)).toBe(accept(other)));

  it('keeps capitals and every space as typed', () =>
    expect(accept('  Four Words  In A Row ')).toBe('  Four Words  In A Row '));

  it('is accepted again as it was hashed, for any that is long enough', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcdéﬀ e\u0301🌻') }), (words) => {
        const passphrase = accept(LETTERS + words);
        expect(accept(passphrase)).toBe(passphrase);
      }),
    ));
});
