import fc from 'fast-check';
import { performance } from 'node:perf_hooks';
import { dayOf } from '../../src/domain/day-number.js';
import { figureIn } from '../../src/domain/figure.js';
import type { OccupancyFacts } from '../../src/domain/occupancy-facts.js';
import { occupancyReport } from '../../src/domain/occupancy-report.js';
import { partKinds } from '../../src/domain/period-parts.js';
import { on } from '../support/builders.js';
import { di, facts, firstHalf, n, stayed, wall, workedExample } from '../support/occupancy-facts.js';

const february = (some: OccupancyFacts, day = '2026-04-01', period = firstHalf) =>
  occupancyReport(some, period, on(day));

const figures = (report: ReturnType<typeof february>, ...codes: string[]) =>
  codes.map((code) => figureIn(report, code)!.value);

const rounded = (value: number | null, digits: number) => value?.toFixed(digits);

describe('the worked example of the definitions', () => {
  it('is 73.1% of 26 nights in service, 67.9% of 28, and 1.36 guests per night', () => {
    const report = february(workedExample());
    expect(report.all).toEqual({
      ...{ nights: 14, capacity: 28, closed: 2, inService: 26, occupied: 19 },
      ...{ slept: 19, away: 0, notKnown: 0, heldNotUsed: 0, fullyTaken: 7 },
    });
    const [occupancy, ofCapacity, perNight] = figures(
      report,
      ...['occupancy', 'occupancy_of_capacity', 'guests_per_night'],
    );
    expect(rounded(occupancy! * 100, 1)).toBe('73.1');
    expect(rounded(ofCapacity! * 100, 1)).toBe('67.9');
    expect(rounded(perNight!, 2)).toBe('1.36');
  });

  it('has 11 of 14 nights in North and 8 of 12 in South, where the nights after a move count', () => {
    const rows = february(workedExample()).byBed.map(({ name, counts }) => [
      name,
      counts.occupied,
      counts.inService,
      counts.closed,
      counts.capacity,
    ]);
    expect(rows).toEqual([
      ['North', 11, 14, 0, 14],
      ['South', 8, 12, 2, 14],
    ]);
  });

  it('has 5 guests with a night, 4 of them here for the first time; Ada came for no night as well', () => {
    const report = february(workedExample());
    expect(figures(report, 'guests', 'guests_only_0_nights', 'guests_first_time')).toEqual([5, 0, 4]);
  });

  it('is 75% of 24 on 13 February at 10 am, Di here and planned to leave that day', () => {
    const stays = [...workedExample().stays.filter(({ guest }) => guest !== 'Di'), di(null)];
    const { all } = february(workedExample({ stays }), '2026-02-13');
    expect([all.occupied, all.inService, all.nights]).toEqual([18, 24, 13]);
    // From the next rollover on Di has that night, whatever was planned
    const next = february(workedExample({ stays }), '2026-02-14').all;
    expect([next.occupied, next.inService]).toEqual([18 + 3, 26]);
  });
});

describe('which nights count', () => {
  const ash = { guest: 'Ash', bed: 'North' };
  const occupied = (some: Partial<OccupancyFacts>, from: string, to: string, day = '2026-12-31') =>
    february(facts(some), day, { start: on(from), end: on(to) }).all.occupied;

  it('a guest who is here has the nights that have begun, and no more of the capacity is told', () => {
    const stays = [stayed({ ...ash, arrived: '2026-02-03T16:00', left: null, planned: '2026-02-20' })];
    const { all } = february(facts({ stays }), '2026-02-05');
    expect([all.occupied, all.capacity]).toEqual([3, 10]);
    expect(february(facts({ stays }), '2026-01-31').all).toMatchObject({ occupied: 0, capacity: 0 });
  });

  it.each([
    ['a month', '2026-01-28T15:00', '2026-02-04T10:00', '2026-02-01', '2026-03-01', 3],
    ['a year', '2026-12-29T15:00', '2027-01-03T10:00', '2027-01-01', '2027-02-01', 2],
    ['the clocks going forward', '2026-03-07T15:00', '2026-03-09T10:00', '2026-03-01', '2026-04-01', 2],
    ['the clocks going back', '2026-10-31T15:00', '2026-11-02T03:59', '2026-11-01', '2026-12-01', 0],
    ['the end of a leap February', '2028-02-27T15:00', '2028-03-02T10:00', '2028-02-01', '2028-03-01', 3],
  ])('a stay that crosses %s', (_, arrived, left, from, to, count) => {
    expect(occupied({ stays: [stayed({ ...ash, arrived, left })] }, from, to, '2028-12-31')).toBe(count);
  });

  it('a bed has its first and its last night, and one somebody was in before or after', () => {
    const beds = [
      { id: 'North', name: 'North', firstNight: n('2026-02-03'), lastNight: n('2026-02-06') },
      { id: 'Loft', name: 'Loft', firstNight: n('2026-03-01'), lastNight: null },
    ];
    const stays = [stayed({ ...ash, arrived: '2026-02-05T15:00', left: '2026-02-08T10:00' })];
    const report = february(facts({ beds, stays }));
    expect([report.all.capacity, report.all.inService, report.all.occupied]).toEqual([5, 5, 3]);
    expect(report.byBed.map(({ name }) => name)).toEqual(['North']);
  });

  it('a closed night with a guest in the bed is occupied and in service (R8)', () => {
    const stays = [
      stayed({ guest: 'Ash', bed: 'South', arrived: '2026-02-06T15:00', left: '2026-02-08T10:00' }),
    ];
    const report = february(workedExample({ stays }));
    expect(report.byBed[1]!.counts).toMatchObject({ occupied: 2, closed: 1, inService: 13, capacity: 14 });
  });

  it('a closure counts up to the day it ended; one without an end goes on', () => {
    const closure = { ...workedExample().closures[0]!, lastNight: null };
    expect(february(facts({ closures: [closure] })).all.closed).toBe(10);
    const ended = { ...closure, endedOn: n('2026-02-07') };
    expect(february(facts({ closures: [ended] })).all.closed).toBe(2);
    const cancelled = { ...closure, endedOn: n('2026-02-01') };
    expect(february(facts({ closures: [cancelled] })).all.closed).toBe(0);
  });

  it('nights away and nights not known are apart from those slept here, in the bed of the night (R21)', () => {
    const absences = [
      { kind: 'away' as const, sinceDay: n('2026-02-08'), backDay: n('2026-02-10') },
      { kind: 'not-seen' as const, sinceDay: n('2026-02-12'), backDay: null },
    ];
    const report = february(workedExample({ stays: [{ ...di('2026-02-13T12:00'), absences }] }));
    expect(report.all).toMatchObject({ occupied: 6, slept: 3, away: 2, notKnown: 1 });
    expect(report.byBed.map(({ counts }) => counts.away)).toEqual([1, 1]);
    // Whoever was in the other bed before them was not away
    const bo = stayed({ guest: 'Bo', bed: 'North', arrived: '2026-02-03T16:00', left: '2026-02-09T10:00' });
    const both = february(workedExample({ stays: [bo, { ...di('2026-02-13T12:00'), absences }] }));
    expect(both.all).toMatchObject({ occupied: 12, slept: 9, away: 2, notKnown: 1 });
  });

  it('a hold that ended unused has its nights up to the day it ended, each night of a bed once', () => {
    const hold = {
      ...{ bedId: 'North', firstNight: n('2026-02-03'), endNight: n('2026-02-06') },
      ...{ madeAt: wall('2026-02-01T12:00'), endedAt: wall('2026-02-04T23:00') },
    };
    const endedOn = n('2026-02-04');
    const of = (...endings: ('used' | 'let-go' | 'lapsed' | null)[]) =>
      february(
        facts({
          holds: endings.map((ending) => ({ ...hold, ending, endedOn: ending === null ? null : endedOn })),
        }),
      ).all.heldNotUsed;
    expect([of('lapsed'), of('let-go'), of('lapsed', 'let-go'), of('used'), of(null)]).toEqual([
      2, 2, 2, 0, 0,
    ]);
  });

  it('a night is fully taken when every bed in service was occupied or kept', () => {
    const holds = [
      {
        ...{
          bedId: 'North',
          firstNight: n('2026-02-12'),
          endNight: n('2026-02-16'),
          ending: 'lapsed' as const,
        },
        ...{ madeAt: wall('2026-02-01T12:00'), endedAt: wall('2026-02-13T23:00'), endedOn: n('2026-02-13') },
      },
    ];
    const { all } = february(workedExample({ holds }));
    expect([all.fullyTaken, all.occupied, all.heldNotUsed]).toEqual([8, 19, 2]);
  });
});

describe('guests', () => {
  const counts = (stays: OccupancyFacts['stays']) =>
    figures(february(facts({ stays })), 'guests', 'guests_only_0_nights', 'guests_first_time');
  const zero = stayed({ guest: 'Ash', bed: 'North', arrived: '2026-02-10T20:00', left: '2026-02-10T22:00' });

  it('with 0 nights only are apart, each person once', () => {
    expect(counts([zero, { ...zero, isFirstOnFile: false }])).toEqual([0, 1, 1]);
  });

  it('who stayed before this system are not here for the first time; who was not asked is missing and counts', () => {
    expect(counts([{ ...zero, stayedBefore: 'yes' }])).toEqual([0, 1, 0]);
    const report = february(facts({ stays: [{ ...zero, stayedBefore: 'not-asked' }] }));
    expect(figureIn(report, 'guests_first_time')).toMatchObject({ value: 1, n: 1, missing: 1 });
  });
});

/** Days of a year, few enough that things meet. */
const day = fc.integer({ min: n('2027-06-01'), max: n('2028-06-30') });
const bed = fc.constantFrom('North', 'South', 'Loft');
const nightsFrom = fc.tuple(day, fc.integer({ min: 0, max: 90 }));

const anyFacts: fc.Arbitrary<OccupancyFacts> = fc
  .record({
    stays: fc.array(fc.tuple(bed, nightsFrom, fc.boolean(), fc.option(nightsFrom, { nil: null })), {
      maxLength: 12,
    }),
    closures: fc.array(fc.tuple(bed, nightsFrom, fc.boolean()), { maxLength: 6 }),
    holds: fc.array(fc.tuple(bed, nightsFrom, fc.constantFrom('used', 'lapsed', 'let-go', null)), {
      maxLength: 6,
    }),
    beds: fc.array(nightsFrom, { minLength: 3, maxLength: 3 }),
  })
  .map((told) => ({
    ...facts(),
    beds: told.beds.map(([first, long], place) => ({
      ...{ id: ['North', 'South', 'Loft'][place]!, name: `Bed ${place}` },
      ...{ firstNight: first, lastNight: place === 0 ? null : first + long * 3 },
    })),
    closures: told.closures.map(([bedId, [firstNight, long], isOpen]) => ({
      ...{ bedId, firstNight, lastNight: isOpen ? null : firstNight + long },
      ...{ madeAt: 0, endedAt: null, endedOn: null },
    })),
    holds: told.holds.map(([bedId, [firstNight, long], ending]) => ({
      ...{ bedId, firstNight, endNight: firstNight + long + 1, madeAt: 0, ending, endedAt: null },
      endedOn: ending === null ? null : firstNight + long,
    })),
    stays: told.stays.map(([bedId, [fromDay, long], isHere, absent], place) => ({
      ...{ id: String(place), guest: String(place % 5), arrivalDay: fromDay, plannedDay: fromDay + long },
      departureDay: isHere ? null : fromDay + long,
      ...{ arrivedAt: 0, isFirstOnFile: true, stayedBefore: 'no' as const, wasHeld: false, askedAt: null },
      parts: [{ bedId, fromDay, fromAt: 0, toDay: isHere ? null : fromDay + long, toAt: null }],
      absences: absent
        ? [{ kind: 'away' as const, sinceDay: absent[0], backDay: absent[0] + absent[1] }]
        : [],
    })),
  }));

const anyPeriod = nightsFrom.map(([from, long]) => ({ start: dayOf(from), end: dayOf(from + long * 4 + 1) }));

describe('for any house, period and day', () => {
  it('the parts of a period add up to the whole, however it is parted', () => {
    fc.assert(
      fc.property(anyFacts, anyPeriod, day, fc.constantFrom(...partKinds), (some, period, today, kind) => {
        const report = occupancyReport(some, period, dayOf(today));
        const { fullyTaken, ...all } = report.all;
        const parts = report.by(kind).map(({ counts }) => counts);
        for (const name of Object.keys(all) as (keyof typeof all)[])
          expect([name, sum(parts.map((part) => part[name]))]).toEqual([name, all[name]]);
        expect(sum(parts.map((part) => part.fullyTaken))).toBe(fullyTaken);
        const { nights, ...ofBeds } = all;
        for (const name of Object.keys(ofBeds) as (keyof typeof ofBeds)[])
          expect([name, sum(report.byBed.map(({ counts }) => counts[name]))]).toEqual([name, all[name]]);
        expect(nights).toBe(report.begun.start.until(report.begun.end, { largestUnit: 'day' }).days);
      }),
    );
  });

  it('no more nights are occupied than are in service, nor in service than there are', () => {
    fc.assert(
      fc.property(anyFacts, anyPeriod, day, (some, period, today) => {
        const { all } = occupancyReport(some, period, dayOf(today));
        expect(all.occupied).toBeLessThanOrEqual(all.inService);
        expect(all.inService + all.closed).toBe(all.capacity);
        expect(all.slept + all.away + all.notKnown).toBe(all.occupied);
        expect(all.capacity).toBeLessThanOrEqual(all.nights * some.beds.length);
      }),
    );
  });

  it('nothing is told of nights that have not begun', () => {
    fc.assert(
      fc.property(anyFacts, anyPeriod, day, (some, period, today) => {
        const told = occupancyReport(some, period, dayOf(today)).all;
        const whole = occupancyReport(some, { ...period, end: dayOf(today + 1) }, dayOf(today)).all;
        const ends = period.end.until(dayOf(today), { largestUnit: 'day' }).days < 0;
        if (ends && period.start.until(dayOf(today + 1), { largestUnit: 'day' }).days > 0)
          expect(told).toEqual(whole);
        expect(told.nights).toBeLessThanOrEqual(Math.max(0, today + 1 - n(period.start.toString())));
      }),
    );
  });

  it('any night is occupied as a look at each part of each stay says', () => {
    fc.assert(
      fc.property(anyFacts, day, day, (some, night, today) => {
        const period = { start: dayOf(night), end: dayOf(night + 1) };
        const { occupied } = occupancyReport(some, period, dayOf(today)).all;
        const beds = some.stays.filter(({ arrivalDay, plannedDay, departureDay }) => {
          if (night < arrivalDay || night > today) return false;
          if (departureDay !== null) return night < departureDay;
          return night < plannedDay || plannedDay < today;
        });
        expect(occupied).toBe(new Set(beds.map(({ parts }) => parts[0]!.bedId)).size);
      }),
    );
  });
});

describe('twenty years of sixteen beds', () => {
  it('are counted in well under two seconds', () => {
    const beds = Array.from({ length: 16 }, (_, place) => ({
      ...{ id: `b${place}`, name: `Bed ${place}`, firstNight: n('2006-01-01'), lastNight: null },
    }));
    const weeks = Array.from({ length: 1040 }, (_, week) => n('2006-01-02') + week * 7);
    const stays = beds.flatMap(({ id }) =>
      weeks.map((fromDay) => ({
        ...{ ...di('2026-02-13T12:00'), guest: `${id} ${fromDay}`, arrivalDay: fromDay },
        ...{ plannedDay: fromDay + 5, departureDay: fromDay + 5 },
        parts: [{ bedId: id, fromDay, fromAt: fromDay * 86_400, toDay: fromDay + 5, toAt: null }],
      })),
    );
    const noStays = weeks.map((day) => ({ at: day * 86_400, houseDay: day, group: 'capacity' as const }));
    const began = performance.now();
    const { all, groups } = occupancyReport(
      facts({ beds, stays, noStays }),
      { start: on('2006-01-01'), end: on('2026-01-01') },
      on('2026-04-01'),
    );
    expect(performance.now() - began).toBeLessThan(2000);
    expect([all.occupied, all.capacity]).toEqual([16 * 1040 * 5, 16 * 7305]);
    expect(
      groups.flatMap(({ figures: each }) => each).find(({ code }) => code === 'unmet_nights')!.value,
    ).toBe(1040);
  });
});

const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
