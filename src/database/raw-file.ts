import sqlite3 from 'sqlite3';

/** Milliseconds for another program to let go: whoever starts Porchlight has an answer within a second. */
const SHORT_WAIT = 250;

/** A plain connection with no settings of ours, for what happens before the house is open. Close each one. */
export class RawFile {
  private constructor(private readonly database: sqlite3.Database) {}

  static reading = (file: string): Promise<RawFile> => RawFile.open(file, sqlite3.OPEN_READONLY);
  static writing = (file: string): Promise<RawFile> => RawFile.open(file, sqlite3.OPEN_READWRITE);
  static making = (file: string): Promise<RawFile> =>
    RawFile.open(file, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE);

  private static open(file: string, mode: number): Promise<RawFile> {
    return new Promise((ok, fail) => {
      const database: sqlite3.Database = new sqlite3.Database(file, mode | sqlite3.OPEN_FULLMUTEX, (error) =>
        error ? fail(error) : ok(new RawFile(database)),
      );
      database.configure('busyTimeout', SHORT_WAIT);
    });
  }

  rows<Row>(sql: string): Promise<Row[]> {
    return new Promise((ok, fail) => {
      this.database.all<Row>(sql, (error, rows) => (error ? fail(error) : ok(rows)));
    });
  }

  exec(sql: string): Promise<void> {
    return new Promise((ok, fail) => {
      this.database.exec(sql, (error) => (error ? fail(error) : ok()));
    });
  }

  close(): Promise<void> {
    return new Promise((ok, fail) => {
      this.database.close((error) => (error ? fail(error) : ok()));
    });
  }
}

/** Opens, works, closes whatever happens. */
export async function withFile<Result>(
  opening: Promise<RawFile>,
  work: (file: RawFile) => Promise<Result>,
): Promise<Result> {
  const file = await opening;
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}
