import { Test } from '@nestjs/testing';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseModule } from '../../src/database/database.module.js';
import { PageReader } from '../../src/database/page-reader.js';
import { ReportReader } from '../../src/database/report-reader.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { Guest } from '../../src/domain/guest.js';
import { guest, openFile } from './open-file.js';

it('the database as Nest gives it writes, reads, and closes once', async () => {
  const house = await openFile();
  const module = await Test.createTestingModule({ imports: [DatabaseModule.with(house)] }).compile();
  await module.init();
  await module.get(UnitOfWork).run((tx) => tx.insert(Guest, guest('ash')));
  expect(await module.get(PageReader).rows('SELECT id FROM guests')).toEqual([{ id: 'ash' }]);
  expect(await module.get(ReportReader).together((reader) => reader.count(Guest))).toBe(1);
  await module.close();
  await house.close();
  expect(existsSync(join(house.folder, 'house.sqlite-wal'))).toBe(false);
  await house.remove();
});
