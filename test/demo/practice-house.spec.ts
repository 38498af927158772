import { rm } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import { verifyHouse } from '../../src/database/beside.js';
import { makePracticeHouse } from '../../src/demo/practice-house.js';
import { PRACTICE_PASSPHRASE, PRACTICE_WORDS, practicePeople } from '../../src/domain/practice.js';
import { read } from '../support/desk.js';
import { tempFolder } from '../support/files.js';
import { openHouse } from '../support/open-house.js';

/** Wed 25 Nov 2026, 7 pm in the house. */
const NOW = '2026-11-26T01:00:00Z';
const WEEKS = 8;

const make = (folder: string, now = NOW) => makePracticeHouse(folder, Temporal.Instant.from(now), WEEKS);

const WHO_WHEN_WHERE = `SELECT guest.name, stay.arrived_at, stay.planned_day, stay.left_at, bed.name AS bed, ending, destination, own_words
  FROM stays stay JOIN guests guest ON guest.id = stay.guest_id JOIN bed_segments part ON part.stay_id = stay.id
  JOIN beds bed ON bed.id = part.bed_id LEFT JOIN departures departure ON departure.stay_id = stay.id
  ORDER BY stay.arrived_at, bed.name`;

describe('a practice house', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await tempFolder();
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const rowsOf = async (sql: string) => {
    const house = await openHouse({ folder, startAt: NOW });
    const rows = await house.rows(sql);
    await house.stop();
    return rows;
  };

  it('is a sound file that says of itself that it is practice, and the same at any hour of a day', async () => {
    await make(folder);
    expect(await verifyHouse(folder)).toBeNull();
    const first = await rowsOf(WHO_WHEN_WHERE);
    expect(first.length).toBeGreaterThan(30);
    expect(await rowsOf('SELECT is_practice AS practice FROM house')).toEqual([{ practice: 1 }]);
    await make(folder, '2026-11-25T10:01:00Z');
    expect(await rowsOf(WHO_WHEN_WHERE)).toEqual(first);
  });

  it('has a yes for each thing a guest can agree to', async () => {
    await make(folder);
    const told = await rowsOf('SELECT DISTINCT purpose FROM consents ORDER BY purpose');
    expect(told.map(({ purpose }) => purpose)).toEqual(['alternate', 'follow-up', 'research', 'things']);
  });

  it('has answers of a part of its stays, at arrival, at leaving and later, some of them in words, some none', async () => {
    await make(folder);
    const told = await rowsOf(`SELECT
      (SELECT count(DISTINCT stay_id) FROM answer_sets) BETWEEN 3 AND (SELECT count(*) - 3 FROM stays) AS part,
      (SELECT count(DISTINCT moment) FROM answer_sets) AS moments,
      (SELECT count(DISTINCT outcome) FROM answers) AS outcomes,
      (SELECT count(*) > 0 FROM answers WHERE words IS NOT NULL) AS words`);
    expect(told).toEqual([{ part: 1, moments: 3, outcomes: 4, words: 1 }]);
  });

  it('has what was there for most guests who left, some of it skipped', async () => {
    await make(folder);
    const told = await rowsOf(`SELECT
      (SELECT count(DISTINCT stay_id) FROM support_told) * 2 > (SELECT count(*) FROM stays WHERE left_at IS NOT NULL) AS most,
      (SELECT count(DISTINCT answer) FROM support_kinds) AS answers`);
    expect(told).toEqual([{ most: 1, answers: 5 }]);
  });

  it('has beds that fit: step-free, quiet and more', async () => {
    await make(folder);
    const house = await openHouse({ folder, startAt: NOW });
    const people = await house.rows<{ id: string }>(`SELECT id FROM people WHERE name = 'Rosa'`);
    const desk = house.desk();
    await desk.signIn(people[0]!.id, PRACTICE_PASSPHRASE);
    const $ = await desk.visit('/check-in');
    for (const words of ['Step-free', 'quiet']) expect(read($, 'main')).toContain(words);
    await house.stop();
  });

  it('shows one of everything on its board, and goes on from there', async () => {
    await make(folder);
    const house = await openHouse({ folder, startAt: NOW });
    const people = await house.rows<{ id: string; name: string; role: string }>(
      'SELECT id, name, role FROM people',
    );
    expect(people.map(({ name, role }) => ({ name, role }))).toEqual(
      expect.arrayContaining([...practicePeople]),
    );
    const desk = house.desk();
    await desk.signIn(people.find(({ name }) => name === 'Rosa')!.id, PRACTICE_PASSPHRASE);
    const board = await desk.visit('/');
    const beds = board('[data-bed]')
      .toArray()
      .map((bed) =>
        ['data-bed', 'data-status', 'data-flags']
          .map((name) => board(bed).attr(name))
          .join(' ')
          .trim(),
      );
    expect(beds).toEqual([
      'Maple staying away',
      'Cedar staying staying-on two-for-one-bed',
      'Birch staying leaving-today',
      'Aspen getting-ready',
      'Fern free',
      'Rowan closed',
    ]);
    expect(read(board, '.practice')).toBe(PRACTICE_WORDS);
    const shift = await desk.visit('/shift');
    expect(read(shift, '[aria-labelledby=something]')).toMatch(
      /upstairs bathroom drips.*Tell a coordinator: was due/,
    );
    expect(read(shift, '[aria-labelledby=supplies]')).toMatch(
      /Naloxone.*time for a new one.*Look: Smoke alarms/,
    );
    expect(read(shift, 'main')).not.toContain('Practice walk-in clinic');
    const ines = house.desk();
    await ines.signIn(people.find(({ name }) => name === 'Ines')!.id, PRACTICE_PASSPHRASE);
    expect(read(await ines.visit('/shift'), 'main')).toContain('Practice walk-in clinic · A guest told of');
    const places = await ines.visit('/places');
    expect(places('main .list a[href^="/places/"]').length).toBeGreaterThan(12);
    expect(read(places, '[aria-labelledby=trouble]')).toMatch(
      /walk-in clinic · \d+ reports? of trouble · \d+ reports? not/,
    );
    const [made] = await house.rows<Record<string, number>>(`SELECT count(*) AS connections,
      (SELECT count(*) FROM connection_answers) AS answers FROM connections`);
    expect(made!.connections).toBeGreaterThan(made!.answers!);
    expect(made!.answers).toBeGreaterThan(0);
    const welcomed = await desk.fill('/check-in', { name: 'Sam', departureDay: '2026-11-27' });
    expect(welcomed.status).toBe(303);
    await house.stop();
  });

  it('is not made where a real house stands', async () => {
    const real = await openHouse();
    await real.stop();
    await expect(make(real.folder)).rejects.toThrow('is not a practice house');
    const again = await openHouse({ folder: real.folder });
    expect(await again.rows('SELECT name FROM people')).toEqual([{ name: 'Marta' }]);
    await again.close();
  });
});
