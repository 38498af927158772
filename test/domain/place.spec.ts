import { HouseLists } from '../../src/domain/house-lists.js';
import { Place, type PlaceFacts, placeKinds } from '../../src/domain/place.js';
import { blamedOn, on } from '../support/builders.js';

const kinds = HouseLists.shipped.of('place-kinds');
const FACTS: PlaceFacts = {
  ...{ name: 'Open Door', kind: 'peer', phone: null, address: null, opens: null, note: null },
  isUsed: true,
};
const aPlace = (facts: Partial<PlaceFacts> = {}) =>
  new Place({ ...FACTS, ...facts, id: 'p' }, kinds, on('2026-03-05'));

describe('a place of the directory', () => {
  it('is for one of the kinds the house has', () => {
    for (const { code } of placeKinds) expect(aPlace({ kind: code }).kind).toBe(code);
    expect(() => aPlace({ kind: 'moon' })).toThrow(blamedOn('kind'));
    expect(() => aPlace({ kind: '' })).toThrow(blamedOn('kind'));
  });

  it('keeps the day on which it was set aside, and can be taken back in', () => {
    const place = aPlace();
    expect(place.retiredOn).toBeNull();
    place.change({ ...FACTS, isUsed: false }, kinds, on('2026-03-06'));
    place.change({ ...FACTS, phone: '555-0140', isUsed: false }, kinds, on('2026-03-09'));
    expect([place.retiredOn?.toString(), place.phone]).toEqual(['2026-03-06', '555-0140']);
    place.change(FACTS, kinds, on('2026-03-10'));
    expect(place.retiredOn).toBeNull();
  });
});
