import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { type Claim, statusOf } from '../../src/domain/bed-board.js';
import { type BedOfNights, freeBeds, tilesOf } from '../../src/domain/night-table.js';
import { aBed, aClaim, aStay, at, bedFacts, on } from '../support/builders.js';

const TODAY = on('2026-03-08');
const SINCE = at('2026-03-08T10:00-04:00');
const FORTNIGHT = { start: on('2026-03-07'), end: on('2026-03-21') };

const nights = (facts: Partial<BedOfNights> = {}): BedOfNights => ({
  ...bedFacts(facts),
  own: null,
  ...facts,
});

/** A guest who came on Thu 5 March and was to leave on this day. */
const guest = (plannedDay: string, today = TODAY): Partial<BedOfNights> => {
  const stay = aStay({ plannedDay: on(plannedDay) });
  return { stay, own: aClaim('stay', '2026-03-05', stay.endDay(today).toString()) };
};

/** '07 +1 stay staying' for each tile. */
const told = (facts: Partial<BedOfNights>, today = TODAY) =>
  tilesOf(nights(facts), FORTNIGHT, today).map(({ firstNight, endNight, kind, status }) =>
    [firstNight.toString().slice(8), `+${firstNight.until(endNight).days}`, kind, status].join(' '),
  );

describe('the nights of a bed', () => {
  it.each<[string, Partial<BedOfNights>, string[]]>([
    ['of nobody', {}, ['07 +1 free empty', '08 +13 free free']],
    [
      'of a bed getting ready',
      { notReadySince: SINCE },
      ['07 +1 free empty', '08 +1 free getting-ready', '09 +12 free free'],
    ],
    ['of a guest', guest('2026-03-12'), ['07 +5 stay staying', '12 +9 free free']],
    [
      'of a guest to leave on this day (R6)',
      guest('2026-03-08'),
      ['07 +1 stay staying', '08 +1 stay leaving', '09 +12 free free'],
    ],
    ['of a guest who stays on (R8)', guest('2026-03-06'), ['07 +2 stay staying', '09 +12 free free']],
    [
      'of a guest who stays on in a bed that is held, before it is written (R8)',
      { ...guest('2026-03-07'), claims: [aClaim('hold', '2026-03-07', '2026-03-11')] },
      ['07 +2 stay staying', '09 +2 hold held', '11 +10 free free'],
    ],
    [
      'of a guest to leave on the day somebody else is expected (R6)',
      { ...guest('2026-03-08'), claims: [aClaim('hold', '2026-03-08', '2026-03-11')] },
      ['07 +1 stay staying', '08 +1 stay leaving', '09 +2 hold held', '11 +10 free free'],
    ],
    [
      'of one who left and one who is expected on this day',
      { claims: [aClaim('stay', '2026-03-01', '2026-03-08'), aClaim('hold', '2026-03-08', '2026-03-10')] },
      ['07 +1 stay staying', '08 +2 hold arriving', '10 +11 free free'],
    ],
    [
      'of a closure that reaches over both ends',
      { claims: [aClaim('closure', '2026-02-01', '2026-05-01')] },
      ['07 +14 closure closed'],
    ],
    [
      'of a bed the house has for some nights only (R12)',
      { bed: aBed({ firstNight: on('2026-03-10'), lastNight: on('2026-03-12') }) },
      ['07 +3 closure gone', '10 +3 free free', '13 +8 closure gone'],
    ],
  ])('%s', (_, facts, tiles) => expect(told(facts)).toEqual(tiles));

  const anyKind = fc.constantFrom<Claim['kind']>('stay', 'hold', 'closure');

  /** Claims one after the other, some back to back, none overlapping. */
  const anyClaims = fc
    .array(fc.tuple(anyKind, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 6 })), {
      maxLength: 8,
    })
    .map((parts) => {
      let from = FORTNIGHT.start.subtract({ days: 6 });
      return parts.map(([kind, gap, length]) => {
        const firstNight = from.add({ days: gap });
        from = firstNight.add({ days: length });
        return { kind, firstNight, endNight: from };
      });
    });

  /** With or without a guest who came on 5 March, so that what else there is begins later; the file sees to that. */
  const anyBed: fc.Arbitrary<BedOfNights> = fc
    .record({
      claims: anyClaims,
      planned: fc.option(fc.integer({ min: 1, max: 12 })),
      ready: fc.boolean(),
      last: fc.option(fc.integer({ min: 0, max: 20 })),
    })
    .map(({ claims, planned, ready, last }) => {
      const here = planned === null ? {} : guest(on('2026-03-05').add({ days: planned }).toString());
      return nights({
        ...here,
        bed: aBed({ lastNight: last === null ? null : FORTNIGHT.start.add({ days: last }) }),
        claims: claims.filter(
          ({ firstNight, kind }) => kind !== 'stay' || firstNight.toString() < '2026-03-05',
        ),
        notReadySince: ready ? SINCE : null,
      });
    });

  const anyPeriod = fc
    .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 62 }))
    .map(([from, length]) => {
      const start = TODAY.add({ days: from });
      return { start, end: start.add({ days: length }) };
    });

  it('tile any period exactly', () =>
    fc.assert(
      fc.property(anyBed, anyPeriod, (bed, period) => {
        const tiles = tilesOf(bed, period, TODAY);
        const edges = tiles.flatMap(({ firstNight, endNight }) => [String(firstNight), String(endNight)]);
        expect(edges.at(0)).toBe(String(period.start));
        expect(edges.at(-1)).toBe(String(period.end));
        for (let place = 1; place < tiles.length; place += 1)
          expect(edges[2 * place]).toBe(edges[2 * place - 1]);
        for (const tile of tiles) expect(tile.firstNight.until(tile.endNight).days).toBeGreaterThan(0);
      }),
    ));

  it('count free beds as a plain count does, and on the current night as the board', () =>
    fc.assert(
      fc.property(fc.array(anyBed, { maxLength: 6 }), anyPeriod, (beds, period) => {
        const tiles = beds.flatMap((bed) => tilesOf(bed, period, TODAY));
        const plain: (number | null)[] = [];
        for (let night = period.start; !night.equals(period.end); night = night.add({ days: 1 })) {
          const isOver = night.until(TODAY).sign > 0;
          plain.push(isOver ? null : beds.filter((bed) => isPlainlyFree(bed, night)).length);
        }
        expect(freeBeds(tiles, period, TODAY)).toEqual(plain);
      }),
      { numRuns: 50 },
    ));

  const has = ({ firstNight, endNight }: Claim, night: Temporal.PlainDate) =>
    firstNight.toString() <= night.toString() && night.toString() < endNight.toString();

  function isPlainlyFree(bed: BedOfNights, night: Temporal.PlainDate): boolean {
    if (!bed.bed.isInUse(night)) return false;
    if (night.equals(TODAY)) return statusOf(bed, TODAY) === 'free';
    return !bed.claims.some((claim) => has(claim, night)) && !(bed.own && has(bed.own, night));
  }
});
