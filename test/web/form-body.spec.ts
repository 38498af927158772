import fc from 'fast-check';
import { MOST_FIELDS, only, readFormBody } from '../../src/web/form-body.js';

const anyText = fc.string({ unit: 'grapheme' });
const aName = anyText.filter((name) => !name.endsWith('[]'));

describe('form bodies', () => {
  it('come back as a browser wrote them, each field once', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(aName, anyText), { selector: ([name]) => name }), (pairs) => {
        const body = readFormBody(new URLSearchParams(pairs).toString());
        expect([...body]).toEqual(pairs.map(([name, value]) => [name, [value]]));
      }),
    ));

  it('keep every answer of a field that came more than once, and none of them counts as the one', () =>
    fc.assert(
      fc.property(aName, fc.array(anyText, { minLength: 2, maxLength: 5 }), (name, answers) => {
        const body = readFormBody(new URLSearchParams(answers.map((answer) => [name, answer])).toString());
        expect(body.get(name)).toEqual(answers);
        expect(only(body, name)).toBe('');
      }),
    ));

  it('never throw but for too many fields, whatever bytes come', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => expect(readFormBody(text)).toBeInstanceOf(Map)),
    ));

  it('take a list for an answer that came more than once', () => {
    const body = readFormBody('name[]=Ash');
    expect(only(body, 'name')).toBe('');
    expect(body.get('name')!.length).toBeGreaterThan(1);
    expect(body.has('name[]')).toBe(false);
  });

  it('can name no prototype', () => {
    const body = readFormBody('__proto__=x&constructor=y&__proto__[polluted]=z');
    expect([only(body, '__proto__'), only(body, 'constructor'), only(body, 'toString')]).toEqual([
      'x',
      'y',
      '',
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('have at most 200 fields, counted before they are read', () => {
    const fields = (count: number) => Array.from({ length: count }, (_, index) => `f${index}=x`).join('&');
    expect(readFormBody(fields(MOST_FIELDS)).size).toBe(MOST_FIELDS);
    expect(() => readFormBody(fields(MOST_FIELDS + 1))).toThrow('too many fields');
    // Nothing but separators gives no field and would take a second to read
    expect(() => readFormBody('&'.repeat(2_000_000))).toThrow('too many fields');
  });
});
