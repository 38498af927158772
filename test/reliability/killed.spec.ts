import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openHouse } from '../../src/database/opening.js';
import { houseFolder, tempFolder } from '../support/files.js';
import { killAtOnce, openingChild } from './child.js';

describe('a house that is killed', () => {
  let folder: string;

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('keeps a second one out while it lives, and lets the next one in when it is gone', async () => {
    folder = await houseFolder();
    const child = await openingChild(folder, 'open');
    const began = Date.now();
    await expect(openHouse(folder)).rejects.toThrow('Porchlight is already running with this house.');
    expect(Date.now() - began).toBeLessThan(1000);

    await killAtOnce(child);
    expect((await stat(join(folder, 'house.sqlite-wal'))).size).toBeGreaterThan(0);
    const house = await openHouse(folder);
    expect(await house.pages.query('SELECT count(*) AS count FROM tries')).toEqual([{ count: 1 }]);
    await house.close();
  });

  it('leaves a whole new house or none, wherever in the making it is killed', async () => {
    const cutShort: boolean[] = [];
    for (const wait of [0, 5, 15, 30, 60, 120]) {
      folder = await tempFolder();
      const child = await openingChild(folder, 'loaded');
      while (!existsSync(join(folder, 'house.sqlite.next')) && !existsSync(join(folder, 'house.sqlite')))
        await pause(1);
      await pause(wait);
      await killAtOnce(child);
      cutShort.push(!existsSync(join(folder, 'house.sqlite')));

      const house = await openHouse(folder);
      expect(await house.pages.query('SELECT count(*) AS count FROM secrets')).toEqual([{ count: 2 }]);
      await house.close();
      expect(existsSync(join(folder, 'house.sqlite.next'))).toBe(false);
      await rm(folder, { recursive: true });
    }
    // Otherwise the kills came too late to show anything
    expect(cutShort).toContain(true);
  });
});
