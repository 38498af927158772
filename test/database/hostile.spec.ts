import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { RawFile } from '../../src/database/raw-file.js';
import {
  absence,
  answerSet,
  supportTold,
  death,
  hostileStatements,
  paperSheet,
  part,
  refusedByForeignKeys,
  said,
  stay,
  taking,
} from './hostile-statements.js';
import { everyRow, peopledHouse } from './peopled-house.js';

interface Trigger {
  name: string;
  table: string;
}

const outcomeOf = (file: RawFile, sql: string): Promise<string> =>
  file.exec(sql).then(
    () => 'accepted',
    (error: Error) => error.message,
  );

describe('the house file against direct SQL (R5, R7)', () => {
  let path: string;
  let file: RawFile;

  beforeEach(async () => {
    path = await peopledHouse();
    file = await RawFile.writing(path);
  });

  afterEach(async () => {
    await file.close();
    await rm(dirname(path), { recursive: true, force: true });
  });

  it.each([
    ['with foreign keys, as on our own connections', 'ON', [...hostileStatements, ...refusedByForeignKeys]],
    ['without them, as a shell opens it', 'OFF', hostileStatements],
  ])('loses and doubles nothing %s', async (_, keys, statements) => {
    await file.exec(`PRAGMA foreign_keys = ${keys}`);
    const before = await everyRow(file);
    for (const sql of statements) {
      const outcome = await outcomeOf(file, `BEGIN; ${sql}; COMMIT`);
      await file.exec('ROLLBACK').catch(() => undefined);
      const isSuspect = outcome === 'accepted';
      if (isSuspect && (await everyRow(file)) !== before)
        throw new Error(`accepted, and something changed: ${sql}`);
    }
    expect(await everyRow(file)).toBe(before);
  });

  // The control: whatever is not needed to refuse any of them has no place in the file, but for what keeps search and counter in step
  it('needs each of its triggers', async () => {
    const useless: string[] = [];
    for (const trigger of await triggers(file)) {
      await file.exec(`BEGIN; DROP TRIGGER ${trigger.name}`);
      if (!(await letsSomethingThrough(file, trigger))) useless.push(trigger.name);
      await file.exec('ROLLBACK');
    }
    expect(useless).toEqual([]);
  }, 120_000);

  it.each(secondLayer())('has the key %s behind the triggers', async (index, sql) => {
    for (const { name } of await triggers(file)) await file.exec(`DROP TRIGGER ${name}`);
    expect(await outcomeOf(file, sql)).toMatch(/UNIQUE constraint failed/);
    if (index === 'of bed_nights') return;
    await file.exec(`DROP INDEX ${index}`);
    expect(await outcomeOf(file, sql)).toBe('accepted');
  });

  it('has a second layer for every unique index', async () => {
    const rows = await file.rows<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE UNIQUE INDEX%'`,
    );
    const tried = secondLayer().map(([index]) => index);
    expect(rows.map(({ name }) => name).filter((name) => !tried.includes(name))).toEqual([]);
  });
});

const triggers = (file: RawFile): Promise<Trigger[]> =>
  file.rows<Trigger>(
    `SELECT name, tbl_name AS "table" FROM sqlite_schema WHERE type = 'trigger' AND name NOT LIKE 'search%' AND name NOT LIKE 'counted%'`,
  );

async function letsSomethingThrough(file: RawFile, { table }: Trigger): Promise<boolean> {
  let changes = await totalChanges(file);
  await file.exec('SAVEPOINT attempt');
  // OR ROLLBACK would end the transaction in which the trigger is gone
  for (const sql of likelyFirst(table).filter((each) => !each.includes('OR ROLLBACK'))) {
    const wasAccepted = (await outcomeOf(file, sql)) === 'accepted';
    // Only OR FAIL leaves something behind of what was refused half way
    if (!wasAccepted && !sql.includes('OR FAIL')) continue;
    const since = await totalChanges(file);
    if (wasAccepted && since > changes) return true;
    await file.exec('ROLLBACK TO attempt');
    changes = since;
  }
  return false;
}

/** Those written against this table, then those that speak of it, then all others. */
function likelyFirst(table: string): string[] {
  const written = new RegExp(`(INTO|UPDATE( OR \\w+)?|FROM) +${table}\\b`);
  const against = hostileStatements.filter((sql) => written.test(sql));
  const about = hostileStatements.filter((sql) => !written.test(sql) && sql.includes(table));
  const others = hostileStatements.filter((sql) => !sql.includes(table));
  return [...against, ...about, ...others];
}

async function totalChanges(file: RawFile): Promise<number> {
  return (await file.rows<{ changes: number }>('SELECT total_changes() AS changes'))[0]!.changes;
}

/** Each key, and a statement that this key alone refuses once the triggers are gone. */
function secondLayer(): [string, string][] {
  const departure = `departures SELECT 'again', stay_id, left_at, left_about, ending, destination, own_words, in_touch,
    keys_back, things_left, NULL, things_until FROM departures LIMIT 1`;
  const rows: [string, string][] = [
    ['of bed_nights', `bed_nights VALUES ('north', '2026-03-06', NULL, 'part-ada')`],
    ['bed_nights_one_bed_per_guest', `bed_nights VALUES ('south', '2026-03-05', 'ada', 'part-ada')`],
    [
      'imported_stays_one_for_a_row',
      `imported_stays VALUES ('stay-ada', 'book', 3, '${'a'.repeat(64)}', NULL)`,
    ],
    [
      'imported_stays_of_an_import',
      `imported_stays VALUES ('stay-ada', 'book', 2, '${'c'.repeat(64)}', NULL)`,
    ],
    ['note_taken_back_once', taking('new', `'gone-bins'`, 'NULL')],
    ['guest_note_taken_back_once', taking('new', 'NULL', `'gone-ada'`)],
    ['deaths_one_of_a_guest', death('new', 'bo')],
    ['support_is_told_in_order', supportTold('new')],
    ['answer_sets_once', answerSet('new', 'leaving')],
    ['answer_sets_once_at_a_follow_up', answerSet('new', 'follow-up', 'reached-bo')],
    ['paper_sheets_one_open', paperSheet('new')],
    ['absences_one_open_per_stay', absence('new', 'stay-ada', '03-20', null)],
    ['stay_tasks_in_order', said('new', 1)],
    ['segments_one_open_per_bed', part('new', 'stay-bo', 'north', '03-20', null)],
    ['segments_one_open_per_stay', part('new', 'stay-ada', 'south', '03-20', null)],
    ['stays_one_open_per_guest', stay('new', 'ada', '03-04', null)],
    ['departures_one_per_stay', departure],
    [
      'turnovers_one_open_per_bed',
      `turnovers VALUES ('new', 'south', 'part-bo', '2026-03-02T15:00:00Z', NULL, NULL)`,
    ],
    [
      'follow_ups_one_of_a_point',
      `follow_ups VALUES ('new', 'stay-bo', 'consent-bo', '3d', '2026-04-01', NULL, NULL, NULL, NULL, 1, NULL, NULL, 3)`,
    ],
    ['stay_limits_one_from_a_day', `stay_limits VALUES ('new', NULL, '2026-01-01', 7, NULL, NULL)`],
    ['list_entries_in_order', `list_entries VALUES ('endings', 1, 1, 'new', 'Went', NULL, NULL)`],
    [
      'list_entries_read_apart',
      `list_entries VALUES ('endings', 1, 99, 'new', 'left AS planned', NULL, NULL)`,
    ],
    ['beds_one_of_a_name', `beds VALUES ('new', 'NORTH', NULL, 1, '2026-01-01', NULL, 1, '')`],
    [
      'people_one_of_a_name',
      `people SELECT 'new', 'MARTA', role, passphrase_hash, theme, added_at, NULL, 1, 0 FROM people LIMIT 1`,
    ],
    [
      'things_are_gone_once',
      `things_gone VALUES ('new', 'left-bo', 'sent', 'marta', '2026-03-02T18:00:00Z', NULL)`,
    ],
  ];
  return rows.map(([index, row]) => [index, `INSERT INTO ${row}`]);
}
