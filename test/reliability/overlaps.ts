import type { ServedHouse } from './served-house.js';

/**
 * Every two that have one bed on one night, counted over parts of stays, holds and closures by their own dates, never over
 * what the ledger says (P1).
 */
export const overlaps = (house: ServedHouse) =>
  house.rows<{ one: string; other: string }>(`WITH each (id, bed_id, first, end) AS (
      SELECT 'stay ' || part.id, part.bed_id, part.from_day, coalesce(part.to_day, stay.planned_day)
        FROM bed_segments part JOIN stays stay ON stay.id = part.stay_id
        WHERE part.undone_at IS NULL AND stay.undone_at IS NULL
      UNION ALL
      SELECT 'hold ' || id, bed_id, first_night, end_night FROM holds
        WHERE ended_at IS NULL AND (keep_until IS NULL OR keep_until > strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
      UNION ALL
      SELECT 'closure ' || id, bed_id, first_night, coalesce(ended_on, date(last_night, '+1 day'), '2099-12-31') FROM closures
    )
    SELECT a.id AS one, b.id AS other FROM each a JOIN each b ON a.bed_id = b.bed_id AND a.id < b.id
      WHERE a.first < a.end AND b.first < b.end AND a.first < b.end AND b.first < a.end`);

/** Every two stays in which one guest, or one bed, has somebody in the house at once (R7). */
export const twice = (house: ServedHouse) =>
  house.rows<{ one: string; other: string }>(`SELECT a.id AS one, b.id AS other FROM stays a
      JOIN stays b ON a.guest_id = b.guest_id AND a.id < b.id
      WHERE a.undone_at IS NULL AND b.undone_at IS NULL AND a.left_at IS NULL AND b.left_at IS NULL
    UNION ALL
    SELECT a.id, b.id FROM bed_segments a JOIN bed_segments b ON a.bed_id = b.bed_id AND a.id < b.id
      WHERE a.undone_at IS NULL AND b.undone_at IS NULL AND a.to_at IS NULL AND b.to_at IS NULL`);
