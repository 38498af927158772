import { Temporal } from 'temporal-polyfill';
import { HouseTime } from '../../src/domain/house-time.js';
import * as dates from '../../src/web/dates.js';
import { clockChanges } from '../support/arbitraries.js';
import { FixedClock } from '../support/fixed-clock.js';

const chicago = new HouseTime('America/Chicago', 4);
const evening = new FixedClock().now();
const instant = (iso: string) => Temporal.Instant.from(iso);
const day = (iso: string) => Temporal.PlainDate.from(iso);

/** As read, with `_` for the space that keeps a date on one line. */
const visible = (text: string) => text.replaceAll('\u00a0', '_');

describe('days in words', () => {
  it('start with the weekday', () => expect(visible(dates.day(day('2026-11-23')))).toBe('Mon_23_Nov'));

  it('name the year when it is another one than that of the page', () => {
    expect(visible(dates.day(day('2026-11-23'), day('2026-01-01')))).toBe('Mon_23_Nov');
    expect(visible(dates.day(day('2027-01-01'), day('2026-12-31')))).toBe('Fri_1_Jan_2027');
  });

  it('can be short, or only its month', () => {
    expect(visible(dates.dayShort(day('2026-11-23')))).toBe('Mon_23');
    expect(visible(dates.month(day('2026-11-23')))).toBe('November_2026');
  });

  it('can be in full', () =>
    expect(visible(dates.dayInFull(day('2026-11-23')))).toBe('Mon_23_November_2026'));

  it('say once what the first and the last of a period share', () => {
    const span = (first: string, last: string) => visible(dates.span(day(first), day(last)));
    expect(span('2026-02-01', '2026-02-14')).toBe('1 to 14_February_2026');
    expect(span('2026-07-01', '2026-09-30')).toBe('1_July to 30_September_2026');
    expect(span('2025-12-31', '2026-12-31')).toBe('31_December_2025 to 31_December_2026');
    expect(span('2026-02-01', '2026-02-01')).toBe('1_February_2026');
  });

  it('name every weekday and every month', () => {
    const week = Array.from({ length: 7 }, (_, days) => dates.dayShort(day('2026-11-23').add({ days })));
    expect(week.map(visible)).toEqual(['Mon_23', 'Tue_24', 'Wed_25', 'Thu_26', 'Fri_27', 'Sat_28', 'Sun_29']);
    const year = Array.from({ length: 12 }, (_, index) =>
      dates.month(new Temporal.PlainDate(2026, index + 1, 1)),
    );
    expect(year.map((text) => text.split('\u00a0')[0]).join(' ')).toBe(
      'January February March April May June July August September October November December',
    );
  });

  it('name a night by both its dates, also across months', () => {
    expect(visible(dates.nightOf(day('2026-11-22')))).toBe('night of Sun_22 to Mon_23');
    expect(visible(dates.nightOf(day('2026-11-30')))).toBe('night of Mon_30 to Tue_1');
  });

  it.each([
    [0, '0_nights'],
    [1, '1_night'],
    [3, '3_nights'],
  ])('count %d as %s', (count, words) => expect(visible(dates.nights(count))).toBe(words));
});

describe('times in words', () => {
  it.each([
    ['2026-11-23T04:40:00Z', '10:40_pm'],
    ['2026-11-23T05:00:00Z', '11_pm'],
    ['2026-11-23T06:00:00Z', '12_midnight'],
    ['2026-11-23T06:05:00Z', '12:05_am'],
    ['2026-11-23T07:00:00Z', '1_am'],
    ['2026-11-23T17:59:59Z', '11:59_am'],
    ['2026-11-23T18:00:00Z', '12_noon'],
    ['2026-11-23T18:30:00Z', '12:30_pm'],
    ['2026-11-23T19:00:00Z', '1_pm'],
  ])('%s is %s', (at, words) => expect(visible(dates.clockTime(chicago, instant(at)))).toBe(words));

  it('say which of the two, on the night the clock goes back', () => {
    expect(visible(dates.clockTime(chicago, instant('2026-11-01T06:30:00Z')))).toBe('1:30_am_(first)');
    expect(visible(dates.clockTime(chicago, instant('2026-11-01T07:30:00Z')))).toBe('1:30_am_(second)');
    expect(visible(dates.clockTime(chicago, instant('2026-11-01T08:00:00Z')))).toBe('2_am');
  });

  it('can stand with a short day, by the date on the wall', () => {
    expect(visible(dates.momentShort(chicago, evening))).toBe('Sun_22, 10:40_pm');
  });

  it.each([
    ['2026-11-22', 'Sun_22, 10:40_pm'],
    ['2026-11-28', 'Sun_22, 10:40_pm'],
    ['2026-11-16', 'Sun_22, 10:40_pm'],
    ['2026-11-29', 'Sun_22_Nov, 10:40_pm'],
    ['2026-11-15', 'Sun_22_Nov, 10:40_pm'],
    ['2027-02-01', 'Sun_22_Nov_2026, 10:40_pm'],
  ])('tell a moment by its weekday only near it: on %s %s', (today, words) => {
    expect(visible(dates.momentNear(chicago, evening, Temporal.PlainDate.from(today)))).toBe(words);
  });

  it('can stand with an hour alone, by the date on the wall', () => {
    expect(visible(dates.hourOn(chicago, instant('2026-11-23T14:00:00Z')))).toBe('8_am_Mon_23');
    expect(visible(dates.hourOn(chicago, instant('2026-11-01T06:30:00Z')))).toBe('1:30_am_(first)_Sun_1');
  });

  it('never say the same of two minutes of one change night', () => {
    for (const change of clockChanges('America/Chicago')) {
      const words = Array.from({ length: 600 }, (_, index) =>
        dates.moment(chicago, change.add({ minutes: index - 300 })),
      );
      expect(new Set(words).size).toBe(600);
    }
  });
});

describe('moments in words', () => {
  it('give the date on the wall and the time', () =>
    expect(visible(dates.moment(chicago, evening))).toBe('Sun_22_Nov, 10:40_pm'));

  it('give the date on the wall after midnight too, when the house day is still the one before (R1)', () => {
    const afterMidnight = instant('2026-11-23T07:30:00Z');
    expect(chicago.houseDay(afterMidnight).toString()).toBe('2026-11-22');
    expect(visible(dates.moment(chicago, afterMidnight))).toBe('Mon_23_Nov, 1:30_am');
  });

  it('name another year', () =>
    expect(visible(dates.moment(chicago, evening, day('2027-01-02')))).toBe('Sun_22_Nov_2026, 10:40_pm'));

  it('are written for machines with their offset', () => {
    expect(dates.machine(chicago, evening)).toBe('2026-11-22T22:40-06:00');
    expect(dates.machine(chicago, instant('2026-11-01T06:05:00Z'))).toBe('2026-11-01T01:05-05:00');
    expect(dates.machine(new HouseTime('UTC', 4), evening)).toBe('2026-11-23T04:40+00:00');
  });

  it('hold no space but the plain one and the non-breaking one', () =>
    expect(dates.moment(chicago, evening).replace(/[\w,:\u0020\u00a0]/g, '')).toBe(''));
});
