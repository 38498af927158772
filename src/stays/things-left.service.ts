import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import type { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import { DIED } from '../domain/departure-lists.js';
import type { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { isTimeToAsk, keptUntil, type ThingsEnd } from '../domain/things-left.js';
import { NearbyStays } from '../guests/nearby-stays.service.js';
import { paths } from '../web/paths.js';
import { StaysService } from './stays.service.js';

/** That things a guest left behind are gone, how and since when. */
export interface ThingsGone {
  how: ThingsEnd;
  personName: string;
  at: Temporal.Instant;
}

/** Things that are kept, for the shift that is asked about them. */
export interface ThingsKept {
  stayId: string;
  guest: GuestName;
  bedName: string;
  until: Temporal.PlainDate;
}

/** What guests left behind: kept until a day, then theirs again or gone. */
@Injectable()
export class ThingsLeft {
  constructor(
    private readonly stays: StaysService,
    private readonly nearby: NearbyStays,
    private readonly acts: ActsService,
    private readonly pages: PageReader,
    private readonly clock: Clock,
    undo: UndoService,
  ) {
    undo.when('things.gone', (tx, act) => this.takeBack(tx, act));
  }

  /** Null while they are kept. */
  async gone(departureId: string, reader: EntityManager = this.pages.manager): Promise<ThingsGone | null> {
    const [row] = await reader.query<(Omit<ThingsGone, 'at'> & { at: string })[]>(GONE, [departureId]);
    return row ? { ...row, at: Temporal.Instant.from(row.at) } : null;
  }

  /** The same answer twice is one. Throws a Conflict when nothing was left, or when it has gone another way already. */
  async end(tx: EntityManager, stayId: string, how: ThingsEnd, who: Actor, house: House): Promise<Done> {
    const { departure } = await this.stays.find(stayId, tx);
    if (!departure?.thingsLeft) throw new Conflict('Nothing of theirs is kept here.');
    const done = { address: paths.stay(stayId), subjectId: stayId };
    const before = await this.gone(departure.id, tx);
    if (before?.how === how) return { ...done, undo: null };
    if (before) throw new Conflict(`${before.personName} wrote down already what became of them.`);
    const id = randomUUID();
    const at = instantText.to(toMinute(this.clock.now()));
    await tx.query(WRITE, [id, departure.id, how, who.id, at]);
    const line = { kind: 'things.gone' as const, stayId, details: { things: id, how }, canBeUndone: true };
    return { ...done, undo: await this.acts.record(tx, who, house, line) };
  }

  /** Those whose day has come or comes soon, the first of them first. */
  async asked(today: Temporal.PlainDate): Promise<ThingsKept[]> {
    const rows = await this.pages.rows<Row>(KEPT, []);
    const due = rows
      .map(({ id, ...days }) => ({ id, until: keptUntil(readDays(days)) }))
      .filter(({ until }) => isTimeToAsk(until, today));
    const guests = await this.nearby.these(due.map(({ id }) => id));
    return due
      .map(({ id, until }) => {
        const { guest, bedName } = guests.find(({ stayId }) => stayId === id)!;
        return { stayId: id, guest, bedName, until };
      })
      .sort((one, other) => Temporal.PlainDate.compare(one.until, other.until));
  }

  private async takeBack(tx: EntityManager, { stayId, details }: Act): Promise<string> {
    const at = instantText.to(toMinute(this.clock.now()));
    await tx.query('UPDATE things_gone SET undone_at = ? WHERE id = ?', [at, details.things]);
    return paths.stay(stayId!);
  }
}

interface Row {
  id: string;
  until: string | null;
  departureDay: string;
}

const readDays = ({ until, departureDay }: Omit<Row, 'id'>) => ({
  until: until === null ? null : Temporal.PlainDate.from(until),
  departureDay: Temporal.PlainDate.from(departureDay),
});

const GONE = `SELECT g.how, g.at, p.name AS personName FROM things_gone g JOIN people p ON p.id = g.person_id
  WHERE g.departure_id = ? AND g.undone_at IS NULL`;
const WRITE = 'INSERT INTO things_gone (id, departure_id, how, person_id, at) VALUES (?, ?, ?, ?, ?)';

/** Of the dead nobody asks for anything (R50). */
const KEPT = `SELECT s.id, d.things_until AS until, s.departure_day AS departureDay
  FROM departures d JOIN stays s ON s.id = d.stay_id
  WHERE d.things_left IS NOT NULL AND d.undone_at IS NULL AND d.ending <> '${DIED}' AND s.undone_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM things_gone g WHERE g.departure_id = d.id AND g.undone_at IS NULL)`;
