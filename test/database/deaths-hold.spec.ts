import { EarlierFile } from './earlier-file.js';

const WHEN = '2026-03-05T09:00:00Z';
const consent = (id: string, withdrawnAt: string | null) =>
  `INSERT INTO consents (id, guest_id, stay_id, purpose, channel, voicemail, say_house_name, given_at, given_on, withdrawn_at)
    VALUES ('${id}', 'ada', 'stay', 'follow-up', 'they-call', 0, 0, '2026-03-02T09:00:00Z', '2026-03-02',
      ${withdrawnAt === null ? 'NULL' : `'${withdrawnAt}'`})`;

/** Two yes answers that a death ended, one that the guest had taken back before. */
const BEFORE = [
  `INSERT INTO people VALUES ('theo', 'Theo', 'staff', '$argon2id$x', 'day', '2026-02-01T09:00:00Z', NULL, 1)`,
  `INSERT INTO guests VALUES ('ada', 'Ada', 'ada', NULL, '2026-02-01T09:00:00Z', 1)`,
  `INSERT INTO stays (id, guest_id, arrived_at, arrival_day, first_planned_day, planned_day, left_at, departure_day, stayed_before, version)
    VALUES ('stay', 'ada', '2026-03-01T21:00:00Z', '2026-03-01', '2026-03-02', '2026-03-02', '2026-03-02T09:00:00Z', '2026-03-02', 'no', 2)`,
  consent('one', WHEN),
  consent('two', WHEN),
  consent('taken-back', '2026-03-03T09:00:00Z'),
  `INSERT INTO acts (number, id, kind, stay_id, at, house_day, person_id, details)
    VALUES (1, 'death', 'stay.died', 'stay', '${WHEN}', '2026-03-05', 'theo', '{"ended":"one two"}')`,
];

describe('a file in which a death ended what was agreed', () => {
  it('knows that the death holds it, and that the guest took the other back themselves', async () => {
    const file = await EarlierFile.migrated('DeathsHold1767225616000', BEFORE);
    const rows = await file.rows('SELECT id, held_by FROM consents ORDER BY id');
    await file.remove();
    expect(rows).toEqual([
      { id: 'one', held_by: 'ada' },
      { id: 'taken-back', held_by: null },
      { id: 'two', held_by: 'ada' },
    ]);
  });
});
