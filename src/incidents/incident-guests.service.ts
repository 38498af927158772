import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { toMinute } from '../domain/house-time.js';
import { type NearbyStay, NearbyStays } from '../guests/nearby-stays.service.js';

/** The guests something that happened concerns: references, never words (R27). */
@Injectable()
export class IncidentGuests {
  constructor(
    private readonly pages: PageReader,
    private readonly nearby: NearbyStays,
    private readonly clock: Clock,
  ) {}

  /** Whoever is here, or left within a week, or is meant already, each once and in the order of the beds. */
  async near(
    today: Temporal.PlainDate,
    kept: readonly string[] = [],
    reader: EntityManager = this.pages.manager,
  ): Promise<NearbyStay[]> {
    return onceEach(await this.nearby.on(today, reader, kept), kept);
  }

  /** Whom this one concerns. */
  async of(incidentId: string, reader: EntityManager = this.pages.manager): Promise<NearbyStay[]> {
    const rows = await reader.query<{ id: string }[]>(OF_ONE, [incidentId]);
    return this.nearby.these(
      rows.map(({ id }) => id),
      reader,
    );
  }

  /** Makes these guests, and no others, those whom it concerns; answers whether that changed anything. */
  async keep(tx: EntityManager, incidentId: string, guests: readonly NearbyStay[]): Promise<boolean> {
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
  private async comeIn(
    tx: EntityManager,
    incidentId: string,
    { guestId, stayId }: NearbyStay,
  ): Promise<void> {
    const [row] = await tx.query<object[]>(MEANT, [incidentId, guestId]);
    const values = [incidentId, guestId, ...(row ? [] : [stayId])];
    await tx.query(row ? MEANT_AGAIN : MEANT_FIRST, values);
  }
}

/** Each guest by the stay that is meant already, else by the latest; here is whoever is here in any of them. */
function onceEach(rows: readonly NearbyStay[], kept: readonly string[]): NearbyStay[] {
  const ofOne = (guestId: string) => rows.filter((row) => row.guestId === guestId);
  const guests = [...new Set(rows.map(({ guestId }) => guestId))];
  return guests.map((guestId) => {
    const own = ofOne(guestId);
    const meant = own.find(({ stayId }) => kept.includes(stayId)) ?? own[0]!;
    return { ...meant, isHere: own.some(({ isHere }) => isHere) };
  });
}

const MEANT = 'SELECT 1 FROM incident_guests WHERE incident_id = ? AND guest_id = ?';
const MEANT_AGAIN = 'UPDATE incident_guests SET out_at = NULL WHERE incident_id = ? AND guest_id = ?';
const MEANT_FIRST = 'INSERT INTO incident_guests (incident_id, guest_id, stay_id) VALUES (?, ?, ?)';

const OF_ONE = 'SELECT stay_id AS id FROM incident_guests WHERE incident_id = ? AND out_at IS NULL';
