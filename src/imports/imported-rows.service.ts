import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import { AuditService } from '../audit/audit.service.js';
import { BedSegment } from '../domain/bed-segment.js';
import { Clock } from '../domain/clock.js';
import { Departure } from '../domain/departure.js';
import { Guest } from '../domain/guest.js';
import type { House } from '../domain/house.js';
import type { EarlierStay } from '../domain/import-row.js';
import type { Actor } from '../domain/person.js';
import { Stay } from '../domain/stay.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { hashOf } from './trial.service.js';

/** Writes rows that were checked, many at once: guest, stay, bed, nights, leaving, history and audit of each. */
@Injectable()
export class ImportedRows {
  constructor(
    private readonly ledger: LedgerService,
    private readonly acts: ActsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Throws BedTaken or GuestAlreadyHere when the file itself refuses one of them (R5, R7). */
  async write(tx: EntityManager, { id, rows, guests, who, house }: Batch): Promise<void> {
    await tx.insert(Guest, this.newGuests(rows, guests));
    const stays = rows.map((row) => stayOf(row, guests.get(keyOfGuest(row))!, house));
    const parts = stays.map((stay, place) => {
      const part = new BedSegment({ id: randomUUID(), stay, bedId: rows[place]!.bed.id });
      return { part, guestId: stay.guestId };
    });
    await tx.insert(Stay, stays);
    await tx.insert(
      BedSegment,
      parts.map(({ part }) => part),
    );
    await this.ledger.claimEnded(tx, parts);
    await tx.insert(
      Departure,
      rows.map((row, place) => departureOf(row, stays[place]!.id)),
    );
    const ids = stays.map((stay) => stay.id);
    await tx.query(IMPORTED, [id, JSON.stringify(rows.map((row, place) => importedRow(row, ids[place]!)))]);
    const lines = rows.map(({ bed }, place) => ({
      stayId: ids[place]!,
      bedId: bed.id,
      details: { import: id },
    }));
    await this.acts.recordEach(tx, who, house, 'stay.imported', lines);
    await this.audit.writeEach(tx, who.id, 'imports.run', ids);
  }

  /** No guest the house knows is linked by a name: only the guest can say that (R17, R46). */
  private newGuests(rows: readonly EarlierStay[], guests: Map<string, string>): Guest[] {
    const added: Guest[] = [];
    for (const row of rows) {
      if (guests.has(keyOfGuest(row))) continue;
      const facts = { id: randomUUID(), name: row.name, pronouns: null, addedAt: this.clock.now() };
      guests.set(keyOfGuest(row), facts.id);
      added.push(new Guest(facts));
    }
    return added;
  }
}

/** So many rows are written at a time: more is no quicker, and everybody else waits for as long. */
const BATCH = 200;

/** Rows of one import. */
export interface Batch {
  id: string;
  rows: readonly EarlierStay[];
  /** The guest whose rows these are; grows with each batch. */
  guests: Map<string, string>;
  who: Actor;
  house: House;
}

export const batchesOf = (rows: readonly EarlierStay[]): EarlierStay[][] =>
  Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, place) =>
    rows.slice(place * BATCH, (place + 1) * BATCH),
  );

/** A row that says nothing of other rows is a guest by itself. */
const keyOfGuest = ({ guestKey, row }: EarlierStay): string => guestKey ?? `row ${row}`;

const IMPORTED = `INSERT INTO imported_stays (stay_id, import_id, row_number, row_hash)
  SELECT value ->> 'stayId', ?1, value ->> 'row', value ->> 'hash' FROM json_each(?2)`;

const importedRow = (row: EarlierStay, stayId: string) => ({ stayId, row: row.row, hash: hashOf(row) });

function stayOf(row: EarlierStay, guestId: string, house: House): Stay {
  const { arrivedAt, firstPlannedDay: plannedDay, stayedBefore } = row;
  // What was planned was planned then: as they came
  const stay = new Stay({ id: randomUUID(), guestId, stayedBefore, arrivedAt, plannedDay }, house, arrivedAt);
  stay.referralSource = row.referralSource;
  stay.leave(row.leftAt, house);
  return stay;
}

const departureOf = ({ leftAt, isHourKnown, ending, destination }: EarlierStay, stayId: string): Departure =>
  new Departure({
    id: randomUUID(),
    stayId,
    answers: {
      leftAt,
      leftAbout: isHourKnown ? 'exact' : 'not-known',
      ending,
      destination,
      ownWords: null,
      inTouch: 'not-asked',
      keysBack: 'not-asked',
      thingsLeft: null,
      thingsUntil: null,
    },
  });
