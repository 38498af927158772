import sqlite3 from 'sqlite3';
import type { DataSourceOptions } from 'typeorm';
import { GuardedDatabase } from './guarded-database.js';
import { PagesDatabase, ReportsDatabase } from './paced-database.js';
import { schemas } from './schemas/index.js';
import { silence } from './silence.js';

type Connection = typeof GuardedDatabase | typeof PagesDatabase | typeof ReportsDatabase;

/** Never made here: a file that is not there is an error, not a new house. */
const { OPEN_READWRITE, OPEN_READONLY, OPEN_FULLMUTEX } = sqlite3;

const options = (file: string, flags: number, Database: Connection): DataSourceOptions => ({
  type: 'sqlite',
  database: file,
  flags: flags | OPEN_FULLMUTEX,
  // TypeORM takes the package by calling `verbose()`, which would make every statement keep a stack
  driver: { verbose: () => ({ ...sqlite3, Database }) },
  entities: schemas,
  entitySkipConstructor: true,
  migrationsRun: false,
  synchronize: false,
  logger: silence,
});

/** The one connection that writes, only inside a unit of work. */
export const writerOptions = (file: string) => options(file, OPEN_READWRITE, GuardedDatabase);

export const pageReaderOptions = (file: string) => options(file, OPEN_READONLY, PagesDatabase);

export const reportReaderOptions = (file: string) => options(file, OPEN_READONLY, ReportsDatabase);
