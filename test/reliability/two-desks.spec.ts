import { rm } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import { type Desk, fieldsOf } from '../support/desk.js';
import { patchedBuild, type Patch } from './patched-build.js';
import { scale } from './scale.js';
import { ServedHouse } from './served-house.js';

/** How often not exactly one of two desks was told that theirs is kept, or another's is. */
async function overwritten(house: ServedHouse): Promise<number> {
  const [one, other] = house.desks as [Desk, Desk];
  const today = Temporal.Now.zonedDateTimeISO('America/Chicago').subtract({ hours: 4 }).toPlainDate();
  const days = [1, 2, 3].map((count) => today.add({ days: count }).toString());
  const stay = (await one.fill('/check-in', { name: 'Sam Ash', departureDay: days[0]! })).headers.location!;
  const action = `${stay}/departure-day`;
  let wrong = 0;
  for (let race = 0; race < scale.races; race += 1) {
    const before = await planned(house);
    // Each asks for another day than the one that is planned
    const [mine, theirs] = days.filter((day) => day !== before) as [string, string];
    const pages = [await one.visit(stay), await other.visit(stay)] as const;
    const answers = await Promise.all([
      one.send(pages[0], action, { departureDay: mine }),
      other.send(pages[1], action, { departureDay: theirs }),
    ]);
    const winners = [mine, theirs].filter((_, desk) => answers[desk]!.status === 303);
    if (winners.length !== 1 || winners[0] !== (await planned(house))) wrong += 1;
  }
  return wrong;
}

const planned = async (house: ServedHouse): Promise<string> =>
  (await house.rows<{ day: string }>('SELECT planned_day AS day FROM stays'))[0]!.day;

/** How many notes too many or too few there are after so many double clicks. */
async function doubled(house: ServedHouse): Promise<number> {
  const [desk] = house.desks as [Desk];
  for (let click = 0; click < scale.races; click += 1) {
    const $ = await desk.visit('/notes');
    const fields = { ...fieldsOf($, '/notes'), text: `Bins out ${click}`, lives: 'done' };
    await Promise.all([desk.post('/notes', fields), desk.post('/notes', fields)]);
  }
  const [row] = await house.rows<{ count: number }>('SELECT count(*) AS count FROM notes');
  return Math.abs(row!.count - scale.races);
}

async function inHouse(
  work: (house: ServedHouse) => Promise<number>,
  patches: Patch[] = [],
): Promise<number> {
  const build = patches.length === 0 ? 'dist' : await patchedBuild(patches);
  const house = await ServedHouse.open('Maple\nCedar', 2, build);
  try {
    return await work(house);
  } finally {
    await house.close();
    if (build !== 'dist') await rm(build, { recursive: true });
  }
}

describe('two desks, and one hand that clicks twice (P8)', () => {
  it('nothing is overwritten unseen', async () => expect(await inHouse(overwritten)).toBe(0), scale.patience);

  it(
    'but would be without the version: this check can fail',
    async () => {
      const withoutVersion: Patch[] = [
        ['database/update-version.js', 'AND version = :version', ''],
        ['stays/stays.service.js', 'version !== whole.stay.version', 'false'],
      ];
      expect(await inHouse(overwritten, withoutVersion)).toBeGreaterThan(0);
    },
    scale.patience,
  );

  it('a double click is done once', async () => expect(await inHouse(doubled)).toBe(0), scale.patience);

  it(
    'but would be done twice without what was sent being remembered: this check can fail',
    async () => {
      const forgetful: Patch[] = [
        ['acts/acts.service.js', 'if (before)', 'if (false)'],
        ['acts/acts.service.js', "if (token !== '')", 'if (false)'],
      ];
      expect(await inHouse(doubled, forgetful)).toBeGreaterThan(0);
    },
    scale.patience,
  );
});
