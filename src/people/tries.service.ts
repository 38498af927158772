import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { instantText } from '../database/columns.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../domain/clock.js';
import { secondsToWait } from '../domain/tries.js';

/** Slows guessing down, by person and by device; nobody is locked out for ever. */
@Injectable()
export class TriesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a try before it is looked at, so that tries sent together do not all pass. Answers the seconds to wait:
   * above 0 the try is not looked at and does not count.
   */
  begin(subjects: readonly string[]): Promise<number> {
    return this.unit.run(async (tx) => {
      await this.forgetOld(tx);
      const waits = await Promise.all(subjects.map((subject) => this.wait(tx, subject)));
      const wait = Math.max(...waits);
      if (wait === 0) for (const subject of subjects) await this.count(tx, subject);
      return wait;
    });
  }

  /** A try that was right wipes the slate, inside the open unit of work. */
  async forget(tx: EntityManager, subjects: readonly string[]): Promise<void> {
    for (const subject of subjects) await tx.query('DELETE FROM tries WHERE subject = ?', [subject]);
  }

  /** No wait is longer than a quarter of an hour: what is older than a day slows nobody down. */
  private async forgetOld(tx: EntityManager): Promise<void> {
    const dayAgo = instantText.to(this.clock.now().subtract({ hours: 24 }));
    await tx.query('DELETE FROM tries WHERE last_at < ?', [dayAgo]);
  }

  private async wait(tx: EntityManager, subject: string): Promise<number> {
    const sql = 'SELECT failed, last_at AS lastAt FROM tries WHERE subject = ?';
    const [row] = await tx.query<{ failed: number; lastAt: string }[]>(sql, [subject]);
    return row ? secondsToWait(row.failed, Temporal.Instant.from(row.lastAt), this.clock.now()) : 0;
  }

  private async count(tx: EntityManager, subject: string): Promise<void> {
    await tx.query(
      `INSERT INTO tries (subject, failed, last_at) VALUES (?, 1, ?)
       ON CONFLICT (subject) DO UPDATE SET failed = failed + 1, last_at = excluded.last_at`,
      [subject, instantText.to(this.clock.now())],
    );
  }
}
