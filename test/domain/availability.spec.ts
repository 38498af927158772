import { HouseList } from '../../src/domain/house-list.js';
import { HouseLists } from '../../src/domain/house-lists.js';
import { availabilityOf, type BedOffered } from '../../src/domain/availability.js';
import type { Bed } from '../../src/domain/bed.js';
import type { Claim } from '../../src/domain/bed-board.js';
import { aBed, aStay, at, on } from '../support/builders.js';

const today = on('2026-03-08');
const bed = (facts: Partial<Omit<BedOffered, 'bed'>> = {}, of: Partial<Bed> = {}): BedOffered => ({
  bed: aBed(of),
  stay: null,
  notReadySince: null,
  claims: [],
  ...facts,
});
const staying = (plannedDay: string) => bed({ stay: aStay({ plannedDay: on(plannedDay) }) });
const claim = (kind: Claim['kind'], first: string, end: string, isOpenEnded = false): Claim => ({
  kind,
  firstNight: on(first),
  endNight: on(end),
  isOpenEnded,
});
const features = HouseLists.shipped.of('bed-features');
const nextFree = (...beds: BedOffered[]) =>
  availabilityOf(beds, features, today).nextFreeOn?.toString() ?? null;

describe('what is told outside', () => {
  it('counts the beds in service and those that are free, as the board does', () => {
    const beds = [
      bed(),
      staying('2026-03-10'),
      bed({ notReadySince: at('2026-03-08T12:00:00Z') }),
      bed({ claims: [claim('closure', '2026-03-01', '2026-03-10')] }),
      bed({ claims: [claim('hold', '2026-03-08', '2026-03-09')] }),
      bed({}, { lastNight: on('2026-03-07') }),
      bed({}, { firstNight: on('2026-03-09') }),
    ];
    expect(availabilityOf(beds, features, today)).toMatchObject({ bedsInService: 4, freeTonight: 1 });
  });

  it('counts a bed with a guest in it as in service, also when its last night is over', () =>
    expect(
      availabilityOf(
        [{ ...staying('2026-03-10'), bed: aBed({ lastNight: on('2026-03-07') }) }],
        features,
        today,
      ).bedsInService,
    ).toBe(1));

  it('says this day when a bed is free, or should be once its guest leaves', () => {
    expect(nextFree(bed(), staying('2026-03-10'))).toBe('2026-03-08');
    expect(nextFree(staying('2026-03-08'), staying('2026-03-10'))).toBe('2026-03-08');
  });

  it('says the first day that nobody has planned, past what comes after a guest', () => {
    expect(nextFree(staying('2026-03-12'), staying('2026-03-10'))).toBe('2026-03-10');
    const followed = { ...staying('2026-03-10'), claims: [claim('hold', '2026-03-10', '2026-03-13')] };
    expect(nextFree(followed)).toBe('2026-03-13');
    expect(nextFree(bed({}, { firstNight: on('2026-03-20') }))).toBe('2026-03-20');
  });

  it('says nothing where it cannot be told', () => {
    expect(nextFree(staying('2026-03-07'))).toBeNull();
    expect(nextFree(bed({ claims: [claim('closure', '2026-03-01', '2027-03-01', true)] }))).toBeNull();
    expect(nextFree({ ...staying('2026-03-10'), bed: aBed({ lastNight: on('2026-03-09') }) })).toBeNull();
    expect(nextFree()).toBeNull();
  });

  it('names what the beds in service offer, each once, in the order of the list', () => {
    const beds = [
      bed({}, { features: ['wide', 'step_free'] }),
      bed({}, { features: ['step_free'] }),
      bed({}, { features: ['quiet'], lastNight: on('2026-03-07') }),
    ];
    expect(availabilityOf(beds, features, today).accessFeatures.map(({ code }) => code)).toEqual([
      'step_free',
      'wide',
    ]);
  });

  it('names an own answer in its words, and none the house has set aside', () => {
    const wish = {
      labels: {},
      places: {},
      aside: ['quiet'],
      added: { label: 'Balcony', group: null },
    };
    const own = new HouseList(features.kind, 2, features.next(wish, today));
    const told = availabilityOf(
      [bed({}, { features: ['quiet', 'wide', 'ours_7'] })],
      own,
      today,
    ).accessFeatures;
    expect(told).toEqual([
      { code: 'wide', label: 'Wide bed' },
      { code: 'Balcony', label: 'Balcony' },
    ]);
  });
});
