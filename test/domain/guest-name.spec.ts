import fc from 'fast-check';
import { inspect } from 'node:util';
import { GuestName } from '../../src/domain/guest-name.js';

const anyText = fc.string({ unit: 'grapheme' });
const initialsOf = (name: string | null) => new GuestName(name, 'Maple').initials();
const RIGHT_TO_LEFT_MARK = '\u200f';
const RIGHT_TO_LEFT_OVERRIDE = '\u202e';

describe('the initials of a guest', () => {
  it.each([
    ['one letter', 'j', 'J.'],
    ['one word', 'Ash', 'A.'],
    ['two words', 'Jo Rivera', 'J.R.'],
    ['spaces that got out of hand', '  jo \t  rivera ', 'J.R.'],
    ['more words than three', 'Ana de la Cruz', 'A.D.L.'],
    ['a hyphen', 'Mary-Ann Lee', 'M.L.'],
    ['a hyphen with space around it', 'Mary - Ann', 'M.A.'],
    ['an apostrophe in front', '’t Hooft', 'T.H.'],
    ['brackets and quotes', '(Jo) "Rivera"', 'J.R.'],
    ['initials', 'J. R.', 'J.R.'],
    ['an emoji', '🌻 Ash', '🌻.A.'],
    ['Arabic', 'محمد علي', 'م.ع.'],
    ['Chinese', '王小明', '王.'],
    [
      'marks that steer the writing direction',
      `${RIGHT_TO_LEFT_MARK}علي ${RIGHT_TO_LEFT_OVERRIDE}jo`,
      'ع.J.',
    ],
    ['a capital that is two letters', 'ßen', 'S.'],
  ])('of a name with %s: %j gives %s', (_, name, initials) => expect(initialsOf(name)).toBe(initials));

  it('begin a sentence with a capital, and have the bed behind them unless they are the bed', () => {
    const [named, unnamed] = [new GuestName('jo', 'Maple'), new GuestName(null, 'Maple')];
    expect([named.full(true), named.initials(true)]).toEqual(['jo', 'J.']);
    expect([unnamed.full(true), unnamed.initials(true)]).toEqual(['Guest in Maple', 'Guest in Maple']);
    expect(named.bedBehind(named.initials())).toBe(' in Maple');
    expect([true, false].map((isStart) => unnamed.bedBehind(unnamed.full(isStart)))).toEqual(['', '']);
  });

  it('keep an accent, typed as one sign or as two', () => {
    expect(initialsOf('Émile')).toBe('É.');
    expect(initialsOf('E\u0301mile').normalize('NFC')).toBe('É.');
  });

  it.each([null, '', ' ', '...', '— ?!', RIGHT_TO_LEFT_MARK])(
    'are the bed when the name has no letter: %j',
    (name) => expect(initialsOf(name)).toBe('guest in Maple'),
  );

  it('are at most three letters, for any name', () =>
    fc.assert(
      fc.property(anyText, (name) => {
        const graphemes = [...new Intl.Segmenter().segment(initialsOf(name))].length;
        expect(initialsOf(name) === 'guest in Maple' || graphemes <= 6).toBe(true);
      }),
    ));
});

describe('the full name of a guest', () => {
  it('is the name they go by', () => expect(new GuestName('Jo Rivera', 'Maple').full()).toBe('Jo Rivera'));

  it('is the bed until there is a name', () =>
    expect(new GuestName(null, 'Maple').full()).toBe('guest in Maple'));
});

describe('a name put into a text by mistake', () => {
  const name = new GuestName('Jo Rivera', 'Maple');

  it.each([
    ['String()', () => String(name)],
    ['a template', () => `${name as unknown as string}`],
    ['a plus', () => 'with ' + (name as unknown as string)],
    ['a list', () => [name].join()],
  ])('throws in %s, and the error does not name the guest', (_, write) => {
    expect(write).toThrow('name helper');
    expect(write).not.toThrow(/Rivera/);
  });

  it('is in no JSON and no log', () => {
    expect(JSON.stringify({ name })).not.toMatch(/Jo|Rivera/);
    expect(inspect(name, { showHidden: true, depth: 9 })).not.toMatch(/Jo|Rivera/);
  });
});
