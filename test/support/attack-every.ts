import { attackAll, type Target, targetsOn } from './attack.js';
import { ids } from './bad-values.js';
import { copyOf, livelyHouse, pagesOf } from './lively-house.js';

const GUESTS = /^\/(check-in|stays|guests|follow-ups|notes)\b/;

/** Splits all forms in two of about the same length, so that two workers can have a part each; whatever it is not is in the other. */
export const isAboutGuests = ({ action }: Target): boolean => GUESTS.test(action);

/** Attacks each form of a lively house that is wanted, and expects that none has a fault. */
export async function attackEvery(isWanted: (target: Target) => boolean): Promise<void> {
  const house = await livelyHouse();
  const targets = (await targetsOn(await house.signIn('manager'), pagesOf(house))).filter(isWanted);
  expect(targets.length).toBeGreaterThan(10);
  const tried = new Set<string>();
  for (const target of targets) {
    // A copy for each form: in one house the pages grow longer with every answer that is taken
    const copy = await copyOf(house);
    const newDesk = () => copy.signIn('manager');
    expect(await attackAll(copy, newDesk, [target], ids(house.ids), tried)).toEqual([]);
    await copy.close();
  }
  await house.close();
}
