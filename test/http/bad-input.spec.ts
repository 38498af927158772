import { type CheerioAPI, load } from 'cheerio';
import type { Response } from 'supertest';
import { badValues, type BadValue, GIVES_AWAY, ids } from '../support/bad-values.js';
import type { Desk } from '../support/desk.js';
import { bodyOf, type FoundForm, formsOn } from '../support/forms.js';
import { livelyHouse, type LivelyHouse, pagesOf } from '../support/lively-house.js';
import { type House, openHouse } from '../support/open-house.js';

const MAY_ANSWER = [200, 303, 404, 409, 413, 419, 422];

/** Every record a refused form must leave as it was. */
const TABLES = [
  'house',
  'people',
  'beds',
  'guests',
  'stays',
  'bed_segments',
  'claims',
  'departures',
  'consents',
];

describe('odd input in every field of every form that can be found (P16)', () => {
  let house: LivelyHouse;

  beforeAll(async () => {
    house = await livelyHouse();
  });

  afterAll(() => house.close());

  it('is answered in plain words, kept as typed, and changes nothing where it is refused', async () => {
    const desk = () => house.signIn('manager');
    const forms = await findForms(await desk(), pagesOf(house));
    expect(forms.length).toBeGreaterThan(15);
    const wrong: string[] = [];
    for (const found of forms) wrong.push(...(await tryForm(house, desk, found, ids(house.ids))));
    expect(wrong).toEqual([]);
  }, 120_000);

  it('is borne at the sign-in page and under the cover', async () => {
    const covered = async () => {
      const desk = await house.signIn();
      await desk.fill('/', {}, '/curtain');
      return desk;
    };
    const wrong: string[] = [];
    for (const form of await findForms(house.desk(), ['/sign-in'])) {
      wrong.push(...(await tryForm(house, async () => house.desk(), form, ids(house.ids))));
    }
    for (const form of await findForms(await covered(), ['/curtain']))
      wrong.push(...(await tryForm(house, covered, form)));
    expect(wrong).toEqual([]);
  }, 60_000);

  it('is borne by the set-up of a house that is not open yet', async () => {
    const empty = await openHouse({ beds: '' });
    const desk = async () => empty.desk();
    const wrong: string[] = [];
    // Without the code nothing opens, so that every answer meets the same page
    for (const form of await findForms(await desk(), ['/setup']))
      wrong.push(...(await tryForm(empty, desk, form)));
    expect(wrong).toEqual([]);
    expect(await empty.rows('SELECT * FROM house')).toEqual([]);
    await empty.close();
  }, 60_000);

  it('comes back from a draft as it was typed, and breaks no page', async () => {
    const desk = await house.signIn('manager');
    for (const place of ['/check-in', `/stays/${house.stay}/departure`]) {
      for (const value of badValues) {
        const $ = await desk.visit(place);
        const sent = formsOn($).find(({ action }) => action === '/theme')!;
        const typed = sent.names.filter((name) => !['_csrf', 'formToken'].includes(name));
        const body = typed.reduce((form, name) => bodyOf(withRaw(form, name, value)), '' as never);
        await desk.post('/theme', body as never);
        const again = await desk.get(place);
        expect([place, value.raw('x').slice(0, 60), again.status]).toEqual([
          place,
          value.raw('x').slice(0, 60),
          200,
        ]);
        expect(load(again.text)('img, svg, script').length).toBe(0);
      }
    }
  });
});
