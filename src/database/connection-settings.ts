import sqlite3 from 'sqlite3';
import { CannotOpen } from './refusals.js';

/** SQLite settings of one connection, as PRAGMA answers them. */
export type ConnectionSettings = Readonly<Record<string, string | number>>;

const MiB = 1024 * 1024;
const FULL = 2;

const everyConnection = { foreign_keys: 1, trusted_schema: 0, cell_size_check: 1, busy_timeout: 2000 };

/** What was answered is on the disk (FULL), what was deleted is gone from the file (secure_delete). */
export const writerSettings: ConnectionSettings = {
  ...everyConnection,
  journal_mode: 'wal',
  synchronous: FULL,
  secure_delete: 1,
  journal_size_limit: 64 * MiB,
};

export const readerSettings: ConnectionSettings = { ...everyConnection, query_only: 1 };

type Done = (error: Error | null) => void;

/** A connection that is usable only once every setting was made and read back; every new connection does this anew. */
export class SettledDatabase extends sqlite3.Database {
  constructor(file: string, mode: number, settings: ConnectionSettings, done: Done) {
    super(file, mode, function (this: sqlite3.Database, error) {
      if (error) return done(error);
      settle(this, settings).then(
        () => done(null),
        (reason: Error) => this.close(() => done(reason)),
      );
    });
  }
}

async function settle(database: sqlite3.Database, settings: ConnectionSettings): Promise<void> {
  const statements = Object.entries(settings).map(([name, value]) => `PRAGMA ${name} = ${value};`);
  await new Promise<void>((ok, fail) => {
    sqlite3.Database.prototype.exec.call(database, statements.join(''), (error) =>
      error ? fail(error) : ok(),
    );
  });
  await checkSettings(database, settings);
}

/** Throws CannotOpen naming the first setting that is not as it should be. */
export async function checkSettings(database: sqlite3.Database, settings: ConnectionSettings): Promise<void> {
  for (const [name, wanted] of Object.entries(settings)) {
    const found = await readSetting(database, name);
    if (found !== wanted) {
      throw new CannotOpen(
        `The house file does not take the setting ${name} = ${wanted} (it says ${String(found)}).`,
      );
    }
  }
}

/** The answer's column is not always called as the setting: busy_timeout answers "timeout". */
function readSetting(database: sqlite3.Database, name: string): Promise<unknown> {
  return new Promise((ok, fail) => {
    sqlite3.Database.prototype.get.call(database, `PRAGMA ${name}`, (error: Error | null, row?: object) =>
      error ? fail(error) : ok(Object.values(row ?? {})[0]),
    );
  });
}
