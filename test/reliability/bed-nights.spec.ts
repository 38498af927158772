import { rm } from 'node:fs/promises';
import { Crowd } from './crowd.js';
import { overlaps, twice } from './overlaps.js';
import { patchedBuild } from './patched-build.js';
import { scale } from './scale.js';
import { ServedHouse } from './served-house.js';

const BEDS = ['Maple', 'Cedar', 'Birch', 'Aspen', 'Fern', 'Rowan'].join('\n');
const BROWSERS = 4;

describe('no bed-night and no guest twice, whatever forty do at once (P1)', () => {
  it.each(scale.seeds)(
    'with the seed %d',
    async (seed) => {
      const house = await ServedHouse.open(BEDS, BROWSERS);
      try {
        const crowd = new Crowd(house, seed);
        await crowd.press(scale.acts);
        expect([await overlaps(house), await twice(house)]).toEqual([[], []]);
        expect(crowd.count(/ 5..$/)).toBe(0);
        // They got somewhere, and they got in one another's way
        expect(crowd.count(/ 303$/)).toBeGreaterThan(scale.acts / 10);
        expect(crowd.count(/ 409$/)).toBeGreaterThan(scale.acts / 10);
      } finally {
        await house.close();
      }
    },
    scale.patience,
  );

  it(
    'and not without the guard and the key: this check can fail',
    async () => {
      const build = await patchedBuild([
        ['domain/guard.js', 'if (isFreeFor(asked, wanted))', 'if (true)'],
        ['database/fingerprint.js', '=== expected', '!== null'],
      ]);
      // The nights are not written any more, so no key can refuse one
      const spoil = 'DROP TRIGGER claims_write_their_nights; DROP TRIGGER claims_move_their_nights;';
      const house = await ServedHouse.open(BEDS, BROWSERS, build, spoil);
      try {
        await new Crowd(house, 1).press(150);
        expect((await overlaps(house)).length).toBeGreaterThan(0);
      } finally {
        await house.close();
        await rm(build, { recursive: true });
      }
    },
    scale.patience,
  );
});
