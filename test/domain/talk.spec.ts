import fc from 'fast-check';
import { codesOf } from '../../src/domain/list-entry.js';
import { type SupportKind, supportKinds } from '../../src/domain/support.js';
import { type Talk, talkOf, talksWords, whyNotLogged } from '../../src/domain/talk.js';

const kinds = codesOf(supportKinds) as SupportKind[];
const talks: fc.Arbitrary<Talk[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), way: fc.constantFrom('one' as const, 'group' as const) }),
);

describe('a talk that is logged', () => {
  it('is one of the four kinds, one to one unless somebody said a group', () => {
    expect(talkOf('emotional', '')).toEqual({ kind: 'emotional', way: 'one' });
    expect(talkOf('instrumental', 'group')).toEqual({ kind: 'instrumental', way: 'group' });
    expect(talkOf('Listened', '')).toBeNull();
  });

  it('is logged of whoever is here, in a house that wants it', () => {
    expect(whyNotLogged(true, { isHere: true })).toBeNull();
    expect(whyNotLogged(false, { isHere: true })).toBe('This house does not log talks.');
    expect(whyNotLogged(true, { isHere: false })).toBe('They are not here any more.');
  });

  it('is told by its kind, each once with how often, and the groups of them', () => {
    expect(talksWords([])).toBe('');
    const some = ['one', 'group', 'one'].map((way) => ({ kind: 'emotional', way }) as Talk);
    expect(talksWords([...some, { kind: 'instrumental', way: 'one' }])).toBe(
      'Listened 3 (1 in a group) · Practical help 1',
    );
    fc.assert(
      fc.property(talks, (all) => {
        const numbers = [...talksWords(all).matchAll(/[a-z] (\d+)/g)].map(([, many]) => Number(many));
        expect(numbers.reduce((sum, many) => sum + many, 0)).toBe(all.length);
      }),
    );
  });
});
