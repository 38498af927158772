import fc from 'fast-check';
import { SHIPPED_RULES } from '../../src/domain/contact-rules.js';
import { DIED } from '../../src/domain/departure-lists.js';
import { HouseLists } from '../../src/domain/house-lists.js';
import { leftIn } from '../../src/domain/measures.js';
import { outcomesReport } from '../../src/domain/outcomes-report.js';
import { countsToShare } from '../../src/domain/shared-counts.js';
import type { StayToExport } from '../../src/domain/stay-to-export.js';
import { shareable } from '../../src/domain/suppression.js';
import { aStayToExport, on } from '../support/builders.js';
import { questions, told } from '../support/questions.js';

const MARCH = { start: on('2026-03-01'), end: on('2026-04-01') };
const terms = {
  today: on('2026-06-01'),
  lists: HouseLists.shipped,
  questions,
  points: SHIPPED_RULES.points,
};

const shared = (stays: readonly StayToExport[]) =>
  countsToShare(outcomesReport(stays, MARCH, terms), leftIn(MARCH, stays), terms);

const many = (count: number, facts: Partial<StayToExport> = {}) =>
  Array.from({ length: count }, (_, place) => aStayToExport({ id: String(place), ...facts }));

describe('what anyone may be told, before small counts are hidden (R39)', () => {
  const rows = (stays: readonly StayToExport[], code: string) =>
    Object.fromEntries(
      shared(stays)
        .tables.find((table) => table.code === code)!
        .rows.map((row) => [row.code, row.count]),
    );

  it('lists every row there is in the order of the house, those that count 0 too', () => {
    expect(rows(many(2), 'nights')).toEqual({
      '0': 0,
      '1_to_3': 0,
      '4_to_7': 2,
      '8_to_14': 0,
      '15_or_more': 0,
    });
    expect(rows(many(2), 'stayed_before')).toEqual({ no: 2, yes: 0, 'not-said': 0, 'not-asked': 0 });
    expect(rows(many(1), 'endings')).toMatchObject({ planned: 1, police: 0 });
  });

  it.each([
    [0, '0'],
    [1, '1_to_3'],
    [3, '1_to_3'],
    [4, '4_to_7'],
    [14, '8_to_14'],
    [15, '15_or_more'],
  ])('a stay of %i nights is one of %s', (nights, band) => {
    const stay = aStayToExport({ arrivalDay: on('2026-03-10').subtract({ days: nights }) });
    expect(rows([stay], 'nights')[band]).toBe(1);
  });

  it('tells of a point who was reached, and keeps no yes and not asked in one row', () => {
    const point = (closedAs: 'reached' | 'not-reached' | 'stopped' | null, dueOn = '2026-03-13') =>
      aStayToExport({ followUps: [{ point: '3d', dueOn: on(dueOn), closedAs, until: null }] });
    const stays = [
      point('reached'),
      point('not-reached'),
      point('stopped'),
      aStayToExport({ inTouch: 'not-asked' }),
    ];
    expect(rows(stays, 'reached_3d')).toEqual({ reached: 1, 'not-reached': 1, 'not-due': 0, none: 2 });
  });

  it('says what is the same in two tables: who died, and who was not asked one question of a moment', () => {
    const [first, ...others] = shared(many(3)).links;
    expect(first).toEqual({
      same: [
        { table: 'endings', row: DIED },
        { table: 'destinations', row: DIED },
      ],
    });
    const support = others.map((link) =>
      'same' in link ? link.same.map((each) => ('table' in each ? each.table : '')) : [],
    );
    expect(support).toContainEqual([
      'support_emotional',
      'support_informational',
      'support_instrumental',
      'support_affiliational',
      'wellness_plan',
    ]);
  });

  it('can be shared, whatever the stays are: its rows add up and its links hold', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            ending: fc.constantFrom('planned', 'limit', 'police'),
            destination: fc.constantFrom('family', 'own_place', 'not_asked'),
            nights: fc.nat(20),
            choice: fc.option(fc.constantFrom(1, 2, 3)),
            times: fc.integer({ min: 1, max: 15 }),
          }),
          { maxLength: 8 },
        ),
        (kinds) => {
          const stays = kinds.flatMap(({ times, nights, choice, ...facts }) =>
            many(times, {
              ...facts,
              arrivalDay: on('2026-03-25').subtract({ days: nights }),
              departureDay: on('2026-03-25'),
              answers: choice === null ? [] : [told('hope', 'leaving', { choice })],
            }),
          );
          const { tables, links } = shared(stays);
          const cells = shareable(tables, [], links).flatMap(({ rows: each }) => each ?? []);
          for (const { told: count } of cells)
            if (typeof count === 'number') expect(count === 0 || count > 10).toBe(true);
        },
      ),
    ));
});
