import { Temporal } from 'temporal-polyfill';
import { paths } from '../../src/web/paths.js';
import type { Fields } from './desk.js';
import { type House, openHouse } from './open-house.js';

/** A bed, a name and own words that would run in a spreadsheet which took them for a formula. */
export const FORMULA = '=cmd()';

export const FEBRUARY = 'from=2026-02-01&to=2026-02-14';

export interface Told {
  name: string;
  bed: string;
  /** By the clock on the wall of the house; `left` is null while the guest is here. */
  arrived: string;
  left: string | null;
  says?: Fields;
  leaves?: Fields;
  /** Written down by mistake, and taken back. */
  isMistake?: boolean;
}

/** The worked example of the definitions, told with answers of every kind. */
const stays: Told[] = [
  { name: 'Ada', bed: 'North', arrived: '2026-01-30T15:00', left: '2026-02-03T11:00' },
  {
    name: 'Cy',
    bed: FORMULA,
    arrived: '2026-02-02T01:30',
    left: '2026-02-04T09:00',
    says: { stayedBefore: 'not-said' },
    leaves: { ending: 'early_choice', destination: 'not_said' },
  },
  {
    name: `${FORMULA} José`,
    bed: 'North',
    arrived: '2026-02-03T16:00',
    left: '2026-02-08T10:00',
    says: { stayedBefore: '' },
    leaves: { destination: 'not_known', ownWords: FORMULA, followUpConsent: 'not-asked' },
  },
  {
    name: 'Di',
    bed: FORMULA,
    arrived: '2026-02-07T18:00',
    left: '2026-02-13T12:00',
    leaves: {
      destination: 'not_asked',
      followUpConsent: 'yes',
      point: ['3d', '30d', '180d'],
      channel: 'call',
      detail: '+1 555-0100',
      thingsLeft: FORMULA,
    },
  },
  { name: 'Ada', bed: 'Third', arrived: '2026-02-09T15:00', left: null, isMistake: true },
  {
    name: 'Ada',
    bed: 'Third',
    arrived: '2026-02-10T20:00',
    left: '2026-02-10T22:00',
    leaves: { destination: 'family' },
  },
  { name: 'Eve', bed: 'North', arrived: '2026-02-12T12:00', left: null },
];

/** A house in which the worked example has happened, read on 1 April; a check-in and a leaving in it were taken back. */
export async function februaryHouse(): Promise<House> {
  const house = await openHouse({ beds: `North\n${FORMULA}\nThird`, startAt: '2026-01-29T18:00:00Z' });
  const guests = new Map<string, string>();
  for (const told of stays) {
    const address = await welcome(house, told, guests.get(told.name));
    const sql = 'SELECT guest_id AS id FROM stays WHERE id = ?';
    guests.set(told.name, (await house.rows<{ id: string }>(sql, [address.split('/')[2]]))[0]!.id);
    if (told.isMistake) await undoLast(house, address);
    if (told.left !== null) await leave(house, address, told.left, told.leaves);
  }
  await takenBack(house);
  house.clock.moveTo('2026-04-01T15:00:00Z');
  return house;
}

export const moveTo = (house: House, local: string) =>
  house.clock.moveTo(
    Temporal.PlainDateTime.from(local).toZonedDateTime('America/Chicago').toInstant().toString(),
  );

export async function welcome(
  house: House,
  { name, bed, arrived, says }: Told,
  guestId = '',
): Promise<string> {
  moveTo(house, arrived);
  const desk = await house.signIn();
  const $ = await desk.visit('/');
  const bedId = $('[data-bed]')
    .toArray()
    .find((each) => $(each).attr('data-bed') === bed)!;
  const answer = await desk.fill(paths.checkIn(), {
    name,
    guestId,
    bedId: $(bedId).attr('data-bed-id')!,
    departureDay: Temporal.PlainDate.from(arrived.slice(0, 10)).add({ days: 2 }).toString(),
    stayedBefore: 'no',
    confirmNotReady: 'yes',
    ...says,
  });
  if (answer.status !== 303) throw new Error(`${name}: ${answer.status}`);
  return answer.headers.location!;
}

export async function leave(house: House, address: string, left: string, leaves: Fields = {}): Promise<void> {
  moveTo(house, left);
  const desk = await house.signIn();
  const answers = { ending: 'planned', destination: 'own_place', followUpConsent: 'no', ...leaves };
  const answer = await desk.fill(`${address}/departure`, answers);
  if (answer.status !== 303) throw new Error(`${address}: ${answer.status}`);
}

/** On 13 February somebody recorded that Eve left: she had not. */
async function takenBack(house: House): Promise<void> {
  const sql = 'SELECT id FROM stays WHERE left_at IS NULL AND undone_at IS NULL';
  const [eve] = await house.rows<{ id: string }>(sql);
  await leave(house, paths.stay(eve!.id), '2026-02-13T16:00', { ending: 'police', destination: 'jail' });
  await undoLast(house, paths.stay(eve!.id));
}

async function undoLast(house: House, address: string): Promise<void> {
  const desk = await house.signIn();
  const $ = await desk.visit(address);
  const undo = $('form[action^="/undo/"]').first().attr('action')!;
  const answer = await desk.send($, undo);
  if (answer.status !== 303) throw new Error(`undo: ${answer.status}`);
}

export const LONG_AGO = 'from=2022-01-01&to=2024-12-31';

/** One stay of each length from 0 to `longest` nights, one after another. */
export async function longAgo(house: House, longest = 40): Promise<void> {
  const day = (nights: string) => `date('2022-01-01', (${nights}) || ' days')`;
  await house.write((tx) =>
    tx.query(
      `WITH RECURSIVE stay (n, first) AS (VALUES (0, 0) UNION ALL SELECT n + 1, first + n FROM stay WHERE n < ?)
        INSERT INTO stays (id, guest_id, stayed_before, arrived_at, arrival_day, first_planned_day, planned_day, left_at,
          departure_day, version)
        SELECT 'long-ago-' || n, (SELECT guest_id FROM stays WHERE left_at IS NOT NULL LIMIT 1), 'no',
          ${day('first')} || 'T18:00:00Z', ${day('first')}, ${day('first + 1')}, ${day('first + 1')},
          ${day('first + n')} || 'T23:00:00Z', ${day('first + n')}, 1 FROM stay`,
      [longest],
    ),
  );
}

/** So many stays of 0 nights on one day, more than are read at once. */
export async function manyStays(house: House, count: number): Promise<void> {
  await house.write((tx) =>
    tx.query(
      `WITH RECURSIVE stay (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM stay WHERE n < ?)
        INSERT INTO stays (id, guest_id, stayed_before, arrived_at, arrival_day, first_planned_day, planned_day, left_at,
          departure_day, version)
        SELECT 'many-' || n, (SELECT guest_id FROM stays WHERE left_at IS NOT NULL LIMIT 1), 'no',
          '2020-05-05T15:00:00Z', '2020-05-05', '2020-05-06', '2020-05-06', '2020-05-05T16:00:00Z', '2020-05-05', 1
        FROM stay`,
      [count],
    ),
  );
}

export const MANY = 'from=2020-05-05&to=2020-05-05';
