import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Absence, checkBackBy, notSeenSince } from '../../src/domain/absence.js';
import { absentOn, splitNights } from '../../src/domain/absent-nights.js';
import { nightsBetween, toMinute } from '../../src/domain/house-time.js';
import { changeNight } from '../support/arbitraries.js';
import { aHouse, aStay, at, blamedOn, on } from '../support/builders.js';

const house = aHouse();

/** Ash is here since Thu 5 March 2026, 3 pm, in New York. */
const away = (since: string, facts: { backBy?: string; seenAt?: string } = {}) =>
  new Absence(
    {
      id: 'absence',
      stay: aStay(),
      kind: 'away',
      sinceAt: at(since),
      seenAt: facts.seenAt ? at(facts.seenAt) : null,
      backBy: at(facts.backBy ?? '2026-03-09T21:00-04:00'),
    },
    'awayAt',
    house,
  );

function nightsOf(since: string, back: string): string[] {
  const absence = away(since);
  absence.end('at', at(back), 'back', house);
  const days = Array.from({ length: 5 }, (_, index) => on('2026-03-05').add({ days: index }));
  return days.filter((day) => absentOn([absence], day) !== null).map(String);
}

// R21: nights d with houseDay(away) <= d < houseDay(back)
describe('the nights a guest is away', () => {
  it.each([
    ['out in the evening, back the next morning', '06T18:00-05:00', '07T09:00-05:00', ['2026-03-06']],
    ['back before midnight', '06T18:00-05:00', '06T23:59-05:00', []],
    ['back after midnight, before the rollover', '06T18:00-05:00', '07T03:59-05:00', []],
    ['back at the rollover', '06T18:00-05:00', '07T04:00-05:00', ['2026-03-06']],
    [
      'out after midnight: that night is the day before’s',
      '07T00:30-05:00',
      '07T09:00-05:00',
      ['2026-03-06'],
    ],
    ['out at the rollover, back in the evening', '07T04:00-05:00', '07T20:00-05:00', []],
    ['two nights', '06T18:00-05:00', '08T12:00-04:00', ['2026-03-06', '2026-03-07']],
    ['over the night the clocks go forward', '07T18:00-05:00', '08T04:00-04:00', ['2026-03-07']],
    ['in the hour after the clocks went forward', '08T03:10-04:00', '08T09:00-04:00', ['2026-03-07']],
  ])('%s', (_, since, back, nights) => {
    expect(nightsOf(`2026-03-${since}`, `2026-03-${back}`)).toEqual(nights);
  });

  it.each([
    ['first', '2026-11-01T01:30-04:00', 1],
    ['second', '2026-11-01T01:30-05:00', 1],
  ])('out at the %s 1:30 am of the night the clocks go back is one night', (_, since, nights) => {
    const stay = aStay({ arrivedAt: at('2026-10-30T15:00-04:00'), plannedDay: on('2026-11-03') });
    const facts = { id: 'absence', stay, kind: 'away' as const, sinceAt: at(since) };
    const absence = new Absence(facts, 'awayAt', house);
    absence.end('at', at('2026-11-01T04:00-05:00'), 'back', house);
    expect(splitNights(on('2026-10-30'), on('2026-11-03'), [absence]).away).toBe(nights);
    expect(absentOn([absence], on('2026-10-31'))).toBe('away');
  });

  it('for any zone, around any clock change: from the house day they went to the one before they were back', () => {
    fc.assert(
      fc.property(changeNight(3), ({ zone, rolloverHour, instants }) => {
        const there = aHouse({ timeZone: zone, rolloverHour });
        const [came, went, returned] = instants
          .map(toMinute)
          .sort((one, other) => Temporal.Instant.compare(one, other)) as [
          Temporal.Instant,
          Temporal.Instant,
          Temporal.Instant,
        ];
        const stay = { id: 'stay', arrivedAt: came };
        const absence = new Absence({ id: 'out', stay, kind: 'away', sinceAt: went }, 'awayAt', there);
        absence.end('at', returned, 'back', there);
        const [first, last, end] = [came, went, returned].map((each) => there.time.houseDay(each));
        expect(splitNights(first!, end!, [absence])).toEqual({
          slept: nightsBetween(first!, last!),
          away: nightsBetween(last!, end!),
          notKnown: 0,
        });
        // The night in which they came back is theirs again, and so is the one before they went
        expect(absentOn([absence], end!)).toBeNull();
        expect(absentOn([absence], last!.subtract({ days: 1 }))).toBeNull();
      }),
    );
  });

  it('stay open until somebody records that they are back, however late it gets', () => {
    const absence = away('2026-03-06T18:00-05:00');
    expect(absentOn([absence], on('2027-03-06'))).toBe('away');
    expect([absence.isOpen, absence.isLate(at('2026-03-09T21:00-04:00'))]).toEqual([true, false]);
    expect(absence.isLate(at('2026-03-09T21:01-04:00'))).toBe(true);
    absence.end('at', at('2026-03-10T09:00-04:00'), 'back', house);
    expect([absence.isOpen, absence.isLate(at('2026-03-10T09:01-04:00'))]).toEqual([false, false]);
    absence.takeBackEnd();
    expect([absence.isOpen, absence.backDay, absence.ending]).toEqual([true, null, null]);
  });

  it('end with the stay when they left without coming back', () => {
    const absence = away('2026-03-08T18:00-04:00');
    expect(splitNights(on('2026-03-05'), on('2026-03-10'), [absence])).toEqual({
      slept: 3,
      away: 2,
      notKnown: 0,
    });
    // They had left before: it is said for no night
    expect(splitNights(on('2026-03-05'), on('2026-03-07'), [absence])).toEqual({
      slept: 2,
      away: 0,
      notKnown: 0,
    });
  });

  it('are kept apart from nights that are not known', () => {
    const missed = Object.assign(away('2026-03-08T22:00-04:00'), { kind: 'not-seen' as const });
    const before = away('2026-03-06T18:00-05:00');
    before.end('at', at('2026-03-07T12:00-05:00'), 'back', house);
    const all = [before, missed];
    expect(splitNights(on('2026-03-05'), on('2026-03-10'), all)).toEqual({ slept: 2, away: 1, notKnown: 2 });
    expect(['05', '06', '07', '08'].map((day) => absentOn(all, on(`2026-03-${day}`)))).toEqual([
      null,
      'away',
      null,
      'not-seen',
    ]);
  });

  it('for any absences one after another: slept, away and not known together are the nights of the stay', () => {
    const lengths = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.boolean()), { maxLength: 6 });
    fc.assert(
      fc.property(lengths, fc.nat(12), fc.boolean(), (parts, nights, isOpen) => {
        const start = on('2026-03-05');
        const end = start.add({ days: nights });
        let day = start;
        const absences = parts.map(([gap, length, isAway], place) => {
          const sinceDay = day.add({ days: gap });
          day = sinceDay.add({ days: length });
          const backDay = isOpen && place === parts.length - 1 ? null : day;
          return { kind: isAway ? ('away' as const) : ('not-seen' as const), sinceDay, backDay };
        });
        const all = Array.from({ length: nightsBetween(start, end) }, (_, index) =>
          absentOn(absences, start.add({ days: index })),
        );
        const split = splitNights(start, end, absences);
        expect(split).toEqual({
          slept: all.filter((each) => each === null).length,
          away: all.filter((each) => each === 'away').length,
          notKnown: all.filter((each) => each === 'not-seen').length,
        });
      }),
    );
  });
});

describe('what can be said of an absence', () => {
  it('begins after the arrival, and after they were last back', () => {
    expect(() => away('2026-03-05T14:59-05:00')).toThrow(blamedOn('awayAt'));
    expect(away('2026-03-05T15:00-05:00').sinceDay.toString()).toBe('2026-03-05');
    const seenAt = '2026-03-06T12:00-05:00';
    expect(() => away('2026-03-06T11:59-05:00', { seenAt })).toThrow(blamedOn('awayAt'));
    expect(away('2026-03-06T12:00-05:00', { seenAt }).isOpen).toBe(true);
  });

  it('ends after it began; in the same minute it was no absence at all', () => {
    const absence = away('2026-03-06T18:00-05:00');
    expect(() => absence.end('at', at('2026-03-06T17:59-05:00'), 'back', house)).toThrow(blamedOn('at'));
    absence.end('at', at('2026-03-06T18:00-05:00'), 'back', house);
    expect(splitNights(on('2026-03-05'), on('2026-03-10'), [absence]).slept).toBe(5);
  });

  it('keeps its house days when the house takes another time zone: no night counts less than none', () => {
    const absence = away('2026-03-07T04:30-05:00');
    absence.end('at', at('2026-03-07T04:40-05:00'), 'back', aHouse({ rolloverHour: 10 }));
    expect([absence.sinceDay.toString(), absence.backDay?.toString()]).toEqual(['2026-03-07', '2026-03-07']);
  });

  it('is expected back later than now', () => {
    const now = at('2026-03-06T18:00-05:00');
    expect(() => checkBackBy(now, now)).toThrow(blamedOn('backBy'));
    expect(() => checkBackBy(now.add({ minutes: 1 }), now)).not.toThrow();
  });
});

describe('not seen since, in one click', () => {
  const now = at('2026-03-07T05:30-05:00');

  it('is since this shift began, so that no night before it changes', () => {
    const since = notSeenSince(house, now, [at('2026-03-05T15:00-05:00')]);
    expect(since.toString()).toBe('2026-03-07T03:00:00Z');
  });

  it('is never before they came or were last seen in it', () => {
    const seen = [at('2026-03-05T15:00-05:00'), at('2026-03-07T01:00-05:00')];
    expect(notSeenSince(house, now, seen).toString()).toBe('2026-03-07T06:00:00Z');
  });

  it('for any moment: not in the future, within this shift', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 400 }), fc.nat(60 * 24 * 3), (minutes, ago) => {
        const moment = at('2026-01-01T05:00:00Z').add({ minutes });
        const since = notSeenSince(house, moment, [moment.subtract({ minutes: ago })]);
        expect(since.epochMilliseconds).toBeLessThanOrEqual(moment.epochMilliseconds);
        expect(since.epochMilliseconds).toBeGreaterThanOrEqual(house.shiftStart(moment).epochMilliseconds);
      }),
    );
  });
});
