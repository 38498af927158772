import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { HouseTime, isKnownZone, knownZones, parseDay, toMinute } from '../../src/domain/house-time.js';
import { anyDay, changeNight, clockChanges, ZONES } from '../support/arbitraries.js';

const newYork = new HouseTime('America/New_York', 4);
const chatham = new HouseTime('Pacific/Chatham', 4);
const instant = (iso: string) => Temporal.Instant.from(iso);

/** Days and instants as text: to `toEqual`, any two Temporal values are equal. */
const asText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What a clock on the wall shows, asked of the platform rather than of the code under test. */
function wallClock(zone: string): (milliseconds: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (milliseconds) => format.format(milliseconds).replace(' ', 'T');
}

const utc = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds).toString();

const MINUTE = 60_000;
const minutes = (from: number, until: number): number[] =>
  Array.from({ length: (until - from) / MINUTE }, (_, index) => from + index * MINUTE);

/** Every minute of the wall, change or no change. */
const wallMinutes = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    Temporal.PlainDateTime.from(from).add({ minutes: index }).toString().slice(0, 16),
  );

it('the change nights looked at here are real ones', () => {
  const of2026 = (zone: string) =>
    clockChanges(zone)
      .map(String)
      .filter((at) => at.startsWith('2026'));
  expect(of2026('America/New_York')).toEqual(['2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z']);
  expect(of2026('America/Los_Angeles')).toEqual(['2026-03-08T10:00:00Z', '2026-11-01T09:00:00Z']);
  expect(of2026('Pacific/Chatham')).toEqual(['2026-04-04T14:00:00Z', '2026-09-26T14:00:00Z']);
  expect([...clockChanges('UTC'), ...clockChanges('Asia/Kolkata')]).toEqual([]);
});

describe('reading what somebody typed (R3)', () => {
  it('gives the instant', () =>
    expect(asText(newYork.read('2026-11-22T22:40'))).toEqual({
      kind: 'instant',
      at: '2026-11-23T03:40:00Z',
    }));

  it.each([
    ['2026-03-08T02:00', '2026-03-08T03:00'],
    ['2026-03-08T02:30', '2026-03-08T03:00'],
    ['2026-03-08T02:59', '2026-03-08T03:00'],
  ])('says of %s that the clock skipped it and jumped to %s', (typed, jumpsTo) =>
    expect(asText(newYork.read(typed))).toEqual({ kind: 'skipped', jumpsTo }),
  );

  it('knows that Chatham jumps from 2:45 to 3:45', () => {
    expect(chatham.read('2026-09-27T02:44')).toMatchObject({ kind: 'instant' });
    expect(chatham.read('2026-09-27T02:45')).toEqual({ kind: 'skipped', jumpsTo: '2026-09-27T03:45' });
    expect(chatham.read('2026-09-27T03:44')).toEqual({ kind: 'skipped', jumpsTo: '2026-09-27T03:45' });
    expect(chatham.read('2026-09-27T03:45')).toMatchObject({ kind: 'instant' });
  });

  it('offers both passes of a doubled time, each readable by itself', () => {
    expect(asText(newYork.read('2026-11-01T01:30'))).toEqual({
      kind: 'doubled',
      choices: [
        { typed: '2026-11-01T01:30-04:00', which: 'first' },
        { typed: '2026-11-01T01:30-05:00', which: 'second' },
      ],
    });
    expect(asText(newYork.read('2026-11-01T01:30-04:00'))).toEqual({
      kind: 'instant',
      at: '2026-11-01T05:30:00Z',
    });
    expect(asText(newYork.read('2026-11-01T01:30-05:00'))).toEqual({
      kind: 'instant',
      at: '2026-11-01T06:30:00Z',
    });
  });

  it('takes an offset that fits where none was needed', () => {
    expect(newYork.read('2026-11-22T22:40-05:00')).toMatchObject({ kind: 'instant' });
    expect(new HouseTime('UTC', 4).read('2026-11-22T22:40Z')).toMatchObject({ kind: 'instant' });
  });

  it.each([
    '2026-11-01T01:30-06:00',
    '2026-11-22T22:40-04:00',
    '2026-11-22T22:40Z',
    '2026-11-22T22:40+05:00',
  ])('does not take %s: never that offset at that time', (typed) =>
    expect(asText(newYork.read(typed))).toEqual({ kind: 'not-a-time' }),
  );

  it('explains a skipped time even when it came with an offset', () =>
    expect(newYork.read('2026-03-08T02:30-05:00')).toMatchObject({ kind: 'skipped' }));

  it.each([
    '',
    'yesterday',
    '2026-11-22',
    '22:40',
    '2026-11-22 22:40',
    '2026-11-22T22:40:00',
    '2026-11-22T24:00',
    '2026-11-22T22:60',
    '2026-11-22t22:40',
    '2026-02-30T10:00',
    '1999-12-31T23:59',
    '2100-01-01T00:00',
    '+002026-11T22:40',
    '2026-11-22T22:40[UTC]',
    '2026-11-22T22:40-05:00x',
    ' 2026-11-22T22:40',
    '2026-11-22T22:40\n',
    '２０２６-11-22T22:40',
  ])('says that %j is not a time', (typed) =>
    expect(asText(newYork.read(typed))).toEqual({ kind: 'not-a-time' }),
  );

  it('never throws, whatever was typed', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void newYork.read(text))));

  it('every minute as typed reads back to that minute', () =>
    fc.assert(
      fc.property(changeNight(1), ({ zone, instants: [at] }) => {
        const time = new HouseTime(zone, 4);
        expect(asText(time.read(time.typed(at!)))).toEqual({ kind: 'instant', at: toMinute(at!).toString() });
      }),
      { numRuns: 2000 },
    ));
});

describe.each(ZONES)('every minute on the wall in %s', (zone) => {
  const wallAt = wallClock(zone);
  const time = new HouseTime(zone, 4);
  const changes = clockChanges(zone).filter((at) => at.toString() < '2028');
  const centres = changes.length > 0 ? changes : [instant('2026-03-08T12:00:00Z')];

  it.each(centres.map(String))('around %s is read as often as the clock shows it', (centre) => {
    const middle = instant(centre).epochMilliseconds;
    const shown = minutes(middle - 400 * MINUTE, middle + 400 * MINUTE);
    const moments = new Map<string, number[]>();
    for (const at of shown) moments.set(wallAt(at), [...(moments.get(wallAt(at)) ?? []), at]);
    const jump = wallAt(middle);

    for (const typed of wallMinutes(wallAt(middle - 300 * MINUTE), 600)) {
      const [first, second, ...more] = moments.get(typed) ?? [];
      const reading = time.read(typed);
      expect(more).toEqual([]);
      if (first === undefined) expect(reading).toEqual({ kind: 'skipped', jumpsTo: jump });
      else if (second === undefined) expect(asText(reading)).toEqual({ kind: 'instant', at: utc(first) });
      else expect(bothPasses(typed)).toEqual([first, second]);
    }
  });

  function bothPasses(typed: string): number[] {
    const reading = time.read(typed);
    if (reading.kind !== 'doubled') throw new Error(`${typed} is ${reading.kind}`);
    return reading.choices.map((choice, index) => {
      const pass = time.read(choice.typed);
      if (pass.kind !== 'instant') throw new Error(`${choice.typed} is ${pass.kind}`);
      expect(time.local(pass.at).which).toBe(choice.which);
      expect(choice.which).toBe(['first', 'second'][index]);
      return pass.at.epochMilliseconds;
    });
  }
});

describe('what the house clock shows (R3)', () => {
  it('gives the calendar date, not the house day', () =>
    expect(asText(newYork.local(instant('2026-11-23T06:05:59Z')))).toEqual({
      day: '2026-11-23',
      hour: 1,
      minute: 5,
      which: 'only',
      offset: '-05:00',
    }));

  it('types the offset only when the time exists twice', () => {
    expect(newYork.typed(instant('2026-11-01T04:59:00Z'))).toBe('2026-11-01T00:59');
    expect(newYork.typed(instant('2026-11-01T05:00:00Z'))).toBe('2026-11-01T01:00-04:00');
    expect(newYork.typed(instant('2026-11-01T06:59:59Z'))).toBe('2026-11-01T01:59-05:00');
    expect(newYork.typed(instant('2026-11-01T07:00:00Z'))).toBe('2026-11-01T02:00');
  });

  it('keeps the order of two moments, by first and second within the doubled hour', () =>
    fc.assert(
      fc.property(changeNight(2), ({ zone, instants: [one, other] }) => {
        const time = new HouseTime(zone, 4);
        const [here, there] = [toMinute(one!), toMinute(other!)];
        const bothDoubled = [here, there].every((at) => time.local(at).which !== 'only');
        const place = (at: Temporal.Instant) => {
          const { which, day, hour, minute } = time.local(at);
          const wall = day.toPlainDateTime({ hour, minute }).toString();
          return bothDoubled ? which + wall : wall;
        };
        const placed = place(here) < place(there) ? -1 : place(here) > place(there) ? 1 : 0;
        expect(placed).toBe(Temporal.Instant.compare(here, there));
      }),
      { numRuns: 3000 },
    ));
});

describe('stored instants (R3)', () => {
  it.each([
    ['2026-11-23T04:40:00Z', '2026-11-23T04:40:00Z'],
    ['2026-11-23T04:40:59.999999999Z', '2026-11-23T04:40:00Z'],
    ['1969-12-31T23:59:30Z', '1969-12-31T23:59:00Z'],
  ])('keep of %s the whole minute %s', (at, minute) => expect(toMinute(instant(at)).toString()).toBe(minute));
});

describe('a typed day', () => {
  it('is taken from 2000 to 2099', () =>
    fc.assert(
      fc.property(anyDay, (day) => expect(parseDay(day.toString())?.toString()).toBe(day.toString())),
    ));

  it.each([
    '',
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '1999-12-31',
    '2100-01-01',
    '2026-11-22T10:00',
    '2026-11-22[u-ca=hebrew]',
    '2026-11-22\n',
    '20261122',
  ])('is not %j', (text) => expect(parseDay(text)).toBeNull());
});

describe('time zones', () => {
  it('are offered sorted, once each, UTC among them, and every one is known', () => {
    const zones = knownZones();
    expect(zones).toEqual([...new Set(zones)].sort());
    expect(zones).toEqual(expect.arrayContaining(['UTC', 'America/New_York', 'Pacific/Chatham']));
    expect(zones.filter((zone) => !isKnownZone(zone))).toEqual([]);
  });

  it.each(ZONES)('%s is known', (zone) => expect(isKnownZone(zone)).toBe(true));

  it.each(['', ' UTC', 'utc', 'Mars/Olympus', '+05:00', '-05', 'america/new_york', '2026-01-01T00:00[UTC]'])(
    '%j is not',
    (zone) => expect(isKnownZone(zone)).toBe(false),
  );
});
