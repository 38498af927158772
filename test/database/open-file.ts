import sqlite3 from 'sqlite3';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { type OpenHouse, openHouse } from '../../src/database/opening.js';
import { schemas } from '../../src/database/schemas/index.js';
import type { Guest } from '../../src/domain/guest.js';
import { aGuest } from '../support/builders.js';
import { houseFolder } from '../support/files.js';

export interface OpenFile extends OpenHouse {
  folder: string;
  /** Closes the house and removes its folder. */
  remove(): Promise<void>;
}

/** A house file of its own, opened as the server opens it. */
export async function openFile(): Promise<OpenFile> {
  const folder = await houseFolder();
  const open = await openHouse(folder);
  const remove = async () => {
    await open.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...open, folder, remove };
}

/** The same file under TypeORM as it comes: no queue, no guard. For the controls. */
export function stockDatabase(folder: string): Promise<DataSource> {
  const database = join(folder, 'house.sqlite');
  return new DataSource({
    type: 'sqlite',
    database,
    entities: schemas,
    entitySkipConstructor: true,
  }).initialize();
}

/** Straight to SQLite, past every guard, on this very connection. */
export function rawly(database: DataSource, sql: string): Promise<void> {
  const { databaseConnection } = database.driver as unknown as { databaseConnection: sqlite3.Database };
  return new Promise((ok, fail) => {
    sqlite3.Database.prototype.exec.call(databaseConnection, sql, (error) => (error ? fail(error) : ok()));
  });
}

export const guest = (id: string): Guest => aGuest({ id });

export async function guestIds(database: DataSource): Promise<string[]> {
  const rows = await database.query<{ id: string }[]>('SELECT id FROM guests ORDER BY id');
  return rows.map(({ id }) => id);
}
