import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { migrations } from '../../src/database/migrations/index.js';
import { RawFile, withFile } from '../../src/database/raw-file.js';
import { tempFolder } from '../support/files.js';

/** A file as it was before a migration, with what stood in it then. */
export class EarlierFile {
  private constructor(private readonly folder: string) {}

  /** Holds `rows`, SQL of the time before `migration`, and then everything up to that one has run. */
  static async migrated(migration: string, rows: readonly string[]): Promise<EarlierFile> {
    const made = new EarlierFile(await tempFolder());
    await made.migrate((number) => number < numberOf(migration));
    await withFile(RawFile.writing(made.file), (raw) => raw.exec(['BEGIN', ...rows, 'COMMIT'].join(';\n')));
    await made.migrate((number) => number <= numberOf(migration));
    return made;
  }

  rows(sql: string): Promise<unknown[]> {
    return withFile(RawFile.reading(this.file), (raw) => raw.rows(sql));
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  private get file(): string {
    return join(this.folder, 'house.sqlite');
  }

  private async migrate(isWanted: (number: string) => boolean): Promise<void> {
    const wanted = migrations.filter(({ name }) => isWanted(numberOf(name)));
    const options = { type: 'sqlite', database: this.file, migrations: wanted, logging: false } as const;
    const database = new DataSource(options);
    await database.initialize();
    await database.runMigrations({ transaction: 'all' });
    await database.destroy();
  }
}

const numberOf = (migration: string): string => migration.slice(-13);
