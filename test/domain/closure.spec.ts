import fc from 'fast-check';
import { Closure } from '../../src/domain/closure.js';
import { HouseList } from '../../src/domain/house-list.js';
import { HouseLists } from '../../src/domain/house-lists.js';
import { aBed, aHouse, at, blamedOn, on } from '../support/builders.js';

const house = aHouse();
/** Tue 10 March 2026, noon. */
const NOW = at('2026-03-10T12:00-04:00');
const TODAY = on('2026-03-10');

const nights = (first: string, last: string | null, more: object = {}) => ({
  firstNight: on(first),
  lastNight: last === null ? null : on(last),
  reason: 'repair',
  note: 'The tap',
  ...more,
});

const aClosure = (first = '2026-03-12', last: string | null = '2026-03-14', more: object = {}, now = NOW) =>
  new Closure(
    { id: 'c', bedId: 'maple', isPlanned: true, madeBy: 'dana', ...nights(first, last, more) },
    house,
    now,
  );

/** Begun on 8 March, two days ago. */
const begun = (last: string | null) => aClosure('2026-03-08', last, {}, at('2026-03-08T12:00-04:00'));

// R11
describe('the nights of a closure', () => {
  it.each<[string, string | null, string]>([
    ['2026-03-12', '2026-03-14', '2026-03-15'],
    ['2026-03-12', '2026-03-12', '2026-03-13'],
    // R12: without a last night as far as anyone plans
    ['2026-03-12', null, '2027-04-14'],
  ])('from %s, last %s, end on %s: the last one included', (first, last, end) =>
    expect(aClosure(first, last).endNight(aBed(), TODAY).toString()).toBe(end),
  );

  it('without end are no more than those of the bed (R12)', () =>
    expect(
      aClosure('2026-03-12', null)
        .endNight(aBed({ lastNight: on('2026-03-20') }), TODAY)
        .toString(),
    ).toBe('2026-03-21'));

  it.each<[string, string, string | null, object]>([
    ['firstNight', '2026-03-09', null, {}],
    ['lastNight', '2026-03-12', '2026-03-11', {}],
    ['lastNight', '2026-03-12', '2027-04-14', {}],
    ['firstNight', '2027-04-14', null, {}],
    ['reason', '2026-03-12', null, { reason: 'because' }],
  ])('are refused beside %s: from %s to %s %j', (field, first, last, more) =>
    expect(() => aClosure(first, last, more)).toThrow(blamedOn(field)),
  );

  it('reach exactly to the furthest night anyone plans', () =>
    expect(aClosure('2026-03-12', '2027-04-13').endNight(aBed(), TODAY)).toEqual(TODAY.add({ days: 400 })));
});

describe('changing a closure', () => {
  it('says from what to what, and nothing when nothing changed', () => {
    const closure = aClosure();
    expect(closure.change(nights('2026-03-12', '2026-03-14'), house, TODAY)).toBeNull();
    expect(
      closure.change(nights('2026-03-11', null, { reason: 'no_staff', note: 'Two are ill' }), house, TODAY),
    ).toEqual({
      firstNightFrom: '2026-03-12',
      firstNightTo: '2026-03-11',
      lastNightFrom: '2026-03-14',
      lastNightTo: null,
      reasonFrom: 'repair',
      reasonTo: 'no_staff',
      note: 'changed',
    });
    expect(closure.lastNight).toBeNull();
  });

  it('keeps a reason the house set aside since, and takes it from no other', () => {
    const reasons = house.lists.of('closure-reasons');
    const wish = { labels: {}, places: {}, aside: ['repair'], added: null };
    const without = new HouseList(reasons.kind, 2, reasons.next(wish, TODAY));
    const then = aHouse({ lists: new HouseLists([without]) });
    const closure = aClosure();
    expect(closure.reason).toBe('repair');
    expect(closure.change(nights('2026-03-12', '2026-03-15'), then, TODAY)).not.toBeNull();
    expect(
      closure.change(nights('2026-03-12', '2026-03-15', { reason: 'no_staff' }), then, TODAY),
    ).not.toBeNull();
    expect(() => closure.change(nights('2026-03-12', '2026-03-15'), then, TODAY)).toThrow(blamedOn('reason'));
  });

  it('leaves nights alone that are over', () => {
    expect(begun(null).change(nights('2026-03-08', '2026-03-10'), house, TODAY)).not.toBeNull();
    expect(() => begun(null).change(nights('2026-03-08', '2026-03-09'), house, TODAY)).toThrow(
      blamedOn('lastNight'),
    );
    expect(() => begun(null).change(nights('2026-03-11', null), house, TODAY)).toThrow(
      blamedOn('firstNight'),
    );
    expect(() => aClosure().change(nights('2026-03-09', null), house, TODAY)).toThrow(blamedOn('firstNight'));
    expect(() => begun('2026-03-09').change(nights('2026-03-08', null), house, TODAY)).toThrow(
      blamedOn('main'),
    );
  });

  it('for any two ways of saying it answers null exactly when they are the same', () => {
    const any = fc.record({
      first: fc.integer({ min: 0, max: 5 }),
      more: fc.option(fc.nat(5)),
      reason: fc.constantFrom('repair', 'no_staff'),
      note: fc.constantFrom('a', 'b'),
    });
    type Said = { first: number; more: number | null; reason: string; note: string };
    const said = ({ first, more, ...rest }: Said) => {
      const firstNight = TODAY.add({ days: first });
      return { firstNight, lastNight: more === null ? null : firstNight.add({ days: more }), ...rest };
    };
    fc.assert(
      fc.property(any, any, (one, other) => {
        const facts = { id: 'c', bedId: 'maple', isPlanned: true, madeBy: 'dana' };
        const closure = new Closure({ ...facts, ...said(one) }, house, NOW);
        const changes = closure.change(said(other), house, TODAY);
        expect(changes === null).toBe(JSON.stringify(said(one)) === JSON.stringify(said(other)));
        expect(closure).toMatchObject(said(other));
      }),
    );
  });
});

describe('the end of a closure', () => {
  it.each([
    ['that has begun: the bed is used again', begun(null), 'used-again'],
    ['that begins today: used again as well', aClosure('2026-03-10'), 'used-again'],
    ['that has not begun: it is cancelled', aClosure('2026-03-11'), 'cancelled'],
  ])('of one %s', (_, closure, ending) => {
    closure.end(NOW, house);
    expect([closure.ending, closure.endedOn?.toString()]).toEqual([ending, '2026-03-10']);
    expect(closure.isOver(TODAY)).toBe(true);
    expect(() => closure.end(NOW, house)).toThrow('over already');
  });

  it('comes by itself after its last night', () => {
    expect(begun('2026-03-10').isOver(TODAY)).toBe(false);
    expect(begun('2026-03-09').isOver(TODAY)).toBe(true);
  });
});

describe('a coordinator’s look', () => {
  it('is wanted for what a shift closed, once, and not for what was undone', () => {
    const closed = aClosure('2026-03-10', null, { isPlanned: false });
    expect([closed.isUnseen, aClosure().isUnseen]).toEqual([true, false]);
    closed.undo(NOW, house);
    expect(closed.isUnseen).toBe(false);
    const seen = Object.assign(aClosure('2026-03-10', null, { isPlanned: false }), { seenBy: 'dana' });
    expect(seen.isUnseen).toBe(false);
  });
});
