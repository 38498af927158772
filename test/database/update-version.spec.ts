import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { updateVersion } from '../../src/database/update-version.js';
import { ChangedMeanwhile } from '../../src/domain/conflict.js';
import { Guest } from '../../src/domain/guest.js';
import { guest, type OpenFile, openFile } from './open-file.js';

describe('changing a record that others change too (R26)', () => {
  let house: OpenFile;
  let unit: UnitOfWork;

  beforeEach(async () => {
    house = await openFile();
    unit = new UnitOfWork(house.writer);
    await unit.run((tx) => tx.insert(Guest, guest('ash')));
  });

  afterEach(() => house.remove());

  const found = () => house.pages.manager.findOneByOrFail(Guest, { id: 'ash' });
  const rename = (read: Guest, pronouns: string) =>
    unit.run((tx) => updateVersion(tx, Guest, read, { pronouns }));

  it('writes what changed and counts the version up', async () => {
    await rename(await found(), 'they');
    expect(await found()).toMatchObject({ pronouns: 'they', name: 'Ash', version: 2 });
  });

  it('lets the first of two tabs win, and tells the second', async () => {
    const both = [await found(), await found()];
    const outcomes = await Promise.allSettled(both.map((read, tab) => rename(read, `tab ${tab}`)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(outcomes[1]).toMatchObject({ reason: expect.any(ChangedMeanwhile) as unknown });
    expect(await found()).toMatchObject({ pronouns: 'tab 0', version: 2 });
  });

  it('never makes a record that is not there', async () => {
    const gone = Object.assign(guest('gone'), { version: 1 });
    await expect(rename(gone, 'they')).rejects.toBeInstanceOf(ChangedMeanwhile);
    expect(await house.pages.manager.countBy(Guest, {})).toBe(1);
  });
});
