import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Bed } from '../../src/domain/bed.js';
import { BedTaken } from '../../src/domain/conflict.js';
import { freeUpTo, type GuardedBed, guardNights, type KnownClaim } from '../../src/domain/guard.js';

const START = Temporal.PlainDate.from('2026-11-01');
const day = (number: number) => START.add({ days: number });

const bed = (id: string, lastNight: number | null = null): Bed =>
  Object.assign(new Bed({ id, name: id, room: null, position: 1, firstNight: day(0) }), {
    lastNight: lastNight === null ? null : day(lastNight),
  });

const claim = (from: number, to: number, id = `${from}-${to}`): KnownClaim => ({
  id,
  bedId: 'Maple',
  kind: 'hold',
  name: null,
  firstNight: day(from),
  endNight: day(to),
});

const house = (claims: KnownClaim[], isOccupied = false): GuardedBed[] => [
  { bed: bed('Maple', 30), claims, isOccupied },
  { bed: bed('Fern'), claims: [claim(20, 22)], isOccupied: false },
  { bed: bed('Birch'), claims: [], isOccupied: true },
];

const wanted = (from: number, to: number, more: object = {}) => ({
  bedId: 'Maple',
  firstNight: day(from),
  endNight: day(to),
  ...more,
});

function obstacleTo(beds: GuardedBed[], asked: ReturnType<typeof wanted>) {
  try {
    guardNights(beds, asked);
  } catch (error) {
    const { by, latest, free } = (error as BedTaken).obstacle!;
    return { by: by?.id ?? null, latest: latest?.toString() ?? null, free: free.map(({ name }) => name) };
  }
  return 'free';
}

// R5, R6, R13
describe('the one guard before every act', () => {
  it.each([
    ['before it, back to back', 8, 10, 'free'],
    ['after it, on the day it ends', 14, 16, 'free'],
    ['over its first night', 8, 11, { by: '10-14', latest: '2026-11-11', free: ['Fern', 'Birch'] }],
    ['over its last night', 13, 16, { by: '10-14', latest: null, free: ['Fern', 'Birch'] }],
    ['inside it', 11, 12, { by: '10-14', latest: null, free: ['Fern', 'Birch'] }],
    ['around it', 9, 21, { by: '10-14', latest: '2026-11-11', free: ['Birch'] }],
    ['exactly it', 10, 14, { by: '10-14', latest: null, free: ['Fern', 'Birch'] }],
    ['past the bed’s last night', 29, 33, { by: null, latest: '2026-12-02', free: ['Fern', 'Birch'] }],
  ])('%s', (_, from, to, answer) => {
    expect(obstacleTo(house([claim(10, 14)]), wanted(from, to))).toEqual(answer);
  });

  it('leaves the act’s own claim aside', () => {
    expect(obstacleTo(house([claim(10, 14)]), wanted(10, 18, { own: ['10-14'] }))).toBe('free');
  });

  it('lets nobody into a bed with somebody in it, and offers only empty ones (R8)', () => {
    const asked = wanted(2, 4, { isEntered: true });
    expect(obstacleTo(house([], true), asked)).toEqual({ by: null, latest: null, free: ['Fern'] });
    expect(obstacleTo(house([], true), wanted(2, 4))).toBe('free');
  });

  it('names the first of several claims in the way', () => {
    const beds = house([claim(14, 15), claim(11, 13), claim(12, 12)]);
    expect(obstacleTo(beds, wanted(9, 20))).toMatchObject({ by: '11-13', latest: '2026-11-12' });
  });

  it('refuses a bed that is not there, beside its field', () => {
    expect(() => guardNights(house([]), { ...wanted(1, 2), bedId: 'Oak' })).toThrow('Choose a bed');
  });

  it('for any claims says free exactly when no night is shared, and its latest day really is possible', () => {
    const span = fc
      .tuple(fc.nat(27), fc.integer({ min: 1, max: 6 }))
      .map(([from, length]) => [from, from + length]);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), span, (spans, [from, to]) => {
        const beds = house(spans.map(([one, other]) => claim(one!, other!)));
        const isShared = (night: number) => spans.some(([one, other]) => one! <= night && night < other!);
        const nights = Array.from({ length: to! - from! }, (_, index) => from! + index);
        const isFree = nights.every((night) => !isShared(night) && night <= 30);
        const answer = obstacleTo(beds, wanted(from!, to!));
        expect(answer === 'free').toBe(isFree);
        const until = freeUpTo(beds[0]!, wanted(from!, to!))!;
        const latest = START.until(until).days;
        if (latest > from!) expect(obstacleTo(beds, wanted(from!, latest))).toBe('free');
        expect(obstacleTo(beds, wanted(from!, latest + 1))).not.toBe('free');
      }),
    );
  });
});
