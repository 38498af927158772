import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { GuestName } from '../domain/guest-name.js';
import { nearSince } from '../domain/incident.js';
import { toMinute } from '../domain/house-time.js';

/** A guest something that happened may concern, by their latest stay. */
export interface GuestNear {
  guestId: string;
  stayId: string;
  /** As it is kept; pages get it by `guestNear` only. */
  name: string | null;
  bedName: string;
  isHere: boolean;
}

/** The name of a guest on the way to a page. */
export const guestNear = ({ name, bedName }: GuestNear): GuestName => new GuestName(name, bedName);

/** The guests something that happened concerns: references, never words (R27). */
@Injectable()
export class IncidentGuests {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Whoever is here, or left within a week, or is meant already, each once and in the order of the beds. */
  async near(
    today: Temporal.PlainDate,
    kept: readonly string[] = [],
    reader: EntityManager = this.pages.manager,
  ): Promise<GuestNear[]> {
    const since = dayText.to(nearSince(today));
    const rows = await reader.query<Row[]>(NEAR, [since, JSON.stringify(kept)]);
    return onceEach(rows, kept);
  }

  /** Whom this one concerns. */
  async of(incidentId: string, reader: EntityManager = this.pages.manager): Promise<GuestNear[]> {
    const rows = await reader.query<Row[]>(OF_ONE, [incidentId]);
    return rows.map((row) => ({ ...row, isHere: row.isHere === 1 }));
  }

  /** Makes these guests, and no others, those whom it concerns; answers whether that changed anything. */
  async keep(tx: EntityManager, incidentId: string, guests: readonly GuestNear[]): Promise<boolean> {
    const before = await this.of(incidentId, tx);
    const gone = before.filter(({ guestId }) => !guests.some((each) => each.guestId === guestId));
    const come = guests.filter(({ guestId }) => !before.some((each) => each.guestId === guestId));
    const now = instantText.to(toMinute(this.clock.now()));
    for (const { guestId } of gone)
      await tx.query('UPDATE incident_guests SET out_at = ? WHERE incident_id = ? AND guest_id = ?', [
        now,
        incidentId,
        guestId,
      ]);
    for (const guest of come) await this.comeIn(tx, incidentId, guest);
    return gone.length + come.length > 0;
  }

  /** Whoever was meant before is meant again: nobody is written down twice. */
  private async comeIn(tx: EntityManager, incidentId: string, { guestId, stayId }: GuestNear): Promise<void> {
    const [row] = await tx.query<object[]>(MEANT, [incidentId, guestId]);
    const values = [incidentId, guestId, ...(row ? [] : [stayId])];
    await tx.query(row ? MEANT_AGAIN : MEANT_FIRST, values);
  }
}

interface Row extends Omit<GuestNear, 'isHere'> {
  isHere: number;
}

/** Each guest by the stay that is meant already, else by the latest; here is whoever is here in any of them. */
function onceEach(rows: readonly Row[], kept: readonly string[]): GuestNear[] {
  const ofOne = (guestId: string) => rows.filter((row) => row.guestId === guestId);
  const guests = [...new Set(rows.map(({ guestId }) => guestId))];
  return guests.map((guestId) => {
    const own = ofOne(guestId);
    const meant = own.find(({ stayId }) => kept.includes(stayId)) ?? own[0]!;
    return { ...meant, isHere: own.some(({ isHere }) => isHere === 1) };
  });
}

const MEANT = 'SELECT 1 FROM incident_guests WHERE incident_id = ? AND guest_id = ?';
const MEANT_AGAIN = 'UPDATE incident_guests SET out_at = NULL WHERE incident_id = ? AND guest_id = ?';
const MEANT_FIRST = 'INSERT INTO incident_guests (incident_id, guest_id, stay_id) VALUES (?, ?, ?)';

const GUESTS = `SELECT s.guest_id AS guestId, s.id AS stayId, g.name, b.name AS bedName, s.left_at IS NULL AS isHere
  FROM stays s JOIN guests g ON g.id = s.guest_id
  JOIN bed_segments p ON p.id = (SELECT part.id FROM bed_segments part
    WHERE part.stay_id = s.id AND part.undone_at IS NULL ORDER BY part.place DESC LIMIT 1)
  JOIN beds b ON b.id = p.bed_id`;

const NEAR = `${GUESTS} WHERE s.undone_at IS NULL AND s.id IN (
    SELECT open.id FROM stays open WHERE open.left_at IS NULL AND open.undone_at IS NULL
    UNION ALL SELECT gone.id FROM stays gone WHERE gone.departure_day >= ?1
    UNION ALL SELECT value FROM json_each(?2))
  ORDER BY s.left_at IS NULL DESC, s.left_at DESC, b.position, b.name`;

const OF_ONE = `${GUESTS} JOIN incident_guests c ON c.stay_id = s.id
  WHERE c.incident_id = ?1 AND c.out_at IS NULL ORDER BY b.position, b.name, s.id`;
