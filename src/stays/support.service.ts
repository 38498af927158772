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
import { ChangedMeanwhile, Conflict } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import {
  type KindTold,
  saysTheSame,
  supportKinds,
  type SupportTold,
  whyNotSupport,
} from '../domain/support.js';
import { paths } from '../web/paths.js';
import { StaysService, type StayWhole } from './stays.service.js';

/** What stands of a stay: the last that was told and not undone. */
export interface SupportNow extends SupportTold {
  personName: string;
  at: Temporal.Instant;
}

/** Null where nothing was told. The version is another for every telling and every undoing of one (R26). */
export interface SupportStanding {
  last: SupportNow | null;
  version: number;
}

/** What was there for a guest in a stay, told with them. Told again, the last counts; nothing is changed. */
@Injectable()
export class SupportService {
  constructor(
    private readonly stays: StaysService,
    private readonly pages: PageReader,
    private readonly acts: ActsService,
    private readonly clock: Clock,
    undo: UndoService,
  ) {
    undo.when('support.told', (tx, act) => this.takeBack(tx, act), 'stays.support');
  }

  async of(stayId: string, reader: EntityManager = this.pages.manager): Promise<SupportStanding> {
    const rows = await reader.query<Row[]>(TOLD, [stayId]);
    const valid = rows.filter(({ undoneAt }) => undoneAt === null);
    const version = rows.length * 2 - valid.length;
    const row = valid.at(-1);
    if (!row) return { last: null, version };
    const found = await reader.query<KindTold[]>(KINDS, [row.id]);
    const kinds = supportKinds.map(({ code }) => found.find(({ kind }) => kind === code)!);
    const { wellness, personName, at } = row;
    return { last: { kinds, wellness, personName, at: Temporal.Instant.from(at) }, version };
  }

  /** Throws NotHere, and a Conflict for a stay of which nobody is asked. */
  async stayToAsk(stayId: string, reader?: EntityManager): Promise<StayWhole> {
    const whole = await this.stays.find(stayId, reader);
    const why = whyNotSupport(whole.stay.undoneAt !== null, whole.death !== null);
    if (why !== null) throw new Conflict(why);
    return whole;
  }

  /**
   * The same told twice is one. Throws NotHere, a Conflict, and ChangedMeanwhile when something else was told since
   * `version` was read.
   */
  async tell(
    tx: EntityManager,
    stayId: string,
    { version, ...told }: SupportTold & { version: number },
    who: Actor,
    house: House,
  ): Promise<Done> {
    await this.stayToAsk(stayId, tx);
    const standing = await this.of(stayId, tx);
    const done = { address: paths.stay(stayId), subjectId: stayId, undo: null };
    if (standing.last && saysTheSame(standing.last, told)) return done;
    if (standing.version !== version)
      throw new ChangedMeanwhile('This was changed by someone else in the meantime.');
    const id = await this.add(tx, stayId, told, who);
    const line = { kind: 'support.told' as const, stayId, details: { support: id }, canBeUndone: true };
    return { ...done, undo: await this.acts.record(tx, who, house, line) };
  }

  private async add(tx: EntityManager, stayId: string, told: SupportTold, who: Actor): Promise<string> {
    const id = randomUUID();
    const at = instantText.to(toMinute(this.clock.now()));
    await tx.query(ADD, [id, stayId, told.wellness, who.id, at]);
    for (const { kind, answer, way } of told.kinds)
      await tx.query('INSERT INTO support_kinds (told_id, kind, answer, way) VALUES (?, ?, ?, ?)', [
        id,
        kind,
        answer,
        way,
      ]);
    return id;
  }

  private async takeBack(tx: EntityManager, { stayId, details }: Act): Promise<string> {
    const at = instantText.to(toMinute(this.clock.now()));
    await tx.query('UPDATE support_told SET undone_at = ? WHERE id = ?', [at, details.support]);
    return paths.stay(stayId!);
  }
}

interface Row extends Pick<SupportNow, 'wellness' | 'personName'> {
  id: string;
  at: string;
  undoneAt: string | null;
}

const TOLD = `SELECT t.id, t.wellness, t.at, t.undone_at AS undoneAt, p.name AS personName
  FROM support_told t JOIN people p ON p.id = t.person_id WHERE t.stay_id = ? ORDER BY t.number`;
const KINDS = 'SELECT kind, answer, way FROM support_kinds WHERE told_id = ?';
const ADD = `INSERT INTO support_told (id, stay_id, number, wellness, person_id, at)
  VALUES (?1, ?2, (SELECT count(*) + 1 FROM support_told WHERE stay_id = ?2), ?3, ?4, ?5)`;
