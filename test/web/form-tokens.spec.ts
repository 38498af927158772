import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { answersOf, FormTokens, hashOfAnswers } from '../../src/web/form-tokens.js';

const SECRET = 'a secret of the house';
const tokens = new FormTokens(SECRET);
const anyText = fc.string({ unit: 'binary' });
const aForm = fc.record({
  personId: fc.uuid(),
  place: fc.constantFrom('', '/check-in', '/stays/1/departure'),
});

/** Signed as the house signs, whatever is in it. */
const signed = (text: string): string => {
  const content = Buffer.from(text).toString('base64url');
  return `${content}.${createHmac('sha256', SECRET).update(content).digest('base64url')}`;
};

describe('form tokens', () => {
  it('come back as they were drawn, and no two are alike', () =>
    fc.assert(
      fc.property(aForm, (form) => {
        const [one, other] = [tokens.draw(form), tokens.draw(form)];
        expect(tokens.read(one)).toEqual(form);
        expect(one).not.toBe(other);
      }),
    ));

  it('are nothing when any part is changed, cut off or added', () =>
    fc.assert(
      fc.property(
        aForm,
        fc.nat(),
        anyText.filter((text) => text !== ''),
        (form, at, more) => {
          const token = tokens.draw(form);
          const place = at % token.length;
          for (const forged of [
            token.slice(0, place),
            token + more,
            token.slice(0, place) + more + token.slice(place),
          ]) {
            expect(tokens.read(forged)).toBeNull();
          }
        },
      ),
    ));

  it('are nothing when another house signed them, and for any text', () =>
    fc.assert(
      fc.property(aForm, anyText, (form, text) => {
        expect(tokens.read(new FormTokens('another secret').draw(form))).toBeNull();
        expect(tokens.read(text)).toBeNull();
        expect(tokens.read(`${text}.${text}`)).toBeNull();
      }),
    ));

  it.each(['', 'not json', 'null', '42', '{}', '[]', '["only one"]', '[1, 2, 3]', '["a", null]'])(
    'are nothing, never an error, when what is signed is %j',
    (text) => expect(tokens.read(signed(text))).toBeNull(),
  );
});

describe('the answers of a form', () => {
  const pairs = fc.uniqueArray(fc.tuple(fc.string(), fc.array(fc.string())), { selector: ([name]) => name });

  it('are those without the wrapping', () => {
    const body = new Map([
      ['_csrf', ['x']],
      ['name', ['Ash']],
      ['formToken', ['y']],
    ]);
    expect(answersOf(body)).toEqual([['name', ['Ash']]]);
  });

  it('have one hash in whatever order they came', () =>
    fc.assert(
      fc.property(pairs, (answers) => {
        expect(hashOfAnswers(new Map(answers))).toBe(hashOfAnswers(new Map([...answers].reverse())));
      }),
    ));

  it('have another hash when one differs, also by where one ends and the next begins', () => {
    const hashes = [
      [['a', ['b']]],
      [['a', ['b', '']]],
      [
        ['a', ['']],
        ['b', ['']],
      ],
      [['ab', ['']]],
      [['a', ['b,']]],
    ].map((answers) => hashOfAnswers(new Map(answers as [string, string[]][])));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
