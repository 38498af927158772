import { HouseLists } from '../../src/domain/house-lists.js';
import { leftIn } from '../../src/domain/measures.js';
import { outcomeColumns, outcomeRow } from '../../src/domain/outcome-row.js';
import type { StayToExport } from '../../src/domain/stay-to-export.js';
import { aStayToExport, on } from '../support/builders.js';

const period = { start: on('2026-01-01'), end: on('2027-01-01') };
const TODAY = on('2026-06-01');

/** Of a stay from 5 to 10 March, with nothing more asked for. */
const rowOf = (facts: Partial<StayToExport> = {}) =>
  outcomeRow(leftIn(period, [aStayToExport(facts)])[0]!, TODAY, HouseLists.shipped);

describe('a row of the outcome export', () => {
  it('has the columns in their order, and nothing else', () => {
    expect(Object.keys(rowOf())).toEqual([...outcomeColumns]);
    expect(Object.values(rowOf()).join()).toBe(
      '2026,5,yes,0,not asked,0,0,0,planned,own_place,410,not asked,no,not agreed,not agreed,not agreed,not agreed',
    );
  });

  it('takes the year from the departure day', () => {
    expect(rowOf({ arrivalDay: on('2025-12-30'), departureDay: on('2026-01-02') })).toMatchObject({
      left_year: 2026,
      nights: 3,
    });
  });

  it.each([
    ['no', 0, 'yes'],
    ['no', 1, 'no'],
    ['yes', 0, 'no'],
    ['not-said', 0, 'chose not to say'],
    ['not-said', 2, 'no'],
    ['not-asked', 0, 'not asked'],
    ['not-asked', 1, 'no'],
  ] as const)(
    'who said “%s” with %i stays on file was here first: %s',
    (stayedBefore, staysBefore, first) => {
      expect(rowOf({ stayedBefore, staysBefore })).toMatchObject({
        first_stay: first,
        stays_before: staysBefore,
      });
    },
  );

  it('counts nights past the day first planned, none when the guest left earlier', () => {
    expect(rowOf({ firstPlannedDay: on('2026-03-08') }).extended_nights).toBe(2);
    expect(rowOf({ firstPlannedDay: on('2026-03-14') }).extended_nights).toBe(0);
  });

  it('counts moves, not beds', () => {
    expect([rowOf({ beds: 1 }).moved_beds, rowOf({ beds: 3 }).moved_beds]).toEqual([0, 2]);
  });

  it('counts nights away apart from nights that are not known, and none after they left (R21)', () => {
    const absences = [
      { kind: 'not-seen' as const, sinceDay: on('2026-03-05'), backDay: on('2026-03-06') },
      { kind: 'away' as const, sinceDay: on('2026-03-07'), backDay: on('2026-03-08') },
      { kind: 'away' as const, sinceDay: on('2026-03-09'), backDay: null },
    ];
    expect(rowOf({ absences })).toMatchObject({ nights: 5, nights_away: 2 });
  });

  it('writes missing answers as words that stay apart, other answers as their codes (R37)', () => {
    const written = ['not_said', 'not_known', 'not_asked', 'shelter'].map(
      (destination) => rowOf({ destination }).destination,
    );
    expect(written).toEqual(['chose not to say', "don't know", 'not asked', 'shelter']);
    const consented = (['yes', 'no', 'not-asked'] as const).map(
      (inTouch) => rowOf({ inTouch }).follow_up_consented,
    );
    expect(consented).toEqual(['yes', 'no', 'not asked']);
  });

  it.each([
    ['2026-05-31', null, 'no'],
    ['2026-06-01', null, 'not due yet'],
    ['2026-06-02', null, 'not due yet'],
    ['2026-05-31', 'reached', 'yes'],
    ['2026-06-02', 'reached', 'yes'],
    ['2026-06-01', 'not-reached', 'no'],
    // Taken back is not "not reached" (R32)
    ['2026-06-01', 'stopped', 'not agreed'],
    ['2026-06-02', 'stopped', 'not agreed'],
  ] as const)('on 1 June, due on %s and closed as %s, was reached: %s', (dueOn, closedAs, reached) => {
    const followUps = [{ point: '30d', dueOn: on(dueOn), closedAs, until: null }];
    expect(rowOf({ followUps })).toMatchObject({ reached_30_days: reached, reached_3_days: 'not agreed' });
  });

  it.each([
    ['2026-05-31', null, 'not agreed'],
    ['2026-06-01', null, 'no'],
    ['2026-05-31', 'reached', 'yes'],
    ['2026-05-31', 'not-reached', 'no'],
  ] as const)('with a yes that held until %s, closed as %s: %s', (until, closedAs, reached) => {
    const followUps = [{ point: '30d', dueOn: on('2026-05-20'), closedAs, until: on(until) }];
    expect(rowOf({ followUps }).reached_30_days).toBe(reached);
  });

  it('was reached at a point when it was under any of two consents', () => {
    const due = { point: '11m', dueOn: on('2026-05-01'), until: null };
    const followUps = [
      { ...due, closedAs: 'stopped' as const },
      { ...due, closedAs: 'reached' as const },
    ];
    expect(rowOf({ followUps }).reached_11_months).toBe('yes');
  });
});
