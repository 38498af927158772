import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { migrations } from '../../src/database/migrations/index.js';

const migrationsDir = 'src/database/migrations';
const cacheDir = join('node_modules', '.cache', 'porchlight');

/** A temporary folder of its own. */
export const tempFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'porchlight-'));

/** A data folder with a house file that has had every migration and has no rows but those of the migrations. */
export async function houseFolder(): Promise<string> {
  const folder = await tempFolder();
  await copyFile(await template(), join(folder, 'house.sqlite'));
  return folder;
}

/** Made once for these very migrations, aside and renamed: workers may meet here. */
async function template(): Promise<string> {
  const file = join(cacheDir, `house-${await migrationsHash()}.sqlite`);
  if (await stat(file).catch(() => null)) return file;
  await mkdir(cacheDir, { recursive: true });
  const making = await mkdtemp(join(cacheDir, 'making-'));
  await rename(await freshFile(making), file);
  await rm(making, { recursive: true });
  return file;
}

/** A file made by the migrations alone, whatever the release says about it. */
export async function freshFile(folder: string): Promise<string> {
  const file = join(folder, 'fresh.sqlite');
  const database = new DataSource({ type: 'sqlite', database: file, migrations, logging: false });
  await database.initialize();
  await database.runMigrations({ transaction: 'all' });
  await database.destroy();
  return file;
}

async function migrationsHash(): Promise<string> {
  const names = (await readdir(migrationsDir, { recursive: true }))
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(await readFile(join(migrationsDir, name)));
  return hash.digest('hex').slice(0, 16);
}
