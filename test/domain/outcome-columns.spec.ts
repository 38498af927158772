import { HouseLists } from '../../src/domain/house-lists.js';
import { leftIn } from '../../src/domain/measures.js';
import { outcomeColumns } from '../../src/domain/outcome-columns.js';
import { SHIPPED_RULES } from '../../src/domain/contact-rules.js';
import type { StayToExport } from '../../src/domain/stay-to-export.js';
import { aStayToExport, on } from '../support/builders.js';
import { questions, told } from '../support/questions.js';

const period = { start: on('2026-01-01'), end: on('2027-01-01') };
const TODAY = on('2026-06-01');

const terms = {
  today: TODAY,
  lists: HouseLists.shipped,
  questions,
  points: SHIPPED_RULES.points,
};
const columns = outcomeColumns(terms);

/** Of a stay from 5 to 10 March, with nothing more asked for. */
function rowOf(facts: Partial<StayToExport> = {}) {
  const stay = leftIn(period, [aStayToExport(facts)])[0]!;
  return Object.fromEntries(columns.map(({ name, of }) => [name, of(stay)]));
}

describe('a row of the outcome export', () => {
  it('has the columns in their order, and nothing else', () => {
    expect(Object.entries(rowOf()).map(([name, cell]) => `${name}: ${cell}`)).toEqual([
      'left_year: 2026',
      'nights: 5',
      'first_stay: yes',
      'stays_before: 0',
      'referral_source: not asked',
      'extended_nights: 0',
      'moved_beds: 0',
      'nights_away: 0',
      'ending: planned',
      'destination: own_place',
      'destination_hud: 410',
      'hope_arrival: not asked',
      'hope_leaving: not asked',
      'hope_follow_up: not asked',
      'would_have_gone_to_hospital: not asked',
      'hospital_nights_before_180d: not asked',
      'hospital_nights_after_180d: not asked',
      'hospital_nights_before_30d: not asked',
      'hospital_nights_after_30d: not asked',
      'support_kinds: not asked',
      'follow_up_consented: no',
      'reached_3_days: not agreed',
      'reached_30_days: not agreed',
      'reached_180_days: not agreed',
      'reached_11_months: not agreed',
      'imported: no',
    ]);
    expect(rowOf({ isImported: true }).imported).toBe('yes');
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

  it('writes an answer as what it counts, in the version it was given to, and no answer as which it is (R37)', () => {
    const hope = (choice: number | null, version = 1) =>
      rowOf({
        answers: [
          told('hope', 'leaving', { choice, version, outcome: choice === null ? 'skipped' : 'answered' }),
        ],
      }).hope_leaving;
    expect([hope(1), hope(3), hope(1, 2), hope(null)]).toEqual([3, 1, 2, 'skipped']);
    const would = told('would_have_gone_to_hospital', 'leaving', { choice: 2 });
    expect(rowOf({ answers: [would] }).would_have_gone_to_hospital).toBe('maybe');
  });

  it('writes nights before and after, 0 as 0, and an after only once its time was over', () => {
    const nights = (count: number, onDay: string) =>
      rowOf({
        answers: [
          told('hospital_nights_before', 'leaving', { count: 4 }),
          told('hospital_nights_after', 'follow-up', { count, onDay: on(onDay) }),
        ],
      });
    expect(nights(0, '2026-09-06')).toMatchObject({
      hospital_nights_before_180d: 4,
      hospital_nights_after_180d: 0,
      hospital_nights_before_30d: 'not asked',
    });
    expect(nights(0, '2026-09-05').hospital_nights_after_180d).toBe('not asked');
  });

  it('has a word of the dictionary for every column, and no two of one name', () => {
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    for (const { name, meaning, unit, values } of columns) {
      expect(meaning.length).toBeGreaterThan(15);
      expect([name, unit + values]).not.toEqual([name, '']);
    }
  });
});
