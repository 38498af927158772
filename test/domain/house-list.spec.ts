import fc from 'fast-check';
import { HouseList, type ListKind, type ListWish, MOST_ENTRIES } from '../../src/domain/house-list.js';
import { changesOf } from '../../src/domain/list-changes.js';
import { HouseLists, listKinds } from '../../src/domain/house-lists.js';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import { on } from '../support/builders.js';

const TODAY = on('2026-11-22');
const kind: ListKind = {
  name: 'fruit',
  shipped: [
    { code: 'apple', label: 'Apple' },
    { code: 'pear', label: 'Pear' },
    { code: 'plum', label: 'Plum' },
  ],
  fixed: { plum: 'This one stays: jam is made of it' },
  groups: [],
  unasked: [{ code: 'rotten', label: 'Rotten' }],
};
const list = HouseList.shipped(kind);
const wish = (facts: Partial<ListWish> = {}): ListWish => ({
  labels: {},
  places: {},
  aside: [],
  added: null,
  ...facts,
});
const after = (wanted: Partial<ListWish>, from = list) =>
  new HouseList(kind, from.number + 1, from.next(wish(wanted), TODAY));
const codes = (of: HouseList) => of.live.map(({ code }) => code);
const own = (label: string) => ({ added: { label, group: null } });
const blamed = (field: string, words: string) =>
  expect.objectContaining({ field, message: expect.stringContaining(words) as string }) as RuleViolation;
const thrown = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

describe('a list of the house', () => {
  it('is worded anew; the code stays', () => {
    const worded = after({ labels: { pear: 'Ripe pear' } });
    expect(worded.entries.map(({ code, label }) => `${code} ${label}`)).toEqual([
      'apple Apple',
      'pear Ripe pear',
      'plum Plum',
    ]);
    expect(changesOf(list.entries, worded.entries)).toEqual([
      { kind: 'reworded', from: 'Pear', to: 'Ripe pear' },
    ]);
  });

  it('is put in another order: whoever moves up goes before the one who stood there', () => {
    expect(codes(after({ places: { plum: 1 } }))).toEqual(['plum', 'apple', 'pear']);
    expect(codes(after({ places: { apple: 3 } }))).toEqual(['pear', 'plum', 'apple']);
    expect(codes(after({ places: { apple: 2, pear: 1 } }))).toEqual(['pear', 'apple', 'plum']);
    expect(changesOf(list.entries, after({ places: { plum: 1 } }).entries)).toEqual([{ kind: 'order' }]);
  });

  it('takes an own answer in at the end, under a code nobody types', () => {
    const more = after(own('Quince'));
    expect(codes(more)).toEqual(['apple', 'pear', 'plum', 'ours_4']);
    expect(codes(after(own('Fig'), more))).toEqual(['apple', 'pear', 'plum', 'ours_4', 'ours_5']);
  });

  it('sets one aside from that day on and takes it back in at the end', () => {
    const without = after({ aside: ['apple'] });
    expect(codes(without)).toEqual(['pear', 'plum']);
    expect(without.entries.at(-1)).toMatchObject({ code: 'apple', label: 'Apple' });
    expect(String(without.entries.at(-1)!.retiredOn)).toBe('2026-11-22');
    expect(changesOf(list.entries, without.entries)).toEqual([{ kind: 'aside', label: 'Apple' }]);
    // The day stays the first one
    const later = new HouseList(kind, 3, without.next(wish({ aside: ['apple'] }), on('2026-12-01')));
    expect(String(later.entries.at(-1)!.retiredOn)).toBe('2026-11-22');
    const again = after({}, without);
    expect(codes(again)).toEqual(['pear', 'plum', 'apple']);
    expect(changesOf(without.entries, again.entries)).toEqual([{ kind: 'back', label: 'Apple' }]);
  });

  it('keeps what a rule relies on, and says why', () =>
    expect(thrown(() => after({ aside: ['plum'] }))).toEqual(blamed('main', 'jam is made of it')));

  it('is never empty, and never longer than can be read aloud', () => {
    const bare = { ...kind, fixed: {} };
    const all = HouseList.shipped(bare);
    expect(thrown(() => all.next(wish({ aside: ['apple', 'pear', 'plum'] }), TODAY))).toEqual(
      blamed('main', 'at least one'),
    );
    let full = list;
    while (full.entries.length < MOST_ENTRIES) full = after(own(`Fruit ${full.entries.length}`), full);
    expect(thrown(() => after(own('One more'), full))).toEqual(blamed('newLabel', `${MOST_ENTRIES}`));
  });

  it('has no two answers that read the same, but for one that is set aside', () => {
    expect(thrown(() => after({ labels: { pear: ' ÀPPLE ' } }))).toEqual(blamed('label-pear', 'already'));
    expect(thrown(() => after(own('plum')))).toEqual(blamed('newLabel', 'already'));
    expect(codes(after({ aside: ['apple'], ...own('Apple') }))).toEqual(['pear', 'plum', 'ours_4']);
    const without = after({ aside: ['apple'], labels: { pear: 'Apple' } });
    expect(thrown(() => after({}, without))).toEqual(blamed('label-apple', 'already'));
  });

  it('asks what an own answer counts as, where a list has groups', () => {
    const grouped = new HouseList({ ...kind, groups: [{ group: 'stone', label: 'Stone' }] }, 1, list.entries);
    expect(thrown(() => grouped.next(wish(own('Cherry')), TODAY))).toEqual(blamed('newGroup', 'counts'));
    expect(grouped.next(wish({ added: { label: 'Cherry', group: 'stone' } }), TODAY).at(-1)!.group).toBe(
      'stone',
    );
  });

  it('is asked for what it offers; a record keeps an answer that was set aside since', () => {
    const without = after({ aside: ['apple'] });
    expect(thrown(() => without.check('fruit', 'apple', 'Choose one'))).toEqual(
      blamed('fruit', '“Apple” is not offered any more'),
    );
    expect(thrown(() => without.check('fruit', 'kiwi', 'Choose one'))).toEqual(blamed('fruit', 'Choose one'));
    expect(thrown(() => without.check('fruit', 'rotten', 'Choose one'))).toEqual(
      blamed('fruit', 'Choose one'),
    );
    expect(thrown(() => without.check('fruit', 'apple', 'Choose one', 'apple'))).toBeNull();
    expect(without.offered(['apple']).map(({ code }) => code)).toEqual(['pear', 'plum', 'apple']);
    expect(without.words.map(({ code }) => code)).toEqual(['pear', 'plum', 'apple', 'rotten']);
  });

  it('loses no code and no answer of before, for any wishes one after another', () => {
    const code = fc.constantFrom('apple', 'pear', 'plum', 'ours_4', 'ours_5');
    const label = fc.constantFrom('Apple', 'Pear', 'Plum', 'Fig', 'Quince', 'Kiwi');
    const wishes = fc.array(
      fc.record({
        labels: fc.dictionary(code, label, { maxKeys: 3 }),
        places: fc.dictionary(code, fc.integer({ min: 1, max: 9 }), { maxKeys: 3 }),
        aside: fc.uniqueArray(code, { maxLength: 3 }),
        added: fc.option(fc.record({ label, group: fc.constant(null) })),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(wishes, (all) => {
        let now = list;
        for (const wanted of all) {
          const before = now;
          try {
            now = after(wanted, now);
          } catch (error) {
            if (!(error instanceof RuleViolation)) throw error;
            continue;
          }
          const known = now.entries.map((each) => each.code);
          expect(new Set(known).size).toBe(known.length);
          expect(known).toEqual(expect.arrayContaining(before.entries.map((each) => each.code)));
          expect(now.entries.slice(0, now.live.length)).toEqual(now.live);
          expect(codes(now)).toContain('plum');
          expect(new Set(now.live.map((each) => each.label.toLowerCase())).size).toBe(now.live.length);
        }
      }),
    );
  });
});

describe('the lists that ship', () => {
  it.each(HouseLists.shipped.all.map((each) => [each.kind.name, each] as const))(
    '%s: files have the codes, which they rely on',
    (_, each) => {
      for (const { code } of each.words) expect(each.told(code)).toBe(code);
      const own = new HouseList(each.kind, 2, [
        ...each.entries,
        { ...each.entries[0]!, code: `ours_${each.entries.length + 1}`, label: 'Our own' },
      ]);
      expect(own.told(own.entries.at(-1)!.code)).toBe('Our own');
    },
  );

  it.each(HouseLists.shipped.all.map((each) => [each.kind.name, each] as const))('%s', (name, each) => {
    expect(each.live.length).toBeGreaterThan(0);
    expect(each.next(wish(), TODAY)).toEqual(each.entries);
    for (const fixed of Object.keys(each.kind.fixed)) expect(codes(each)).toContain(fixed);
    for (const why of Object.values(each.kind.fixed)) expect(why).toMatch(/^This one stays: /);
    expect(HouseLists.shipped.of(name as never)).toBe(each);
  });

  it('says a code of a record in the words of the house', () => {
    expect(HouseLists.shipped.label('endings', 'died')).toBe('Died');
    expect(HouseLists.shipped.label('endings', 'from_last_year')).toBe('from_last_year');
    expect(listKinds.map(({ name }) => name)).toContain('bed-features');
  });
});
