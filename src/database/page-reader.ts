import type { DataSource, EntityManager } from 'typeorm';

/** Reads for pages: short questions on a connection of its own that cannot write. */
export class PageReader {
  constructor(private readonly pages: DataSource) {}

  get manager(): EntityManager {
    return this.pages.manager;
  }

  /** Rows exactly as they stand in the file: instants and days are text. */
  rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.pages.query<Row[]>(sql, values);
  }
}
