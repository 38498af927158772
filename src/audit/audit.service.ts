import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { instantText } from '../database/columns.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../domain/clock.js';
import { ViewLog } from '../web/view-audit.interceptor.js';

/** The trail of every write and every view of a guest's record (R44): codes and references, never free text. */
@Injectable()
export class AuditService extends ViewLog {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Adds a line inside the open unit of work, so that act and line are kept or lost together. */
  async write(
    tx: EntityManager,
    personId: string | null,
    act: string,
    subjectId: string | null,
  ): Promise<void> {
    const at = instantText.to(this.clock.now());
    await tx.query('INSERT INTO audit (at, person_id, act, subject_id) VALUES (?, ?, ?, ?)', [
      at,
      personId,
      act,
      subjectId,
    ]);
  }

  /** A line for each of these records, inside the open unit of work. */
  async writeEach(
    tx: EntityManager,
    personId: string,
    act: string,
    subjectIds: readonly string[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO audit (at, person_id, act, subject_id) SELECT ?1, ?2, ?3, value FROM json_each(?4) ORDER BY key`,
      [instantText.to(this.clock.now()), personId, act, JSON.stringify(subjectIds)],
    );
  }

  /** Commits the line by itself: what is shown afterwards has been written down. */
  async viewed(personId: string, act: string, recordId: string): Promise<void> {
    await this.unit.run((tx) => this.write(tx, personId, act, recordId));
  }
}
