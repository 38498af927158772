import { BODY_LIMIT } from '../../src/app.setup.js';
import { load } from 'cheerio';
import { attackAll, targetsOn } from '../support/attack.js';
import { badValues, ids } from '../support/bad-values.js';
import { bodyOf, formsTakenAlong } from '../support/forms.js';
import { livelyHouse, type LivelyHouse } from '../support/lively-house.js';
import { openHouse } from '../support/open-house.js';

describe('odd input where nobody is signed in, under the cover, in a new house and in drafts (P16)', () => {
  let house: LivelyHouse;

  beforeAll(async () => {
    house = await livelyHouse();
  });

  afterAll(() => house.close());

  it('is borne at the sign-in page and under the cover', async () => {
    const covered = async () => {
      const desk = await house.signIn();
      await desk.fill('/', {}, '/curtain');
      return desk;
    };
    for (const [newDesk, page] of [
      [() => Promise.resolve(house.desk()), '/sign-in'],
      [covered, '/curtain'],
    ] as const) {
      const targets = await targetsOn(await newDesk(), [page]);
      expect(targets.length).toBeGreaterThan(0);
      expect(await attackAll(house, newDesk, targets, ids(house.ids))).toEqual([]);
    }
  }, 120_000);

  it('is borne by the set-up of a house that is not open yet', async () => {
    const empty = await openHouse({ beds: '' });
    // Without the code nothing opens, so that every answer meets the same page
    const targets = await targetsOn(empty.desk(), ['/setup']);
    expect(targets).toHaveLength(1);
    expect(await attackAll(empty, () => Promise.resolve(empty.desk()), targets)).toEqual([]);
    expect(await empty.rows('SELECT * FROM house')).toEqual([]);
    await empty.close();
  }, 120_000);

  it('comes back from a draft as it was typed, and breaks no page', async () => {
    const house = await livelyHouse();
    const desk = await house.signIn('manager');
    for (const place of ['/check-in', '/notes', `/stays/${house.stay}/departure`]) {
      for (const [number, value] of badValues.entries()) {
        const form = formsTakenAlong(await desk.visit(place)).find(({ action }) => action === '/theme')!;
        const typed = form.names.filter((name) => !['_csrf', 'formToken'].includes(name));
        const raws = Object.fromEntries(typed.map((name) => [name, value.raw(name)]));
        const body = bodyOf(form, raws);
        // So much at once is taken by no page, and kept as no draft
        const expected = Buffer.byteLength(body) > BODY_LIMIT ? 413 : 303;
        expect([number, (await desk.post('/theme', body as never)).status]).toEqual([number, expected]);
        const again = await desk.get(place);
        expect([place, number, again.status]).toEqual([place, number, 200]);
        expect(load(again.text)('img, svg, script:not([src^="/assets/keep"])').length).toBe(0);
      }
    }
    await house.close();
  }, 120_000);
});
