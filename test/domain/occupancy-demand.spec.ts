import { figureIn } from '../../src/domain/figure.js';
import type { HoldOnFile, NoStayOnFile, OccupancyFacts } from '../../src/domain/occupancy-facts.js';
import { occupancyReport } from '../../src/domain/occupancy-report.js';
import { outlookOf } from '../../src/domain/outlook.js';
import { on } from '../support/builders.js';
import { facts, firstHalf, n, stayed, wall, workedExample } from '../support/occupancy-facts.js';

const report = (some: OccupancyFacts, day = '2026-04-01') => occupancyReport(some, firstHalf, on(day));
const value = (some: OccupancyFacts, code: string) => figureIn(report(some), code)!.value;

const noRoom = (local: string, some: Partial<NoStayOnFile> = {}): NoStayOnFile => ({
  at: wall(local),
  houseDay: n(local.slice(0, 10)),
  group: 'capacity',
  ...some,
});

const held = (bedId: string, from: string, end: string, some: Partial<HoldOnFile> = {}): HoldOnFile => ({
  ...{ bedId, firstNight: n(from), endNight: n(end) },
  ...{ madeAt: wall('2026-02-08T12:00'), ending: null, endedAt: null, endedOn: null },
  ...some,
});

describe('unmet nights', () => {
  const unmet = (noStays: NoStayOnFile[], some: Partial<OccupancyFacts> = {}) =>
    value(workedExample({ noStays, ...some }), 'unmet_nights');

  it('are nights for which somebody was told of no room while every bed in service was taken, each once', () => {
    expect(unmet([noRoom('2026-02-07T19:00'), noRoom('2026-02-07T22:00')])).toBe(1);
    expect(unmet([noRoom('2026-02-07T19:00'), noRoom('2026-02-12T22:00')])).toBe(2);
  });

  it('are counted for want of room only', () => {
    expect(unmet([noRoom('2026-02-07T19:00', { group: 'callers-choice' })])).toBe(0);
    expect(unmet([noRoom('2026-02-07T19:00', { group: null })])).toBe(0);
  });

  it.each([
    ['before Di came', '2026-02-07T17:59', 0],
    ['once Di was there', '2026-02-07T18:00', 1],
    ['on the day Bo left, before and after: that night is free once Bo leaves', '2026-02-08T09:00', 0],
    ['when Eve had North beside her', '2026-02-12T12:00', 1],
    ['with South closed and North taken', '2026-02-05T12:00', 1],
    ['with South open and North taken', '2026-02-04T12:00', 0],
  ])('%s', (_, at, count) => expect(unmet([noRoom(at)])).toBe(count));

  it('a hold takes its nights from when it was made until it ended', () => {
    const ended = { endedAt: wall('2026-02-10T23:00'), endedOn: n('2026-02-10'), ending: 'lapsed' as const };
    const holds = [held('South', '2026-02-09', '2026-02-12', ended)];
    expect(unmet([noRoom('2026-02-09T18:00')], { holds })).toBe(1);
    expect(unmet([noRoom('2026-02-10T22:59')], { holds })).toBe(1);
    expect(unmet([noRoom('2026-02-10T23:00')], { holds })).toBe(0);
    expect(unmet([noRoom('2026-02-09T18:00')], { holds: [held('South', '2026-02-10', '2026-02-12')] })).toBe(
      0,
    );
    const later = [held('South', '2026-02-09', '2026-02-12', { madeAt: wall('2026-02-09T19:00') })];
    expect(unmet([noRoom('2026-02-09T18:00')], { holds: later })).toBe(0);
  });

  it('a closure takes its bed out of service from when it was made until it ended', () => {
    const [closure] = workedExample().closures;
    const closures = [{ ...closure!, madeAt: wall('2026-02-05T12:00'), endedAt: wall('2026-02-05T14:00') }];
    const at = (time: string) => unmet([noRoom(`2026-02-05T${time}`)], { closures });
    expect([at('11:59'), at('12:00'), at('14:00')]).toEqual([0, 1, 0]);
  });

  it('a guest who went earlier than planned had the night as long as they were here', () => {
    const stays = [
      stayed({
        guest: 'A',
        bed: 'North',
        arrived: '2026-02-01T15:00',
        left: '2026-02-03T15:00',
        planned: '2026-02-06',
      }),
      stayed({ guest: 'B', bed: 'South', arrived: '2026-02-01T15:00', left: '2026-02-09T15:00' }),
    ];
    expect(unmet([noRoom('2026-02-03T12:00')], { stays })).toBe(1);
    expect(unmet([noRoom('2026-02-03T15:00')], { stays })).toBe(0);
  });
});

describe('stays we couldn’t offer', () => {
  const noStays = [
    noRoom('2026-02-03T12:00'),
    noRoom('2026-02-04T12:00'),
    noRoom('2026-02-04T13:00', { group: 'cannot-offer' }),
    noRoom('2026-02-04T14:00', { group: null }),
  ];

  it('are told by whose reason it was; the rows add up', () => {
    const [table] = report(workedExample({ noStays })).tables;
    expect(table!.rows.map(({ label, count }) => `${label}: ${count}`)).toEqual([
      'No room just now: 2',
      'Something we can’t offer: 1',
      'Their own choice: 0',
      'No reason said: 1',
    ]);
    expect([table!.total, figureIn(report(workedExample({ noStays })), 'not_offered')]).toEqual([
      4,
      expect.objectContaining({ value: 4, missing: 1 }),
    ]);
  });

  it('for want of room are held against the requests that led to a stay or a hold: each once', () => {
    const used = { ending: 'used' as const, endedAt: wall('2026-02-12T12:00'), endedOn: n('2026-02-12') };
    const stays = workedExample().stays.map((stay) => ({ ...stay, wasHeld: stay.guest === 'Eve' }));
    const holds = [
      held('South', '2026-02-12', '2026-02-16', used),
      held('South', '2026-03-12', '2026-03-16'),
      held('South', '2026-03-12', '2026-03-16', { madeAt: wall('2026-02-15T04:00') }),
    ];
    // 2 for want of room; 2 holds made in the period, and Bo, Cy, Di and Ada, who came without one
    expect(figureIn(report(workedExample({ noStays, stays, holds })), 'not_offered_rate')).toMatchObject({
      value: 2 / 8,
      n: 8,
    });
    expect(value(facts(), 'not_offered_rate')).toBeNull();
  });
});

describe('time to bed and turnaround', () => {
  const asked = (...hours: (number | null)[]) =>
    hours.map((hour, place) =>
      stayed({
        ...{ guest: String(place), bed: 'North', arrived: '2026-02-05T15:00', left: '2026-02-06T10:00' },
        askedAt: hour === null ? null : wall('2026-02-05T15:00') - hour * 3600,
      }),
    );

  it('are told by median, 90th percentile and share within a day, over those whose request is known (R37)', () => {
    const some = facts({ stays: asked(1, 24, 25, 3, null) });
    const { groups } = report(some);
    const [median, most, within] = groups.find(({ code }) => code === 'waiting')!.figures;
    expect([median!.value, most!.value, within!.value]).toEqual([13.5 * 60, 25 * 60, 3]);
    expect([median!.n, median!.missing, within!.n]).toEqual([4, 1, 4]);
    expect(value(facts({ stays: asked(null) }), 'time_to_bed_within_24h')).toBeNull();
    expect(value(facts({ stays: asked(-2) }), 'time_to_bed_median')).toBe(0);
  });

  it('leave out who came before or after the period', () => {
    const before = stayed({
      guest: 'A',
      bed: 'North',
      arrived: '2026-01-31T15:00',
      left: '2026-02-06T10:00',
      askedAt: 0,
    });
    expect(figureIn(report(facts({ stays: [before] })), 'time_to_bed_median')).toMatchObject({
      n: 0,
      missing: 0,
    });
  });

  it('count a bed nobody called ready as missing', () => {
    const { groups } = report(facts({ turnovers: [60, 30, null, 0] }));
    const [, , , median, most] = groups.find(({ code }) => code === 'waiting')!.figures;
    expect([median!.value, most!.value, median!.n, median!.missing]).toEqual([30, 60, 3, 1]);
  });
});

describe('the coming two weeks', () => {
  const outlook = (some: Partial<OccupancyFacts>, day = '2026-02-13') =>
    outlookOf(facts(some), on(day)).map(({ staying, held: kept, inService }) =>
      [staying, kept, inService].join(' '),
    );
  const eve = (planned: string) =>
    stayed({ guest: 'Eve', bed: 'South', arrived: '2026-02-08T12:00', left: null, planned });

  it('has 14 nights, each as it is planned now', () => {
    const nights = outlook({
      stays: [eve('2026-02-15')],
      holds: [held('North', '2026-02-14', '2026-02-16')],
    });
    expect(nights).toEqual(['1 0 2', '1 1 2', '0 1 2', ...Array.from({ length: 11 }, () => '0 0 2')]);
  });

  it('a guest staying on has tonight; one who leaves that day has not', () => {
    expect(outlook({ stays: [eve('2026-02-10')] }).slice(0, 2)).toEqual(['1 0 2', '0 0 2']);
    expect(outlook({ stays: [eve('2026-02-13')] })[0]).toBe('0 0 2');
    const holds = [held('South', '2026-02-13', '2026-02-15')];
    expect(outlook({ stays: [eve('2026-02-10')], holds }).slice(0, 2)).toEqual(['1 0 2', '0 1 2']);
  });

  it('holds that are over count nowhere, closed beds are not in service, unless somebody is in one', () => {
    const [closure] = workedExample().closures;
    const closures = [{ ...closure!, firstNight: n('2026-02-14'), lastNight: null }];
    const over = held('North', '2026-02-14', '2026-02-16', { ending: 'lapsed' });
    expect(outlook({ closures, holds: [over] }).slice(0, 3)).toEqual(['0 0 2', '0 0 1', '0 0 1']);
    expect(outlook({ closures, stays: [eve('2026-02-15')] }).slice(0, 3)).toEqual([
      '1 0 2',
      '1 0 2',
      '0 0 1',
    ]);
  });
});
