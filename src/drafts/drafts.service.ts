import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../domain/clock.js';
import { DraftKeeper } from '../web/draft-keeper.js';
import { type FormBody, only, sentTo } from '../web/form-body.js';
import { answersOf, type DrawnForm } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { isUntouched } from '../web/untouched.js';

/** A half-filled form, kept for the one person who was filling it. */
export interface Draft {
  place: string;
  body: FormBody;
  savedAt: Temporal.Instant;
}

interface Row {
  place: string;
  fields: string;
  saved_at: string;
}

/** Half-filled forms survive curtain, sign-out and restart; nobody else ever sees them (R31). */
@Injectable()
export class DraftsService extends DraftKeeper {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly pages: PageReader,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {
    super();
  }

  async keep(form: DrawnForm, body: FormBody): Promise<boolean> {
    // A button without questions of its own carries nothing to keep
    if (form.place === '' || answersOf(body).length === 0) return false;
    const fields = JSON.stringify(bounded(answersOf(body).filter(([name]) => !SECRETS.includes(name))));
    return this.unit.run(async (tx) => {
      const begun = await fieldsOf(tx, form);
      if (!(await isWorthKeeping(tx, body, begun)) || (await isGone(tx, form))) return false;
      await this.write(tx, form, fields);
      // One line for each draft, however often it grows while somebody types
      if (begun === null) await this.audit.write(tx, form.personId, 'drafts.keep', null);
      return true;
    });
  }

  private async write(tx: EntityManager, { personId, place }: DrawnForm, fields: string): Promise<void> {
    await tx.query(
      `INSERT INTO drafts (person_id, place, fields, saved_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (person_id, place) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at`,
      [personId, place, fields, instantText.to(this.clock.now())],
    );
  }

  async find(personId: string, place: string): Promise<Draft | null> {
    const sql = 'SELECT place, fields, saved_at FROM drafts WHERE person_id = ? AND place = ?';
    const [row] = await this.pages.rows<Row>(sql, [personId, place]);
    return row ? read(row) : null;
  }

  async all(personId: string): Promise<Draft[]> {
    const sql = 'SELECT place, fields, saved_at FROM drafts WHERE person_id = ? ORDER BY saved_at DESC';
    return (await this.pages.rows<Row>(sql, [personId])).map(read);
  }

  /** Forgets what anybody began on pages below `place`: nobody is to go on with it. */
  async discardBelow(tx: EntityManager, place: string): Promise<void> {
    await tx.query('DELETE FROM drafts WHERE substr(place, 1, length(?1)) = ?1', [`${place}/`]);
  }

  /** Forgets a draft inside the open unit of work: its form was sent, or its person throws it away. */
  async discard(tx: EntityManager, personId: string, place: string): Promise<void> {
    await tx.query('DELETE FROM drafts WHERE person_id = ? AND place = ?', [personId, place]);
  }

  /** Forgets what anyone began under this place, where what it is about goes for good. */
  async discardAll(tx: EntityManager, place: string): Promise<void> {
    await tx.query('DELETE FROM drafts WHERE place = ?', [place]);
  }
}

/** Sent by a page of its own accord while somebody types. */
const isBeat = (body: FormBody): boolean => sentTo(body) === paths.keepDraft();

/**
 * Not in a form nobody changed, unless it was changed and kept before: then what it says now counts. What a page sends of its
 * own accord may come after its form was sent or thrown away, and brings nothing back.
 */
async function isWorthKeeping(tx: EntityManager, body: FormBody, begun: string | null): Promise<boolean> {
  if (!isBeat(body)) return !isUntouched(body);
  if (begun === null && isUntouched(body)) return false;
  return !(await isOver(tx, only(body, 'formToken')));
}

/** Whether a form was sent, to whichever address: each is remembered as its token, a space and the address. */
async function isOver(tx: EntityManager, token: string): Promise<boolean> {
  const sql = 'SELECT 1 FROM sent_forms WHERE token >= ? AND token < ? LIMIT 1';
  const sent = await tx.query<unknown[]>(sql, [`${token} `, `${token}!`]);
  return sent.length > 0;
}

/** Words that were taken back for good do not come again from a page that still shows them (R28). */
async function isGone(tx: EntityManager, { place }: DrawnForm): Promise<boolean> {
  const id = /^\/notes\/([^/]+)$/u.exec(place)?.[1];
  const sql = 'SELECT 1 FROM notes_taken_back WHERE note_id = ?1 OR guest_note_id = ?1';
  return id !== undefined && (await tx.query<unknown[]>(sql, [id])).length > 0;
}

async function fieldsOf(tx: EntityManager, { personId, place }: DrawnForm): Promise<string | null> {
  const sql = 'SELECT fields FROM drafts WHERE person_id = ? AND place = ?';
  const [row] = await tx.query<Pick<Row, 'fields'>[]>(sql, [personId, place]);
  return row?.fields ?? null;
}

/** What only its person may know is never written down, half filled in or not. */
const SECRETS = ['passphrase', 'current', 'secret', 'code'];
const MOST_FIELDS = 80;
const LONGEST_NAME = 40;
const LONGEST_ANSWER = 12_000;
const MOST_ANSWERS = 60;

/** No form of ours has more; a draft that could hold everything sent would let one browser fill the disk. */
const bounded = (answers: [string, readonly string[]][]): [string, string[]][] =>
  answers
    .filter(([name]) => name.length <= LONGEST_NAME)
    .slice(0, MOST_FIELDS)
    .map(([name, all]) => [
      name,
      all.slice(0, MOST_ANSWERS).map((answer) => answer.slice(0, LONGEST_ANSWER)),
    ]);

const read = (row: Row): Draft => ({
  place: row.place,
  body: new Map(JSON.parse(row.fields) as [string, string[]][]),
  savedAt: Temporal.Instant.from(row.saved_at),
});
