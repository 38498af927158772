import fc from 'fast-check';
import { Supply, type SupplyFacts } from '../../src/domain/supply.js';
import { blamedOn, on } from '../support/builders.js';

const TODAY = on('2026-11-22');
const facts: SupplyFacts = {
  name: 'Naloxone',
  place: 'Hall cupboard',
  everyDays: 30,
  goodUntil: on('2027-03-03'),
  isOn: true,
};
const aSupply = (more: Partial<SupplyFacts> = {}) => new Supply({ ...facts, ...more, id: 'naloxone' }, TODAY);

describe('a supply that matters at night', () => {
  it('is due at once when it is switched on, and so many days after each look', () => {
    const supply = aSupply();
    expect(supply.isDue(null, TODAY)).toBe(true);
    expect(supply.isDue(TODAY, on('2026-12-21'))).toBe(false);
    expect(supply.isDue(TODAY, on('2026-12-22'))).toBe(true);
    expect(supply.isDue(TODAY, on('2027-12-22'))).toBe(true);
    expect(aSupply({ isOn: false }).isDue(null, TODAY)).toBe(false);
  });

  it('says a month before that it goes off, and that it did', () => {
    const supply = aSupply();
    const told = ['2027-01-31', '2027-02-01', '2027-03-03', '2027-03-04'].map((day) =>
      supply.goodness(on(day)),
    );
    expect(told).toEqual(['good', 'soon', 'soon', 'past']);
    expect(aSupply({ goodUntil: null }).goodness(TODAY)).toBe('good');
  });

  it('is named while it is due or going off, and never while it is switched off', () => {
    const [supply, off] = [aSupply(), aSupply({ isOn: false })];
    expect([supply.isNamed(null, TODAY), supply.isNamed(TODAY, TODAY)]).toEqual([true, false]);
    expect(supply.isNamed(on('2027-02-01'), on('2027-02-01'))).toBe(true);
    expect(supply.isNamed(on('2027-03-04'), on('2027-03-04'))).toBe(true);
    expect(off.isNamed(null, on('2028-03-04'))).toBe(false);
  });

  it('keeps since when it is looked at, until it is switched off', () => {
    const supply = aSupply();
    supply.change({ ...facts, everyDays: 7 }, on('2026-12-01'));
    expect(String(supply.onSince)).toBe('2026-11-22');
    supply.change({ ...facts, isOn: false }, on('2026-12-02'));
    expect(supply.onSince).toBeNull();
    supply.change(facts, on('2026-12-03'));
    expect(String(supply.onSince)).toBe('2026-12-03');
  });

  it.each<[string, Partial<SupplyFacts>]>([
    ['everyDays', { everyDays: 0 }],
    ['everyDays', { everyDays: 367 }],
    ['everyDays', { everyDays: 1.5 }],
    ['everyDays', { everyDays: NaN }],
    ['place', { place: null }],
  ])('is refused for %s: %j', (field, wrong) => expect(() => aSupply(wrong)).toThrow(blamedOn(field)));

  it('needs no place while it is switched off', () => {
    expect(aSupply({ place: null, isOn: false, everyDays: 366 }).place).toBeNull();
  });

  it('has a new one that is good today or longer', () => {
    const supply = aSupply();
    expect(() => supply.renew(on('2026-11-21'), TODAY)).toThrow(blamedOn('goodUntil'));
    supply.renew(TODAY, TODAY);
    expect(String(supply.goodUntil)).toBe('2026-11-22');
  });

  it('once looked at is due exactly after its days, for any days', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 366 }), fc.integer({ min: 0, max: 800 }), (everyDays, later) => {
        expect(aSupply({ everyDays }).isDue(TODAY, TODAY.add({ days: later }))).toBe(later >= everyDays);
      }),
    ));
});
