import fc from 'fast-check';
import { foldName } from '../../src/domain/guest.js';
import { hintsFor, parseWording } from '../../src/domain/wording.js';
import { blamedOn } from '../support/builders.js';

const LIST = parseWording(`refused = chose not to
non-compliant, resistant = saw it another way
client = guest
client file = what we wrote
file = paper
admitted = arrived
José’s way = another way
suffers from = lives with`);

// Wording hints: an offer, never a block
describe('plainer words for a text', () => {
  const hints = (text: string) => hintsFor(text, LIST).map(({ said, offer }) => `${said}: ${offer}`);

  it.each([
    ['She refused tea', ['refused: chose not to']],
    ['REFUSED', ['REFUSED: chose not to']],
    [
      'He refuses, is refusing, did refuse',
      ['refuses: chose not to', 'refusing: chose not to', 'refuse: chose not to'],
    ],
    ['refused, Refused, réfused', ['refused: chose not to']],
    ['“refused” and ‘client’', ['refused: chose not to', 'client: guest']],
    ["'client' said", ['client: guest']],
    ['the client’s room, two clients', ['client: guest', 'clients: guest']],
    ['non compliant', ['non compliant: saw it another way']],
    ['Non-Compliant', ['Non-Compliant: saw it another way']],
    ['non-\ncompliant', ['non-\ncompliant: saw it another way']],
    ['non. Compliant', []],
    ['compliant', []],
    ['the client file', ['client file: what we wrote']],
    ['client, file', ['client: guest', 'file: paper']],
    ['admit, admits, admitting', ['admit: arrived', 'admits: arrived', 'admitting: arrived']],
    ['jose’s ways', ['jose’s ways: another way']],
    ['suffered from', ['suffered from: lives with']],
    ['clientele, unrefused, refusednik, submit', []],
    ['', []],
    ['🙂 — 12', []],
  ])('“%s”', (text, expected) => expect(hints(text)).toEqual(expected));

  const word = fc.stringMatching(/^[a-zéß]{1,12}$/u);
  const listed = fc.constantFrom('refused', 'client', 'client file', 'non-compliant', 'admitted');

  it('finds a listed word wherever it stands, and says it as it was written', () => {
    fc.assert(
      fc.property(fc.array(word), listed, fc.array(word), fc.boolean(), (before, found, after, isLoud) => {
        const said = isLoud ? found.toUpperCase() : found;
        const text = [...before, '-', said, '.', ...after].join(' ');
        const all = hintsFor(text, LIST);
        expect(all.map((each) => foldName(each.said))).toContain(foldName(found));
        for (const each of all) expect(text).toContain(each.said);
      }),
    );
  });

  it('finds nothing inside another word', () => {
    fc.assert(
      fc.property(fc.constantFrom('refused', 'client', 'admitted'), word, word, (found, before, after) => {
        fc.pre(!/^(?:e|ed|es|s|ing)$/u.test(after));
        expect(hintsFor(`${before}${found}`, LIST).filter(({ said }) => said === found)).toEqual([]);
        expect(hintsFor(`qq${found}${after}qq`, LIST)).toEqual([]);
      }),
    );
  });

  it('answers anything, in the order of the text, each word once', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(listed, fc.string({ unit: 'grapheme' })), { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        const said = hintsFor(text, LIST).map((each) => each.said);
        const folded = said.map(foldName);
        expect(new Set(folded).size).toBe(folded.length);
        const places = said.map((each) => text.indexOf(each));
        expect(places).not.toContain(-1);
      }),
    );
  });
});

describe('the house’s list of words', () => {
  it('is read line by line', () => {
    expect(parseWording('\n client , Patient=guest \n\nAWOL = hasn’t come back yet')).toEqual([
      { words: ['client', 'Patient'], offer: 'guest' },
      { words: ['AWOL'], offer: 'hasn’t come back yet' },
    ]);
    expect(parseWording(' \n ')).toEqual([]);
  });

  it.each([
    ['client', 'Line 1: write the word'],
    ['a1 = b\nclient =', 'Line 2: write the word'],
    ['= guest', 'Line 1: write the word'],
    ['client, = guest', 'Line 1: write the word'],
    ['client = guest = person', 'Line 1: write the word'],
    ['!? = guest', 'Line 1: write the word'],
    ['client = guest\nClients = person', '“Clients” stands in two lines'],
    [Array.from({ length: 301 }, (_, index) => `w${index} = x`).join('\n'), 'at most 300 lines'],
  ])('says what is wrong: %#', (lines, message) => {
    expect(() => parseWording(lines)).toThrow(blamedOn('lines'));
    expect(() => parseWording(lines)).toThrow(message);
  });

  it('takes a word twice in one line', () => {
    expect(parseWording('refuse, refused = chose not to')).toHaveLength(1);
  });
});
