import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { HouseTime, nightsBetween } from '../../src/domain/house-time.js';
import type { Reading } from '../../src/domain/house-time.js';
import { anyDay, anyRollover, anyZone, changeNight, clockChanges, ZONES } from '../support/arbitraries.js';

const newYork = new HouseTime('America/New_York', 4);
const chatham = new HouseTime('Pacific/Chatham', 4);
const instant = (iso: string) => Temporal.Instant.from(iso);
const day = (iso: string) => Temporal.PlainDate.from(iso);

/** The instant of a typed time; the first of two. */
function momentOf(time: HouseTime, typed: string): Temporal.Instant | null {
  const reading: Reading = time.read(typed);
  if (reading.kind === 'doubled') return momentOf(time, reading.choices[0].typed);
  return reading.kind === 'instant' ? reading.at : null;
}

const houseDayOf = (time: HouseTime, typed: string): string =>
  time.houseDay(momentOf(time, typed)!).toString();

describe('the house day (R1)', () => {
  it.each([
    ['2026-11-23T03:59', '2026-11-22'],
    ['2026-11-23T04:00', '2026-11-23'],
    ['2026-11-23T23:59', '2026-11-23'],
    ['2026-11-24T00:00', '2026-11-23'],
    ['2027-01-01T01:00', '2026-12-31'],
    ['2028-03-01T03:59', '2028-02-29'],
  ])('of %s is %s', (typed, expected) => expect(houseDayOf(newYork, typed)).toBe(expected));

  it('follows the house clock, not the UTC date', () => {
    expect(newYork.houseDay(instant('2026-11-23T08:59:59Z')).toString()).toBe('2026-11-22');
    expect(newYork.houseDay(instant('2026-11-23T09:00:00Z')).toString()).toBe('2026-11-23');
  });

  it('starts at the rollover the house chose', () => {
    const late = new HouseTime('America/New_York', 10);
    expect(houseDayOf(late, '2026-11-23T09:59')).toBe('2026-11-22');
    expect(houseDayOf(late, '2026-11-23T10:00')).toBe('2026-11-23');
  });

  it.each([3, 11, 0, -4, 4.5, NaN, Infinity])('refuses a rollover at %d', (hour) =>
    expect(() => new HouseTime('UTC', hour)).toThrow(RangeError),
  );

  it.each(['', 'Mars/Olympus', '+05:00', 'america/new_york'])('refuses the zone %j', (zone) =>
    expect(() => new HouseTime(zone, 4)).toThrow(RangeError),
  );

  it('starts at the rollover, and the minute before still belongs to the day before', () =>
    fc.assert(
      fc.property(anyZone, anyRollover, anyDay, (zone, rolloverHour, day) => {
        const time = new HouseTime(zone, rolloverHour);
        const start = time.startOf(day);
        expect(time.houseDay(start).toString()).toBe(day.toString());
        expect(
          time
            .houseDay(start.subtract({ minutes: 1 }))
            .add({ days: 1 })
            .toString(),
        ).toBe(day.toString());
      }),
      { numRuns: 500 },
    ));

  it('starts at its own hour on the nights the clocks change', () => {
    const starts = ['2026-03-08', '2026-11-01'].map((date) => newYork.startOf(day(date)).toString());
    expect(starts).toEqual(['2026-03-08T08:00:00Z', '2026-11-01T09:00:00Z']);
  });

  it('never runs backwards', () =>
    fc.assert(
      fc.property(changeNight(2), ({ zone, rolloverHour, instants }) => {
        const time = new HouseTime(zone, rolloverHour);
        const [earlier, later] = [...instants].sort((a, b) => Temporal.Instant.compare(a, b));
        expect(Temporal.PlainDate.compare(time.houseDay(earlier!), time.houseDay(later!))).not.toBe(1);
      }),
      { numRuns: 2000 },
    ));
});

describe.each(ZONES)('every house day in %s (R1)', (zone) => {
  const changes = clockChanges(zone).filter((at) => at.toString() < '2028');
  const centres = changes.length > 0 ? changes : [instant('2026-03-08T12:00:00Z')];
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });

  it.each(centres.map(String))('around %s starts when the clock first shows the rollover', (centre) => {
    const from = instant(centre).subtract({ hours: 40 }).epochMilliseconds;
    const seen = new Set<string>();
    const times = [4, 5, 6, 7, 8, 9, 10].map((rollover) => new HouseTime(zone, rollover));
    let starts = 0;
    for (let at = from; at < from + 80 * 3_600_000; at += 60_000) {
      const shown = wall.format(at);
      const rollover = /0[4-9]:00$|10:00$/.test(shown) && !seen.has(shown) ? Number(shown.slice(11, 13)) : 0;
      seen.add(shown);
      if (!rollover) continue;
      const starting = times[rollover - 4]!;
      const date = shown.slice(0, 10);
      expect(starting.houseDay(Temporal.Instant.fromEpochMilliseconds(at)).toString()).toBe(date);
      const justBefore = Temporal.Instant.fromEpochMilliseconds(at).subtract({ nanoseconds: 1 });
      expect(starting.houseDay(justBefore).toString()).toBe(day(date).subtract({ days: 1 }).toString());
      starts += 1;
    }
    expect(starts).toBeGreaterThanOrEqual(3 * 7);
  });

  it.each(centres.map(String))('around %s is followed by the next date, each date once', (centre) => {
    for (const rollover of [4, 7, 10]) {
      const time = new HouseTime(zone, rollover);
      const days = Array.from({ length: 80 * 12 }, (_, step) =>
        time.houseDay(instant(centre).add({ minutes: (step - 40 * 12) * 5 })).toString(),
      );
      const turns = days.filter((date, index) => date !== days[index - 1]);
      expect(turns).toEqual(turns.map((_, index) => day(turns[0]!).add({ days: index }).toString()));
      expect(turns.length).toBeGreaterThanOrEqual(4);
    }
  });
});

describe('the nights of a stay (R2)', () => {
  const nightsOf = (arrived: string, left: string) =>
    nightsBetween(newYork.houseDay(momentOf(newYork, arrived)!), newYork.houseDay(momentOf(newYork, left)!));

  it('counts one night from 2:00 to 10:00 on the same morning', () => {
    expect(houseDayOf(newYork, '2026-03-05T02:00')).toBe('2026-03-04');
    expect(nightsOf('2026-03-05T02:00', '2026-03-05T10:00')).toBe(1);
  });

  it('counts two nights from an afternoon to the morning after next', () =>
    expect(nightsOf('2026-03-04T15:00', '2026-03-06T07:30')).toBe(2));

  it('counts no night for an afternoon', () =>
    expect(nightsOf('2026-03-04T14:00', '2026-03-04T16:00')).toBe(0));

  it('counts no night for leaving before the rollover that follows', () =>
    expect(nightsOf('2026-03-04T15:00', '2026-03-05T03:59')).toBe(0));

  it('counts the night of each clock change once', () => {
    expect(nightsOf('2026-03-07T22:00', '2026-03-08T10:00')).toBe(1);
    expect(nightsOf('2026-10-31T22:00', '2026-11-01T10:00')).toBe(1);
  });

  it('is never negative', () => expect(nightsBetween(day('2026-03-05'), day('2026-03-04'))).toBe(0));

  it('counts past months and years', () =>
    fc.assert(
      fc.property(anyDay, fc.nat(4000), (arrival, count) =>
        expect(nightsBetween(arrival, arrival.add({ days: count }))).toBe(count),
      ),
    ));

  it('is the same as in a house whose clocks never change', () =>
    fc.assert(
      fc.property(changeNight(2), ({ zone, rolloverHour, instants }) => {
        const here = new HouseTime(zone, rolloverHour);
        const unchanging = new HouseTime('UTC', rolloverHour);
        const [arrived, left] = [...instants].sort((a, b) => Temporal.Instant.compare(a, b));
        const walls = [arrived!, left!].map((at) => here.typed(at).slice(0, 16));
        const days = (time: HouseTime) => walls.map((wall) => time.houseDay(momentOf(time, wall)!));
        const [from, end] = days(unchanging);
        expect(nightsBetween(here.houseDay(arrived!), here.houseDay(left!))).toBe(nightsBetween(from!, end!));
      }),
      { numRuns: 2000 },
    ));
});

describe('the next shift end', () => {
  it.each([
    ['2026-11-22T22:40', '2026-11-23T08:00'],
    ['2026-11-22T08:00', '2026-11-22T14:00'],
    ['2026-11-22T07:59', '2026-11-22T08:00'],
    ['2026-11-22T21:59', '2026-11-22T22:00'],
  ])('after %s is %s', (typed, expected) =>
    expect(newYork.typed(newYork.nextHour(momentOf(newYork, typed)!, [8, 14, 22]))).toBe(expected),
  );

  it('at an hour the clock skips is the moment of the jump', () => {
    const before = instant('2026-03-08T06:30:00Z');
    expect(newYork.nextHour(before, [2]).toString()).toBe('2026-03-08T07:00:00Z');
    const inChatham = instant('2026-09-26T13:59:00Z');
    expect(chatham.typed(chatham.nextHour(inChatham, [3]))).toBe('2026-09-27T03:45');
  });

  it('at an hour the clock shows twice is the first, and the next is a day later', () => {
    const first = newYork.nextHour(instant('2026-11-01T04:30:00Z'), [1]);
    expect(newYork.typed(first)).toBe('2026-11-01T01:00-04:00');
    expect(newYork.typed(newYork.nextHour(first, [1]))).toBe('2026-11-02T01:00');
  });

  it.each([[[]], [[24]], [[-1]], [[8.5]], [[NaN]]])('wants hours of a day, not %j', (hours) =>
    expect(() => newYork.nextHour(instant('2026-11-22T12:00:00Z'), hours)).toThrow(RangeError),
  );

  it('is when the house clock first reaches or passes one of the hours', () =>
    fc.assert(
      fc.property(
        changeNight(1),
        fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 4 }),
        ({ zone, instants: [at] }, hours) => {
          const time = new HouseTime(zone, 4);
          expect(time.nextHour(at!, hours).toString()).toBe(byWatchingTheClock(zone, at!, hours));
        },
      ),
      { numRuns: 60 },
    ));

  /** Looks at the clock every minute from six hours before, and notes the furthest it has been. */
  function byWatchingTheClock(zone: string, at: Temporal.Instant, hours: number[]): string {
    const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    const hourMarks = (shown: string) =>
      hours.map((hour) => `${shown.slice(0, 10)} ${String(hour).padStart(2, '0')}:00`);
    const start = Math.floor(at.epochMilliseconds / 60_000) * 60_000 - 6 * 3_600_000;
    let furthest = wall.format(start);
    for (let minute = start; minute < start + 60 * 3_600_000; minute += 60_000) {
      const shown = wall.format(minute);
      const reached = hourMarks(shown).some((mark) => furthest < mark && mark <= shown);
      if (reached && minute > at.epochMilliseconds)
        return Temporal.Instant.fromEpochMilliseconds(minute).toString();
      if (shown > furthest) furthest = shown;
    }
    throw new Error('no such hour within two days');
  }
});
