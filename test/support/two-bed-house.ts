import { leave, moveTo, type Told, welcome } from './february-house.js';
import { type House, openHouse } from './open-house.js';

/** The first half of February 2026, as the worked example of the definitions has it. */
export const HALF = 'from=2026-02-01&to=2026-02-14';

const ada: Told = { name: 'Ada', bed: 'North', arrived: '2026-01-30T15:00', left: '2026-02-03T11:00' };
const stays: Told[] = [
  ada,
  { name: 'Cy', bed: 'South', arrived: '2026-02-02T01:30', left: '2026-02-04T09:00' },
  { name: 'Bo', bed: 'North', arrived: '2026-02-03T16:00', left: '2026-02-08T10:00' },
];

/** North and South up to 13 February, 10 am: Di is here, and planned to leave that day. */
export async function twoBedHouse(): Promise<{ house: House; di: string }> {
  const house = await openHouse({ beds: 'North\nSouth', startAt: '2026-01-29T18:00:00Z' });
  await closeSouth(house);
  for (const told of stays) await leave(house, await welcome(house, told), told.left!);
  const di = await welcome(house, {
    ...{ name: 'Di', bed: 'South', arrived: '2026-02-07T18:00', left: null },
    says: { departureDay: '2026-02-13' },
  });
  moveTo(house, '2026-02-09T14:00');
  const desk = await house.signIn();
  const moved = await desk.fill(`${di}/move`, {
    bedId: await idOf(house, 'North'),
    reason: 'Quieter',
    confirmNotReady: 'yes',
  });
  if (moved.status !== 303) throw new Error(`move: ${moved.status}`);
  const sql = `SELECT s.guest_id AS id FROM stays s JOIN guests g ON g.id = s.guest_id WHERE g.name = 'Ada'`;
  const again = { ...ada, bed: 'South', arrived: '2026-02-10T20:00' };
  const [guest] = await house.rows<{ id: string }>(sql);
  await leave(house, await welcome(house, again, guest!.id), '2026-02-10T22:00');
  await welcome(house, {
    ...{ name: 'Eve', bed: 'South', arrived: '2026-02-12T12:00', left: null },
    says: { departureDay: '2026-02-18' },
  });
  moveTo(house, '2026-02-13T10:00');
  return { house, di };
}

/** Di leaves that day at noon; the house is read on 1 April. */
export async function untilApril(house: House, di: string): Promise<void> {
  await leave(house, di, '2026-02-13T12:00');
  house.clock.moveTo('2026-04-01T15:00:00Z');
}

export const idOf = async (house: House, bed: string): Promise<string> =>
  (await house.rows<{ id: string }>('SELECT id FROM beds WHERE name = ?', [bed]))[0]!.id;

async function closeSouth(house: House): Promise<void> {
  const desk = await house.signIn('coordinator');
  const bed = `/beds/${await idOf(house, 'South')}`;
  const nights = { firstNight: '2026-02-05', lastNight: '2026-02-06', reason: 'repair', note: 'A pipe' };
  const answer = await desk.fill(bed, nights, `${bed}/closures`);
  if (answer.status !== 303) throw new Error(`closure: ${answer.status}`);
}
