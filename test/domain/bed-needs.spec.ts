import fc from 'fast-check';
import { bedFeatures, readFeatures } from '../../src/domain/bed.js';
import { bedsThatFit } from '../../src/domain/bed-needs.js';
import { HouseList } from '../../src/domain/house-list.js';
import { HouseLists } from '../../src/domain/house-lists.js';
import { codesOf } from '../../src/domain/list-entry.js';
import { aBed, blamedOn, on } from '../support/builders.js';

const bed = (name: string, ...features: string[]) => ({ bed: aBed({ name, features }) });
const names = (beds: readonly { bed: { name: string } }[]) => beds.map((each) => each.bed.name);
const list = HouseLists.shipped.of('bed-features');
const without = (code: string) =>
  new HouseList(
    list.kind,
    2,
    list.next({ labels: { wide: 'TV' }, places: {}, aside: [code], added: null }, on('2026-03-08')),
  );

describe('the beds that offer what somebody needs', () => {
  const beds = [bed('Maple', 'quiet'), bed('Cedar', 'step_free', 'quiet'), bed('Fern')];

  it('are all of them when nothing is needed', () => {
    expect(names(bedsThatFit(beds, []).fit)).toEqual(['Maple', 'Cedar', 'Fern']);
    expect(bedsThatFit(beds, []).rest).toEqual([]);
  });

  it('offer all of it, not some', () => {
    const { fit, rest } = bedsThatFit(beds, ['quiet', 'step_free']);
    expect([names(fit), names(rest)]).toEqual([['Cedar'], ['Maple', 'Fern']]);
    expect(names(bedsThatFit(beds, ['wide']).fit)).toEqual([]);
  });

  it('for any beds and needs, every bed stands in one of the two, in the order of the house', () => {
    const some = fc.subarray(codesOf(bedFeatures));
    fc.assert(
      fc.property(fc.array(some), some, (all, needs) => {
        const house = all.map((features, index) => bed(String(index), ...features));
        const { fit, rest } = bedsThatFit(house, needs);
        expect(house.filter((each) => fit.includes(each))).toEqual(fit);
        expect(house.filter((each) => !fit.includes(each))).toEqual(rest);
        for (const each of fit) expect(each.bed.features).toEqual(expect.arrayContaining(needs));
        for (const each of rest) expect(needs.some((code) => !each.bed.features.includes(code))).toBe(true);
      }),
    );
  });
});

describe('what a bed offers', () => {
  it('reads as a list in a sentence, in the words and the order of the house', () => {
    expect(aBed({ features: ['quiet', 'step_free'] }).offers(list)).toBe('Step-free, quiet');
    expect(aBed({ features: ['step_free', 'wide'] }).offers(without('bathroom'))).toBe('Step-free, TV');
    expect(aBed().offers(list)).toBe('');
  });

  it('is from the list of the house, in its order', () => {
    expect(readFeatures(['quiet', 'step_free', 'quiet'], list, [])).toEqual(['step_free', 'quiet']);
    expect(() => readFeatures(['gold'], list, [])).toThrow(blamedOn('features'));
  });

  it('stays with the bed that has it when the house sets it aside', () => {
    expect(() => readFeatures(['quiet'], without('quiet'), [])).toThrow(blamedOn('features'));
    expect(readFeatures(['quiet'], without('quiet'), ['quiet'])).toEqual(['quiet']);
    expect(aBed({ features: ['quiet'] }).offers(without('quiet'))).toBe('Quiet');
  });
});
