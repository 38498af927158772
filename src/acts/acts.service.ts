import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Act, type ActKind } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { SentBefore } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Permission } from '../domain/permissions.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { type FormBody, only, sentTo } from '../web/form-body.js';
import { FormTokens, hashOfAnswers } from '../web/form-tokens.js';
import { PageTooOld } from '../web/refusals.js';

/** What an act made: the address to look at, the record it was about, the line of history that can be undone. */
export interface Done {
  address: string;
  subjectId: string | null;
  undo: string | null;
}

interface HistoryLine {
  kind: ActKind;
  stayId?: string | null;
  bedId?: string | null;
  details?: Record<string, string | null>;
  reason?: string | null;
  canBeUndone?: boolean;
}

/** A page of a session that ended long ago is refused for its age before its form is asked for. */
const FORMS_REMEMBERED_FOR = { hours: 7 * 24 };

/** How every change is made: one unit of work, one line of audit, once for each form however often it is sent. */
@Injectable()
export class ActsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly audit: AuditService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
    private readonly clock: Clock,
    private readonly pages: PageReader,
  ) {}

  /**
   * Does `work` once for this form (R17): the same form sent again answers what the first made; with other answers it
   * throws SentBefore. The person's draft of the form goes in the same unit.
   */
  async once(
    who: Actor,
    act: Permission,
    body: FormBody,
    work: (tx: EntityManager) => Promise<Done>,
  ): Promise<Done> {
    const token = only(body, 'formToken');
    const form = token === '' ? null : this.tokens.read(token);
    if (body.has('formToken') && form?.personId !== who.id) throw new PageTooOld(null);
    return this.unit.run(async (tx) => {
      const before = await this.madeBefore(tx, body);
      if (before) return before;
      const done = await work(tx);
      await this.audit.write(tx, who.id, act, done.subjectId);
      if (token !== '') await this.remember(tx, body, done.address);
      if (form) await this.drafts.discard(tx, who.id, form.place);
      return done;
    });
  }

  /** A change that harms nobody when it is sent twice: one unit of work with its line of audit. */
  async log(
    who: Actor,
    act: string,
    work: (tx: EntityManager) => Promise<unknown> = async () => {},
    subjectId: string | null = null,
  ): Promise<void> {
    await this.unit.run(async (tx) => {
      await work(tx);
      await this.audit.write(tx, who.id, act, subjectId);
    });
  }

  /** Adds a line of history inside the open unit of work; answers its id. */
  async record(tx: EntityManager, who: Actor, house: House, line: HistoryLine): Promise<string> {
    const id = randomUUID();
    const now = this.clock.now();
    await tx.query(
      `INSERT INTO acts (id, kind, person_id, at, house_day, stay_id, bed_id, details, reason, undo_until)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        line.kind,
        who.id,
        instantText.to(toMinute(now)),
        dayText.to(house.time.houseDay(now)),
        line.stayId ?? null,
        line.bedId ?? null,
        JSON.stringify(line.details ?? {}),
        line.reason ?? null,
        line.canBeUndone ? instantText.to(house.shiftEnd(now)) : null,
      ],
    );
    return id;
  }

  /** The same line in the history of many stays at once; none of them can be undone by itself. */
  async recordEach(
    tx: EntityManager,
    who: Actor,
    house: House,
    kind: ActKind,
    lines: readonly { stayId: string; bedId: string; details?: Record<string, string> }[],
  ): Promise<void> {
    const now = this.clock.now();
    const rows = lines.map((line) => ({ details: {}, ...line, id: randomUUID() }));
    await tx.query(
      `INSERT INTO acts (id, kind, person_id, at, house_day, stay_id, bed_id, details)
        SELECT value ->> 'id', ?2, ?3, ?4, ?5, value ->> 'stayId', value ->> 'bedId', value -> 'details'
        FROM json_each(?1) ORDER BY key`,
      [
        JSON.stringify(rows),
        kind,
        who.id,
        instantText.to(toMinute(now)),
        dayText.to(house.time.houseDay(now)),
      ],
    );
  }

  /**
   * The acts of this kind that can still be undone at `now`, by what they were about: the `subject` of their details. For
   * acts that no later one stands in the way of.
   */
  async undoable(kind: ActKind, subject: string, now: Temporal.Instant): Promise<Map<string, string>> {
    const rows = await this.pages.rows<{ id: string; subject: string }>(
      `SELECT id, details ->> ? AS subject FROM acts WHERE kind = ? AND undone_by_act IS NULL AND undo_until > ?`,
      [subject, kind, instantText.to(now)],
    );
    return new Map(rows.map((row) => [row.subject, row.id]));
  }

  private async madeBefore(tx: EntityManager, body: FormBody): Promise<Done | null> {
    const sql = 'SELECT values_hash AS hash, answer FROM sent_forms WHERE token = ?';
    const [sent] = await tx.query<{ hash: string; answer: string }[]>(sql, [sendingOf(body)]);
    if (!sent) return null;
    if (sent.hash !== hashOfAnswers(body)) throw new SentBefore(sent.answer);
    return { address: sent.answer, subjectId: null, undo: null };
  }

  private async remember(tx: EntityManager, body: FormBody, answer: string): Promise<void> {
    const now = this.clock.now();
    const [sentAt, before] = [instantText.to(now), instantText.to(now.subtract(FORMS_REMEMBERED_FOR))];
    await tx.query('DELETE FROM sent_forms WHERE sent_at < ?', [before]);
    await tx.query('INSERT INTO sent_forms (token, values_hash, answer, sent_at) VALUES (?, ?, ?, ?)', [
      sendingOf(body),
      hashOfAnswers(body),
      answer,
      sentAt,
    ]);
  }
}

/** Which form it is: the buttons of one drawing go to different addresses, and each is an act of its own. */
const sendingOf = (body: FormBody): string => `${only(body, 'formToken')} ${sentTo(body)}`;

/** The history of one stay, oldest first. */
export const historyOf = (reader: EntityManager, stayId: string): Promise<Act[]> =>
  reader.find(Act, { where: { stayId }, order: { number: 'ASC' } });
