import type { DataSource, EntityManager } from 'typeorm';
import { Turns } from './turns.js';

/** Reads for reports, exports and checks, one at a time, on a connection of its own that cannot write. */
export class ReportReader {
  private readonly turns = new Turns(Infinity);

  constructor(private readonly reports: DataSource) {}

  /** All reads inside see the file as it was at the first of them. Do not call it from inside itself. */
  together<Result>(work: (reader: EntityManager) => Promise<Result>): Promise<Result> {
    return this.turns.take(async () => {
      await this.reports.query('BEGIN');
      try {
        return await work(this.reports.manager);
      } finally {
        await this.reports.query('COMMIT');
      }
    });
  }
}
