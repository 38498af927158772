import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Done } from '../acts/acts.service.js';
import { PageReader } from '../database/page-reader.js';
import { IncidentClosed } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { checkNamesNoOther } from '../domain/incident.js';
import { standing } from '../domain/incident-words.js';
import type { Actor } from '../domain/person.js';
import { LinkedRecords } from '../guests/linked-records.service.js';
import { Clock } from '../domain/clock.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import type { NearbyStay } from '../guests/nearby-stays.service.js';
import { IncidentGuests } from './incident-guests.service.js';
import { IncidentWordsService } from './incident-words.service.js';
import { IncidentsService } from './incidents.service.js';

/** What one guest reads of something that happened. */
export interface GuestPart {
  incidentId: string;
  happenedAt: Temporal.Instant;
  text: string;
  writer: string;
  writtenAt: Temporal.Instant;
}

/** The part of a happening that is about one guest, written for them to read (R27). */
@Injectable()
export class IncidentParts {
  constructor(
    private readonly pages: PageReader,
    private readonly incidents: IncidentsService,
    private readonly words: IncidentWordsService,
    private readonly guests: IncidentGuests,
    private readonly records: LinkedRecords,
    private readonly clock: Clock,
  ) {}

  /** Every part a guest can read, on whichever linked record it stands, the newest happening first. */
  async partsFor(guestId: string, reader: EntityManager = this.pages.manager): Promise<GuestPart[]> {
    const { ids } = await this.records.of(guestId, reader);
    const rows = await reader.query<Row[]>(PARTS, [JSON.stringify(ids)]);
    return rows.map(({ happenedAt, writtenAt, ...row }) => ({
      ...row,
      happenedAt: Temporal.Instant.from(happenedAt),
      writtenAt: Temporal.Instant.from(writtenAt),
    }));
  }

  /** Throws NotHere for a guest it does not concern. */
  async guest(
    incidentId: string,
    guestId: string,
    reader: EntityManager = this.pages.manager,
  ): Promise<NearbyStay> {
    const guest = (await this.guests.of(incidentId, reader)).find((each) => each.guestId === guestId);
    if (!guest) throw new NotHere();
    return guest;
  }

  /** Throws IncidentClosed, and a RuleViolation for `part` that names another guest. */
  async write(
    tx: EntityManager,
    id: string,
    { guestId, text }: NewPart,
    who: Actor,
    house: House,
  ): Promise<Done> {
    const incident = await this.incidents.findWhole(id, who, tx);
    const guest = await this.guest(id, guestId, tx);
    if (!incident.isOpen) throw new IncidentClosed('It was closed meanwhile. You can add to it on its page.');
    const concerned = (await this.guests.of(id, tx)).map(({ stayId }) => stayId);
    const near = await this.guests.near(house.time.houseDay(this.clock.now()), concerned, tx);
    const others = near.filter((each) => each.guestId !== guestId);
    checkNamesNoOther(
      text,
      guest.name,
      others.map(({ name }) => name),
    );
    const words = await this.words.of([id], tx);
    if (standing(words, 'part', guestId) !== (text || null))
      await this.words.add(tx, { incidentId: id, code: 'part', guestId, text: text || null }, who);
    return { address: paths.happeningWith(id, guestId), subjectId: guestId, undo: null };
  }
}

export interface NewPart {
  guestId: string;
  text: string;
}

interface Row extends Omit<GuestPart, 'happenedAt' | 'writtenAt'> {
  happenedAt: string;
  writtenAt: string;
}

const PARTS = `SELECT i.id AS incidentId, i.happened_at AS happenedAt, w.text, p.name AS writer, w.written_at AS writtenAt
  FROM incident_guests c JOIN incidents i ON i.id = c.incident_id AND i.undone_at IS NULL
  JOIN incident_words w ON w.number = (SELECT max(n.number) FROM incident_words n
    WHERE n.incident_id = c.incident_id AND n.code = 'part' AND n.guest_id = c.guest_id)
  JOIN people p ON p.id = w.person_id
  WHERE c.guest_id IN (SELECT value FROM json_each(?)) AND c.out_at IS NULL AND w.text IS NOT NULL
  ORDER BY i.happened_at DESC, i.id`;
