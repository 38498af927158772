import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Bed } from '../../src/domain/bed.js';
import { House } from '../../src/domain/house.js';
import { checkRows, type OnFile } from '../../src/domain/import-check.js';
import { checkFacts, guessFacts, type ImportChoices, isNoName } from '../../src/domain/import-columns.js';
import { type EarlierStay, readRow } from '../../src/domain/import-row.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const bed = (name: string) =>
  new Bed({ id: name, name, room: 'Attic', position: 1, firstNight: day('2020-01-01') });
const beds = [bed('Maple'), bed('Cedar')];
const house = new House({ name: 'Willow', timeZone: 'America/New_York' });
const now = Temporal.Instant.from('2026-11-23T03:40:00Z');
const choices: ImportChoices = {
  facts: ['name', 'number', 'bed', 'arrived', 'left', 'planned', 'before', 'ending'],
  dateOrder: 'year',
  isSameByName: false,
  skipsUnknownWords: false,
  opensBeds: false,
};
const read = (cells: string[], more: Partial<ImportChoices> = {}, row = 2) =>
  readRow(row, cells, { choices: { ...choices, ...more }, house, beds, now });
const stay = (cells: string[], row = 2): EarlierStay => {
  const found = read(cells, {}, row);
  if (typeof found === 'string') throw new Error(found);
  return found;
};
const empty: OnFile = { beds, claims: [], there: new Map(), guestDays: [] };

describe('one row', () => {
  it('with days only counts from 3 pm to 11 am, and its leaving says that the hour is not known', () => {
    const { arrivedAt, leftAt, isHourKnown, arrivalDay, departureDay, firstPlannedDay } = stay([
      '',
      '',
      'Maple',
      '2026-03-02',
      '2026-03-05',
    ]);
    expect([String(arrivedAt), String(leftAt), isHourKnown]).toEqual([
      '2026-03-02T20:00:00Z',
      '2026-03-05T16:00:00Z',
      false,
    ]);
    expect([arrivalDay, departureDay, firstPlannedDay].map(String)).toEqual([
      '2026-03-02',
      '2026-03-05',
      '2026-03-05',
    ]);
  });

  it('belongs to the house day of its hours (R1)', () => {
    const { arrivalDay, departureDay } = stay([
      '',
      '',
      'attic maple',
      '2026-03-05 02:00',
      '2026-03-05 10:00',
    ]);
    expect([arrivalDay, departureDay].map(String)).toEqual(['2026-03-04', '2026-03-05']);
  });

  it('of a visit within one day takes no time, and none is planned before the day after', () => {
    const { arrivedAt, leftAt, firstPlannedDay } = stay(['', '', 'Maple', '2026-03-02', '2026-03-02']);
    expect([leftAt.equals(arrivedAt), String(firstPlannedDay)]).toEqual([true, '2026-03-03']);
  });

  it.each<[string, string[]]>([
    ['They left before they arrived', ['', '', 'Maple', '2026-03-02 10:00', '2026-03-02 09:00']],
    [
      'The leaving is in the future. Only stays that are over come in',
      ['', '', 'Maple', '2026-11-20', '2026-11-24'],
    ],
    ['This stay has not ended. Only stays that are over come in', ['', '', 'Maple', '2026-11-20', '']],
    ['The day of the arrival is missing', ['', '', 'Maple', '', '2026-11-20']],
    [
      'The hour of the arrival did not exist: the clock was put forward',
      ['', '', 'Maple', '2026-03-08 02:30', '2026-03-09'],
    ],
    [
      'The first planned day is not after the arrival',
      ['', '', 'Maple', '2026-03-02', '2026-03-05', '2026-03-02'],
    ],
    ['The first planned day is too far away', ['', '', 'Maple', '2026-03-02', '2026-03-05', '2028-03-02']],
    [
      'Stayed before: “maybe” is neither yes nor no',
      ['', '', 'Maple', '2026-03-02', '2026-03-05', '', 'maybe'],
    ],
    [
      'How it ended: “Died” is on none of our lists',
      ['', '', 'Maple', '2026-03-02', '2026-03-05', '', '', 'Died'],
    ],
    [
      'The name is too long. Use at most 100 characters',
      ['x'.repeat(101), '', 'Maple', '2026-03-02', '2026-03-05'],
    ],
  ])('says: %s', (sentence, cells) => expect(read(cells)).toBe(sentence));

  it('counts unknown words as not asked where that was chosen', () => {
    const found = read(['', '', 'Maple', '2026-03-02', '2026-03-05', '', 'maybe', 'Died'], {
      skipsUnknownWords: true,
    });
    expect(found).toMatchObject({ stayedBefore: 'not-asked', ending: 'not_asked' });
  });

  it('is the same with the same number, whatever the name; else with the same name', () => {
    const one = stay(['Lou', '7', 'Maple', '2026-03-02', '2026-03-05']);
    expect(stay(['Louise', '7', 'Maple', '2026-03-02', '2026-03-05']).sameAs).toBe(one.sameAs);
    expect(stay(['Lou', '8', 'Maple', '2026-03-02', '2026-03-05']).sameAs).not.toBe(one.sameAs);
    expect(stay(['LÓU', '', 'Maple', '2026-03-02', '2026-03-05']).sameAs).toBe(
      stay(['lou', '', 'Maple', '2026-03-02', '2026-03-05']).sameAs,
    );
    expect(stay(['Lou', '7', 'Cedar', '2026-03-02', '2026-03-05']).sameAs).not.toBe(one.sameAs);
  });

  it('for any cells is a stay or a sentence', () =>
    fc.assert(fc.property(fc.array(fc.string(), { maxLength: 9 }), (cells) => void read(cells))));
});

describe('the columns', () => {
  it('are guessed from their headers, each fact once', () =>
    expect(
      guessFacts([
        'Guest ID',
        'Client name',
        'Bed #',
        'Check-in date',
        'Discharge date',
        'Planned discharge',
        'Referral source',
        'Guest',
        '',
      ]),
    ).toEqual(['number', 'name', 'bed', 'arrived', 'left', 'planned', 'heard', null, null]));

  it('need bed, arrival and leaving, and tell nothing twice', () => {
    expect(() => checkFacts(['bed', 'arrived', null])).toThrow('Choose the column for this: Left');
    expect(() => checkFacts(['bed', 'arrived', 'left', 'bed'])).toThrow(
      'Another column tells this already: Bed',
    );
    expect(() => checkFacts(['left', 'arrived', 'bed'])).not.toThrow();
  });

  it('may hold a name wherever a letter stands', () =>
    expect(['2026-03-02T16:30', '4:30 pm', '007', '+1 555-0100', 'Bo', 'Pam', '雪'].map(isNoName)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]));
});

describe('rows against the house and one another', () => {
  it('open a bed from its first night in the file on, where that was chosen', () => {
    const early = [stay(['', '', 'Maple', '2019-03-02', '2019-03-05'])];
    expect(checkRows(early, empty, false).problems).toMatchObject([{ row: 2, why: 'taken', by: null }]);
    const { good, opened } = checkRows(early, empty, true);
    expect([good.length, opened.map(({ firstNight }) => String(firstNight))]).toEqual([1, ['2019-03-02']]);
  });

  it('never put a visit within a day over somebody’s night away from its edges', () => {
    const rows = [
      stay(['', '', 'Maple', '2026-03-02', '2026-03-05'], 2),
      stay(['', '', 'Maple', '2026-03-04', '2026-03-04'], 3),
      stay(['', '', 'Maple', '2026-03-05', '2026-03-05'], 4),
    ];
    const { good, problems } = checkRows(rows, empty, false);
    expect([good.map(({ row }) => row), problems.map(({ row }) => row)]).toEqual([[2, 4], [3]]);
  });

  it('come in whatever their order in the file', () => {
    const rows = [
      stay(['', '7', 'Maple', '2026-03-10', '2026-03-12'], 2),
      stay(['', '7', 'Maple', '2026-03-02', '2026-03-05'], 3),
      stay(['', '7', 'Maple', '2026-03-05', '2026-03-10'], 4),
    ];
    expect(checkRows(rows, empty, false).problems).toEqual([]);
  });

  it('keep a guest of an earlier import to one bed a night', () => {
    const rows = [
      stay(['', '7', 'Maple', '2026-03-02', '2026-03-05'], 2),
      stay(['', '7', 'Cedar', '2026-04-02', '2026-04-05'], 3),
    ];
    const file: OnFile = {
      ...empty,
      there: new Map([[2, 'lou']]),
      guestDays: [{ guestId: 'lou', firstNight: day('2026-04-04'), endNight: day('2026-04-06') }],
    };
    expect(checkRows(rows, file, false).problems).toMatchObject([{ row: 3, why: 'guest' }]);
  });

  it('for any rows give no bed and no guest a night twice, and lose no row', () => {
    const row = fc.record({
      bed: fc.constantFrom('Maple', 'Cedar'),
      number: fc.constantFrom('', '1', '2', '3'),
      from: fc.integer({ min: 0, max: 20 }),
      nights: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), (cells) => {
        const rows = cells.map(({ bed: name, number, from, nights }, place) => {
          const first = day('2026-02-20').add({ days: from });
          return stay(['', number, name, String(first), String(first.add({ days: nights }))], place + 2);
        });
        const { good, problems } = checkRows(rows, empty, false);
        expect(good.length + problems.length).toBe(rows.length);
        for (const key of [
          (each: EarlierStay) => each.bed.id,
          (each: EarlierStay) => each.guestKey ?? `${each.row}`,
        ]) {
          const taken = good.flatMap((each) => nightsOf(each).map((night) => `${key(each)} ${night}`));
          expect(new Set(taken).size).toBe(taken.length);
        }
      }),
    );
  });
});

const nightsOf = ({ arrivalDay, departureDay }: EarlierStay): string[] =>
  Array.from({ length: arrivalDay.until(departureDay).days }, (_, night) =>
    String(arrivalDay.add({ days: night })),
  );
