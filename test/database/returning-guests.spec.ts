import { EarlierFile } from './earlier-file.js';

/** What stood in a file before links and the search: guests, and beds that were kept for one of them. */
const BEFORE = [
  `INSERT INTO people VALUES ('theo', 'Theo', 'staff', '$argon2id$x', 'day', '2026-02-01T09:00:00Z', NULL, 1)`,
  ...['north', 'south', 'east'].map(
    (bed, place) => `INSERT INTO beds VALUES ('${bed}', '${bed}', NULL, ${place}, '2026-01-01', NULL, 1, '')`,
  ),
  `INSERT INTO guests VALUES ('ada', 'José Díaz', 'jose diaz', NULL, '2026-02-01T09:00:00Z', 1)`,
  `INSERT INTO guests VALUES ('bo', 'Bo', 'bo', NULL, '2026-02-01T09:00:00Z', 1)`,
  `INSERT INTO guests VALUES ('nobody', NULL, NULL, NULL, '2026-02-01T09:00:00Z', 1)`,
  ...hold('for-bo', 'north', 'bo', '2026-03-10'),
  ...hold('for-ada', 'south', 'ada', '2026-03-10'),
  ...hold('for-ada-too', 'east', 'ada', '2026-03-10'),
];

function hold(id: string, bed: string, guest: string, night: string): string[] {
  const nights = `'${night}', date('${night}', '+1 day')`;
  return [
    `INSERT INTO claims VALUES ('${id}', 'hold', '${bed}', NULL, ${nights})`,
    `INSERT INTO holds VALUES ('${id}', '${bed}', NULL, '${guest}', ${nights}, '${night}T23:00:00Z', NULL, 'theo',
      '2026-03-02T15:00:00Z', NULL, NULL, NULL, 1)`,
  ];
}

describe('a file from before guests could be linked', () => {
  let file: EarlierFile;

  beforeEach(async () => {
    file = await EarlierFile.migrated('ReturningGuests1767225607000', BEFORE);
  });

  afterEach(() => file.remove());

  it('finds the guests it had', async () => {
    expect(
      await file.rows('SELECT number / 10000000 AS length, guest_id AS id FROM guest_names ORDER BY 1'),
    ).toEqual([
      { length: 2, id: 'bo' },
      { length: 9, id: 'ada' },
    ]);
    const found = `SELECT guest_id AS id FROM guest_names WHERE number IN
      (SELECT rowid FROM guest_trigrams WHERE guest_trigrams MATCH '"jos" AND "iaz"')`;
    expect(await file.rows(found)).toEqual([{ id: 'ada' }]);
  });

  it('claims in their name what was kept for them, where nobody has two beds by it', async () => {
    expect(await file.rows('SELECT id, guest_key AS key FROM claims ORDER BY id')).toEqual([
      { id: 'for-ada', key: null },
      { id: 'for-ada-too', key: null },
      { id: 'for-bo', key: 'bo' },
    ]);
    expect(await file.rows('SELECT claim_id AS id FROM bed_nights WHERE guest_key IS NOT NULL')).toEqual([
      { id: 'for-bo' },
    ]);
  });
});
