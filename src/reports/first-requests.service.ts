import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { instantText } from '../database/columns.js';
import { secondsIn } from './in-numbers.service.js';
import type { StayOnFile } from './stays-in-beds.service.js';

/** No shift is longer: by then an act of it can no longer be undone. */
const A_DAY = 24 * 60 * 60;

/**
 * The same stays with the moment somebody first asked for them: the call or the place on the waitlist of which their hold was
 * made, else the hold itself. Nothing is known of stays without a hold. One statement.
 */
export async function withFirstRequests(
  reader: EntityManager,
  stays: readonly StayOnFile[],
): Promise<StayOnFile[]> {
  const held = stays.filter(({ heldAt, toldAt }) => heldAt !== null && toldAt !== null);
  if (held.length === 0) return [...stays];
  // What a hold came of was written down when it was made: before its guest came, and to be undone until that shift ended
  const earliest = held.reduce((first, { heldAt }) => Math.min(first, heldAt!), Infinity);
  const latest = held.reduce((last, { toldAt }) => Math.max(last, toldAt!), 0) + A_DAY;
  const rows = await reader.query<{ hold: string; askedAt: number }[]>(REQUESTS, [
    text(earliest),
    text(latest),
  ]);
  const asked = new Map(rows.map(({ hold, askedAt }) => [hold, askedAt]));
  return stays.map((stay) => ({ ...stay, askedAt: earlier(stay.askedAt, asked.get(stay.holdId ?? '')) }));
}

const text = (seconds: number): string =>
  instantText.to(Temporal.Instant.fromEpochMilliseconds(seconds * 1000));

const earlier = (one: number | null, other: number | undefined): number | null =>
  one === null || other === undefined ? one : Math.min(one, other);

const REQUESTS = `SELECT a.details ->> 'hold' AS hold,
    min(ifnull(${secondsIn('w.asked_at')}, 1e12), ifnull(${secondsIn('c.at')}, 1e12)) AS askedAt
  FROM acts a LEFT JOIN waitlist w ON w.id = a.details ->> 'entry' LEFT JOIN calls c ON c.id = a.details ->> 'call'
  WHERE a.undo_until >= ?1 AND a.undo_until <= ?2 AND a.kind = 'hold.made'
    AND (w.id IS NOT NULL OR c.id IS NOT NULL)`;
