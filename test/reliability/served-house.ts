import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { RawFile, withFile } from '../../src/database/raw-file.js';
import { Desk } from '../support/desk.js';
import { tempFolder } from '../support/files.js';
import { RunningHouse } from '../support/running-house.js';

export const PASSPHRASE = 'three warm lamps on a porch';

/** The built house as a process of its own on a real file, with a manager signed in on some browsers. */
export class ServedHouse {
  private constructor(
    readonly folder: string,
    private process: RunningHouse,
    public url: string,
    readonly desks: readonly Desk[],
    private readonly build: string,
  ) {}

  /** `build` is the folder of the build; `spoil` is SQL for the file between set-up and opening, for controls. */
  static async open(beds: string, browsers: number, build = 'dist', spoil = ''): Promise<ServedHouse> {
    const folder = await tempFolder();
    let house = new RunningHouse(folder, {}, build);
    const desk = new Desk(await house.address());
    await desk.fill('/setup', {
      code: house.setUpCode,
      houseName: 'Willow House',
      timeZone: 'America/Chicago',
      beds,
      personName: 'Marta',
      passphrase: PASSPHRASE,
    });
    await house.end('SIGTERM');
    const [{ id } = { id: '' }] = await rowsOf<{ id: string }>(folder, 'SELECT id FROM people');
    if (spoil !== '')
      await withFile(RawFile.writing(join(folder, 'house.sqlite')), (file) => file.exec(spoil));
    house = new RunningHouse(folder, {}, build);
    const url = await house.address();
    const desks: Desk[] = [];
    for (let count = 0; count < browsers; count += 1) {
      const each = new Desk(url, { id, name: 'Marta' });
      await each.signIn(id, PASSPHRASE);
      desks.push(each);
    }
    return new ServedHouse(folder, house, url, desks, build);
  }

  /** Read past the house, from its file. */
  rows<Row>(sql: string): Promise<Row[]> {
    return rowsOf<Row>(this.folder, sql);
  }

  /** As when the power goes and comes back: the same folder, at another address. */
  async killAndStart(): Promise<void> {
    await this.process.end('SIGKILL');
    this.process = new RunningHouse(this.folder, {}, this.build);
    this.url = await this.process.address();
  }

  async close(): Promise<void> {
    await this.process.end('SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }
}

const rowsOf = <Row>(folder: string, sql: string): Promise<Row[]> =>
  withFile(RawFile.reading(join(folder, 'house.sqlite')), (file) => file.rows<Row>(sql));
