import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Session } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../domain/clock.js';

type Done = (error?: unknown) => void;
type Found = (error: unknown, session?: Session | null) => void;

/** A desk nobody used for this long is signed out. Drafts wait for their person. */
export const QUIET_HOURS = 2;

/** Sessions in the house file, the token hashed: whoever reads the file cannot sign in with it. */
@Injectable()
export class SessionStore {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  get(token: string, found: Found): void {
    this.find(token).then(
      (session) => found(null, session),
      (error: unknown) => found(error),
    );
  }

  set(token: string, session: Session, done: Done): void {
    this.keep(token, session).then(() => done(), done);
  }

  destroy(token: string, done: Done): void {
    this.unit
      .run((tx) => tx.query('DELETE FROM sessions WHERE token_hash = ?', [hashOf(token)]))
      .then(() => done(), done);
  }

  private async find(token: string): Promise<Session | null> {
    const sql = 'SELECT data FROM sessions WHERE token_hash = ? AND seen_at > ?';
    const [row] = await this.pages.rows<{ data: string }>(sql, [hashOf(token), this.quietSince()]);
    return row ? { ...(JSON.parse(row.data) as Session), isKept: true } : null;
  }

  private async keep(token: string, session: Session): Promise<void> {
    const { isKept, ...content } = { ...session, isKept: session.isKept };
    const values = [
      session.personId ?? null,
      JSON.stringify(content),
      instantText.to(this.clock.now()),
      hashOf(token),
    ];
    await this.unit.run(async (tx) => {
      await tx.query(isKept ? UPDATE : INSERT, values);
      await tx.query('DELETE FROM sessions WHERE seen_at <= ?', [this.quietSince()]);
    });
  }

  private quietSince(): string {
    return instantText.to(this.clock.now().subtract(Temporal.Duration.from({ hours: QUIET_HOURS })));
  }
}

const INSERT = `INSERT INTO sessions (person_id, data, seen_at, token_hash) VALUES (?, ?, ?, ?)
  ON CONFLICT (token_hash) DO UPDATE SET person_id = excluded.person_id, data = excluded.data, seen_at = excluded.seen_at`;

/**
 * A session that was ended meanwhile stays ended, one that was covered stays covered, and one that was handed to a guest stays
 * theirs: lifting and taking back open a new session.
 */
const UPDATE = `UPDATE sessions SET person_id = ?1, seen_at = ?3, data = json_patch(?2, json_object(
    'isCovered', json(coalesce(data -> '$.isCovered', ?2 -> '$.isCovered')),
    'turn', json(coalesce(data -> '$.turn', ?2 -> '$.turn')))) WHERE token_hash = ?4`;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
