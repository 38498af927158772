import fc from 'fast-check';
import { SHIPPED_RULES } from '../../src/domain/contact-rules.js';
import { type Figure, figureIn } from '../../src/domain/figure.js';
import { HouseLists } from '../../src/domain/house-lists.js';
import { outcomesReport } from '../../src/domain/outcomes-report.js';
import type { StayToExport, ToldAnswer } from '../../src/domain/stay-to-export.js';
import { aStayToExport, on } from '../support/builders.js';
import { questions, told } from '../support/questions.js';

const MARCH = { start: on('2026-03-01'), end: on('2026-04-01') };

function report(stays: readonly StayToExport[], today = '2027-06-01') {
  const terms = { today: on(today), lists: HouseLists.shipped, questions, points: SHIPPED_RULES.points };
  const all = outcomesReport(stays, MARCH, terms);
  return {
    figure: (code: string) => figureIn(all, code)!,
    said: (code: string) => {
      const { value, n, missing } = figureIn(all, code)!;
      return `${value} of ${n}, ${missing} missing`;
    },
    table: (code: string) =>
      Object.fromEntries(
        all.tables.find((each) => each.code === code)!.rows.map(({ label, count }) => [label, count]),
      ),
    all,
  };
}

describe('who came back (R46)', () => {
  const back = (nextArrivalDay: string | null, facts: Partial<StayToExport> = {}) =>
    aStayToExport({ nextArrivalDay: nextArrivalDay === null ? null : on(nextArrivalDay), ...facts });

  it.each([
    ['2026-03-10', '1 of 1, 0 missing'],
    ['2026-04-09', '1 of 1, 0 missing'],
    ['2026-04-10', '0 of 1, 0 missing'],
    [null, '0 of 1, 0 missing'],
  ])('within 30 days, again on %s: %s', (next, said) =>
    expect(report([back(next)]).said('came_back_30d')).toBe(said),
  );

  it('counts only departures with 30 full days behind them', () => {
    expect(report([back('2026-03-17')], '2026-04-08').said('came_back_30d')).toBe('0 of 0, 1 missing');
    expect(report([back('2026-03-17')], '2026-04-09').said('came_back_30d')).toBe('1 of 1, 0 missing');
  });

  it('leaves deaths within that time out, and nobody else (R50)', () => {
    expect(report([back(null, { diedOn: on('2026-04-09') })]).said('came_back_30d')).toBe(
      '0 of 0, 0 missing',
    );
    expect(report([back(null, { diedOn: on('2026-04-10') })]).said('came_back_30d')).toBe(
      '0 of 1, 0 missing',
    );
  });
});

describe('guests', () => {
  const count = (stays: readonly StayToExport[], code: string) => report(stays).figure(code).value;

  it('are people: two stays of one are one', () => {
    const twice = [
      aStayToExport(),
      aStayToExport({ id: 'again', arrivalDay: on('2026-03-20'), departureDay: on('2026-03-22') }),
    ];
    expect(count(twice, 'guests')).toBe(1);
    expect(count([...twice, aStayToExport({ guestKey: 'birch' })], 'guests')).toBe(2);
  });

  it('have a night in the period when any of theirs is one of it', () => {
    const stay = (arrivalDay: string, departureDay: string | null) =>
      aStayToExport({
        arrivalDay: on(arrivalDay),
        departureDay: departureDay === null ? null : on(departureDay),
      });
    const counted = (...days: [string, string | null]) => count([stay(...days)], 'guests');
    expect(counted('2026-02-20', '2026-03-01')).toBe(0);
    expect(counted('2026-02-20', '2026-03-02')).toBe(1);
    expect(counted('2026-02-01', null)).toBe(1);
    // Leaves today: the coming night is not theirs (R2)
    const leaves = aStayToExport({
      arrivalDay: on('2026-03-01'),
      departureDay: null,
      plannedDay: on('2026-03-01'),
    });
    expect(report([leaves], '2026-03-01').figure('guests').value).toBe(0);
    expect(report([leaves], '2026-03-02').figure('guests').value).toBe(1);
    expect(counted('2026-03-31', '2026-04-02')).toBe(1);
    expect(counted('2026-03-05', '2026-03-05')).toBe(0);
    expect(count([stay('2026-03-05', '2026-03-05')], 'guests_only_0_nights')).toBe(1);
  });

  it('came for the first time unless the file, or they, say otherwise', () => {
    const first = (facts: Partial<StayToExport>) =>
      ['guests_first_time', 'guests_returning'].map((code) => count([aStayToExport(facts)], code));
    expect(first({})).toEqual([1, 0]);
    expect(first({ stayedBefore: 'yes' })).toEqual([0, 1]);
    expect(first({ staysBefore: 1 })).toEqual([0, 1]);
    expect(first({ arrivalDay: on('2026-02-27') })).toEqual([0, 0]);
    expect(report([aStayToExport({ stayedBefore: 'not-said' })]).said('guests_first_time')).toBe(
      '1 of 1, 1 missing',
    );
  });
});

describe('what guests answered (R37)', () => {
  const hope = (moment: ToldAnswer['moment'], choice: number | null, facts: Partial<ToldAnswer> = {}) =>
    told('hope', moment, { choice, outcome: choice === null ? 'skipped' : 'answered', ...facts });

  it('is a change only where both were answered, the later less the earlier', () => {
    const stays = [
      aStayToExport({ answers: [hope('arrival', 3), hope('leaving', 1)] }),
      aStayToExport({ answers: [hope('arrival', 2), hope('leaving', 1)] }),
      aStayToExport({ answers: [hope('arrival', 2), hope('leaving', null)] }),
      aStayToExport({ answers: [hope('leaving', 1)] }),
      aStayToExport(),
    ];
    expect(report(stays).said('hope_arrival_to_leaving')).toBe('1.5 of 2, 3 missing');
  });

  it('is no change between versions that count their answers in another way', () => {
    const stay = aStayToExport({ answers: [hope('arrival', 1), hope('leaving', 1, { version: 2 })] });
    expect(report([stay]).said('hope_arrival_to_leaving')).toBe('null of 0, 1 missing');
  });

  it('takes the last of several follow-ups', () => {
    const later = (choice: number, onDay: string) => hope('follow-up', choice, { onDay: on(onDay) });
    const stay = aStayToExport({
      answers: [hope('arrival', 3), later(1, '2026-09-10'), later(2, '2026-03-13')],
    });
    expect(report([stay]).said('hope_arrival_to_follow_up')).toBe('2 of 1, 0 missing');
  });

  it('keeps every way of no answer in a row of its own, and answers of older words', () => {
    const stays = [
      aStayToExport({ answers: [hope('leaving', 1)] }),
      aStayToExport({ answers: [hope('leaving', 1, { version: 2 })] }),
      aStayToExport({ answers: [hope('leaving', null)] }),
      aStayToExport({ answers: [hope('leaving', null, { outcome: 'not-said' })] }),
      aStayToExport({ answers: [hope('leaving', null, { outcome: 'dont-know' })] }),
      aStayToExport(),
    ];
    expect(report(stays).table('hope_leaving')).toEqual({
      'A lot': 1,
      None: 0,
      Very: 1,
      Skipped: 1,
      'Chose not to say': 1,
      'Don’t know': 1,
      'Not asked': 1,
    });
  });

  it('says yes, maybe and no of a hospital, each over those who answered', () => {
    const would = (choice: number | null) =>
      aStayToExport({
        answers: [
          told('would_have_gone_to_hospital', 'leaving', {
            choice,
            outcome: choice === null ? 'not-said' : 'answered',
          }),
        ],
      });
    const { said } = report([would(1), would(2), would(2), would(null), aStayToExport()]);
    expect(['yes', 'maybe', 'no'].map((word) => said(`would_have_gone_to_hospital_${word}`))).toEqual([
      '1 of 3, 2 missing',
      '2 of 3, 2 missing',
      '0 of 3, 2 missing',
    ]);
  });
});

describe('hospital nights before and after', () => {
  const before = (count: number | null, version = 1) =>
    told('hospital_nights_before', 'leaving', {
      count,
      version,
      outcome: count === null ? 'dont-know' : 'answered',
    });
  const after = (count: number, onDay: string, version = 1) =>
    told('hospital_nights_after', 'follow-up', { count, version, onDay: on(onDay) });
  const mean = (...answers: ToldAnswer[]) => {
    const { figure } = report([aStayToExport({ answers })]);
    const side = (each: string) => figure(`hospital_nights_${each}_180d_mean`);
    return [side('before').value, side('after').value, side('before').n];
  };

  it('are over guests who gave both numbers, 0 among them', () => {
    expect(mean(before(4), after(0, '2026-09-06'))).toEqual([4, 0, 1]);
    expect(mean(before(4))).toEqual([null, null, 0]);
    expect(mean(before(null), after(1, '2026-09-06'))).toEqual([null, null, 0]);
  });

  it('take no answer that was told before the time was over', () => {
    expect(mean(before(4), after(1, '2026-09-05'))).toEqual([null, null, 0]);
    expect(mean(before(4), after(1, '2026-09-06'))).toEqual([4, 1, 1]);
  });

  it('take the first that covers the whole time, not a later one', () =>
    expect(mean(before(4), after(9, '2027-02-10'), after(1, '2026-09-06'))).toEqual([4, 1, 1]));

  it('pair one window with itself only, and print why it is another', () => {
    expect(mean(before(4), after(1, '2026-09-06', 2))).toEqual([null, null, 0]);
    const { all, said } = report([aStayToExport({ answers: [before(4, 2), after(1, '2026-04-09', 2)] })]);
    expect(said('hospital_nights_after_30d_mean')).toBe('1 of 1, 0 missing');
    const note = all.groups.find(({ code }) => code === 'hospital_nights_30d')!.note;
    expect(note).toMatch(/not proof of cause/);
    expect(note).toContain('Our county asks');
  });
});

describe('being in touch (R32)', () => {
  const point = (closedAs: 'reached' | 'not-reached' | 'stopped' | null, until: string | null = null) => ({
    ...{ point: '3d', dueOn: on('2026-03-13'), closedAs },
    until: until === null ? null : on(until),
  });
  const three = (stays: readonly StayToExport[], today: string) =>
    ['consent', 'reach', 'overall'].map((part) => report(stays, today).said(`follow_up_${part}_3d`));

  it('is told of those whose day is past, all three together', () => {
    const stays = [
      aStayToExport({ followUps: [point('reached')] }),
      aStayToExport({ followUps: [point('not-reached')] }),
      aStayToExport(),
    ];
    expect(three(stays, '2026-03-14')).toEqual([
      '2 of 3, 0 missing',
      '1 of 2, 0 missing',
      '1 of 3, 0 missing',
    ]);
    expect(three(stays, '2026-03-13')).toEqual([
      '0 of 0, 3 missing',
      '0 of 0, 3 missing',
      '0 of 0, 3 missing',
    ]);
  });

  it('takes back what a yes no longer permits', () => {
    const stays = [
      aStayToExport({ followUps: [point('stopped')] }),
      aStayToExport({ followUps: [point(null, '2026-03-12')] }),
    ];
    expect(three(stays, '2026-03-20')[0]).toBe('0 of 2, 0 missing');
  });
});

describe('stays from a spreadsheet', () => {
  it('are told apart where there are any', () => {
    const stays = [aStayToExport({ isImported: true }), aStayToExport()];
    expect(report(stays).said('left_imported')).toBe('1 of 2, 0 missing');
    expect(report([aStayToExport()]).figure('left_imported')).toBeUndefined();
  });
});

describe('support and connections', () => {
  it('not told is not asked, and never that nothing was offered (R37)', () => {
    const taken = aStayToExport({ support: [{ kind: 'emotional', answer: 'taken-up' }], wellness: 'made' });
    const { table } = report([taken, aStayToExport()]);
    expect(table('support_emotional')).toMatchObject({ 'Took it up': 1, 'Not offered': 0, 'Not asked': 1 });
    expect(table('support_affiliational')).toMatchObject({ 'Not offered': 0, 'Not asked': 2 });
    expect(table('wellness_plan')).toMatchObject({ 'Made one here': 1, 'Not asked': 1 });
  });

  it('counts connections, and the stays that have one', () => {
    const stay = aStayToExport({
      connections: [
        { way: 'told', answer: 'good' },
        { way: null, answer: null },
      ],
    });
    const { figure, said, table } = report([stay, aStayToExport()]);
    expect([figure('connections_made').value, said('stays_with_connection')]).toEqual([
      2,
      '1 of 2, 0 missing',
    ]);
    expect(table('connections_were')).toMatchObject({ Good: 1, 'Not asked': 1 });
  });
});

const anyAnswer = fc.record({
  code: fc.constantFrom('hope', 'would_have_gone_to_hospital'),
  moment: fc.constantFrom<ToldAnswer['moment']>('arrival', 'leaving', 'follow-up'),
  choice: fc.constantFrom(1, 2),
  outcome: fc.constantFrom<ToldAnswer['outcome']>('answered', 'skipped', 'not-said', 'dont-know'),
});
const anyStay = fc
  .record({
    nights: fc.nat(40),
    arrives: fc.integer({ min: -30, max: 40 }),
    guestKey: fc.constantFrom('ash', 'birch', 'cedar'),
    again: fc.option(fc.nat(200)),
    answers: fc.array(anyAnswer, { maxLength: 4 }),
    isUndone: fc.boolean(),
  })
  .map(({ nights, arrives, again, answers, ...rest }) => {
    const arrivalDay = MARCH.start.add({ days: arrives });
    const departureDay = arrivalDay.add({ days: nights });
    return aStayToExport({
      ...rest,
      arrivalDay,
      departureDay,
      nextArrivalDay: again === null ? null : departureDay.add({ days: again }),
      answers: answers.map((each) =>
        told(each.code, each.moment, { ...each, choice: each.outcome === 'answered' ? each.choice : null }),
      ),
    });
  });

describe('for any stays', () => {
  it('a share never exceeds its n, and what has an answer and what has none are all that left', () =>
    fc.assert(
      fc.property(fc.array(anyStay, { maxLength: 30 }), (stays) => {
        const { all } = report(stays);
        const left = figureIn(all, 'left')!.value!;
        for (const { value, n, unit } of all.groups.flatMap(({ figures }) => figures as Figure[]))
          if (unit === 'share') expect(value!).toBeLessThanOrEqual(n);
        for (const code of ['would_have_gone_to_hospital_yes', 'hope_arrival_to_leaving', 'came_back_30d']) {
          const { n, missing } = figureIn(all, code)!;
          expect(n + missing).toBe(left);
        }
      }),
    ));

  it('every table adds up to all it is of', () =>
    fc.assert(
      fc.property(fc.array(anyStay, { maxLength: 30 }), (stays) => {
        for (const { rows, total, code } of report(stays).all.tables)
          expect([code, rows.reduce((sum, { count }) => sum + count, 0)]).toEqual([code, total]);
      }),
    ));
});
