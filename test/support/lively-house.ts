import type { Desk } from './desk.js';
import { type House, openHouse } from './open-house.js';

export type LivelyHouse = Awaited<ReturnType<typeof livelyHouse>>;

const LEAVES = { ending: 'planned', destination: 'family' };
const BEDS = Array.from({ length: 40 }, (_, index) => `Attic / Bed ${index + 1}`);

/** A house in which something of everything has happened: a guest here, one who left, a draft, a bed to make up, a house note, a call. */
export async function livelyHouse(name = 'Lou Halfway', isPractice = false) {
  const house = await openHouse({ beds: BEDS.map((bed) => bed.split(' / ')[1]).join('\n'), isPractice });
  const desk = await house.signIn('manager');
  const stay = await checkIn(desk, name);
  const left = await checkIn(desk, `${name} Jr`);
  house.clock.advance({ minutes: 30 });
  await desk.fill(`${left}/departure`, {
    ...LEAVES,
    followUpConsent: 'yes',
    point: '3d',
    channel: 'call',
    detail: '555-0111',
  });
  await desk.fill('/notes', { text: 'Bins out', lives: 'done' });
  await desk.fill('/calls', { outcome: 'talked' });
  const [guests, beds, people, acts, followUps] = await Promise.all(
    ['guests', 'beds', 'people', 'acts', 'follow_ups'].map((table) =>
      house.rows<{ id: string }>(`SELECT id FROM ${table}`),
    ),
  );
  const colleague = (await house.signIn('staff', 'Theo')).person.id;
  const idOf = (address: string) => address.split('/')[2]!;
  return {
    ...house,
    stay: idOf(stay),
    left: idOf(left),
    bed: beds!.at(-1)!.id,
    colleague,
    followUp: followUps!.at(-1)!.id,
    /** One of each kind, to be sent where another is expected. */
    ids: [idOf(stay), guests![0]!.id, beds![0]!.id, people![0]!.id, acts![0]!.id, followUps![0]!.id],
  };
}

async function checkIn(desk: Desk, name: string): Promise<string> {
  const answer = await desk.fill('/check-in', { name, departureDay: '2026-11-25' });
  if (answer.status !== 303) throw new Error(`check-in answered ${answer.status}`);
  return answer.headers.location!;
}

/** The address of every page, found by asking the server; `:id` is a record of the kind that stands before it. */
export function pagesOf(house: LivelyHouse): string[] {
  const records: Record<string, string[]> = {
    '/stays/': [house.stay, house.left],
    '/people/': [house.colleague],
    '/follow-ups/': [house.followUp],
    '/settings/beds/': [house.bed],
    '/nights/': ['2026-11-21', '2026-11-22'],
  };
  const further: Record<string, string[]> = {
    '/stays': ['/stays?tab=left'],
    '/calls': ['/calls?day=2026-11-21'],
    '/timeline': ['/timeline?view=list'],
  };
  const found = house.routes.filter(({ method, url }) => method === 'GET' && !url.startsWith('/assets'));
  return [...new Set(found.map(({ url }) => url))].flatMap((url) => {
    const [before, rest] = url.split(/:\w+/);
    if (rest === undefined) return [url, ...(further[url] ?? [])];
    return records[before!]!.map((id) => `${before}${id}${rest}`);
  });
}

export type { House };
