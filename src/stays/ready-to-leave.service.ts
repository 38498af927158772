import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull, LessThanOrEqual } from 'typeorm';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { AlreadyLeft, ChangedMeanwhile } from '../domain/conflict.js';
import type { GuestName } from '../domain/guest-name.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { furthestAsked, isTimeToGetReady } from '../domain/ready-to-leave.js';
import { Stay } from '../domain/stay.js';
import { NearbyStays } from '../guests/nearby-stays.service.js';
import type { FormBody } from '../web/form-body.js';
import { StaysService } from './stays.service.js';

/** What a guest said of their leaving so far, for whoever records it (R23). */
export interface ReadyToLeave {
  body: FormBody;
  personName: string;
  at: Temporal.Instant;
  version: number;
}

/** A guest to get ready with. */
export interface ToGetReady {
  stayId: string;
  guest: GuestName;
  bedName: string;
  plannedDay: Temporal.PlainDate;
}

/** Leaving, got ready for days ahead: of the whole desk, and gone once they have left. */
@Injectable()
export class ReadyToLeaveService {
  constructor(
    private readonly stays: StaysService,
    private readonly nearby: NearbyStays,
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Null while nothing was said. */
  async find(stayId: string, reader: EntityManager = this.pages.manager): Promise<ReadyToLeave | null> {
    const [row] = await reader.query<Row[]>(FOUND, [stayId]);
    if (!row) return null;
    const body = new Map(JSON.parse(row.fields) as [string, string[]][]);
    return { ...row, body, at: Temporal.Instant.from(row.at) };
  }

  /**
   * Keeps these answers in the place of those `seen` stood for. Throws AlreadyLeft when they are not here any more,
   * ChangedMeanwhile when somebody else wrote since (R26).
   */
  async keep(
    tx: EntityManager,
    stayId: string,
    { answers, seen }: { answers: readonly (readonly [string, readonly string[]])[]; seen: number | null },
    who: Actor,
  ): Promise<void> {
    const { stay } = await this.stays.find(stayId, tx);
    if (!stay.isHere) throw new AlreadyLeft('This guest has left already');
    const version = await this.checked(tx, stayId, seen);
    const at = instantText.to(toMinute(this.clock.now()));
    const sql = version === 0 ? FIRST : AGAIN;
    await tx.query(sql, [stayId, JSON.stringify(answers), who.id, at, version + 1]);
  }

  /** The number of what is kept, 0 for nothing. Throws ChangedMeanwhile when it is not what was seen; null saw nothing. */
  async checked(tx: EntityManager, stayId: string, seen: number | null): Promise<number> {
    const version = (await this.find(stayId, tx))?.version ?? 0;
    if (seen !== null && seen !== version)
      throw new ChangedMeanwhile('Somebody else wrote down what they said meanwhile.');
    return version;
  }

  /** They have left, or never were here: what they said stands in the leaving, or nowhere. */
  async forget(tx: EntityManager, stayId: string): Promise<void> {
    await tx.query('DELETE FROM ready_to_leave WHERE stay_id = ?', [stayId]);
  }

  /** Those to get ready with on this house day, whoever leaves first before the others. */
  async asked(today: Temporal.PlainDate): Promise<ToGetReady[]> {
    const open = await this.pages.manager.find(Stay, {
      where: { leftAt: IsNull(), undoneAt: IsNull(), plannedDay: LessThanOrEqual(furthestAsked(today)) },
      order: { plannedDay: 'ASC', id: 'ASC' },
    });
    const ready = await this.pages.rows<{ id: string }>('SELECT stay_id AS id FROM ready_to_leave', []);
    const asked = open.filter(
      (stay) => isTimeToGetReady(stay, today) && !ready.some(({ id }) => id === stay.id),
    );
    const guests = await this.nearby.these(asked.map(({ id }) => id));
    return asked.map(({ id, plannedDay }) => {
      const { guest, bedName } = guests.find(({ stayId }) => stayId === id)!;
      return { stayId: id, guest, bedName, plannedDay };
    });
  }
}

interface Row {
  fields: string;
  personName: string;
  at: string;
  version: number;
}

const FOUND = `SELECT r.fields, p.name AS personName, r.at, r.version
  FROM ready_to_leave r JOIN people p ON p.id = r.person_id WHERE r.stay_id = ?`;
const FIRST =
  'INSERT INTO ready_to_leave (stay_id, fields, person_id, at, version) VALUES (?1, ?2, ?3, ?4, ?5)';
const AGAIN =
  'UPDATE ready_to_leave SET fields = ?2, person_id = ?3, at = ?4, version = ?5 WHERE stay_id = ?1';
