import { destinations, DIED, endings } from '../../src/domain/departure-lists.js';
import { HouseLists } from '../../src/domain/house-lists.js';
import { hudDestinations, hudGroups, hudOf } from '../../src/domain/hud-destinations.js';
import { on } from '../support/builders.js';

const list = HouseLists.shipped.of('destinations');
const planned = (destination: string, of = list) => hudOf({ ending: 'planned', destination }, of);
const ANSWERS = [...hudDestinations.map(({ code }) => code), 8, 9, 24, 99];

describe('where guests went, as HUD counts it', () => {
  it.each([...destinations.map(({ code }) => code), DIED])('knows %s', (code) =>
    expect(ANSWERS).toContain(planned(code)),
  );

  it.each([
    ['own_place', 410],
    ['shelter', 101],
    ['outside', 116],
    ['not_said', 9],
    ['not_known', 8],
    ['not_asked', 99],
    [DIED, 24],
  ])('%s is %i', (code, hud) => expect(planned(code)).toBe(hud));

  it('tells one hospital from another by how the stay ended', () => {
    const hospital = (ending: string) => hudOf({ ending, destination: 'hospital' }, list);
    const psychiatric = endings.filter(({ code }) => hospital(code) === 204).map(({ code }) => code);
    expect(psychiatric).toEqual(['hospital_psych_vol', 'hospital_psych_inv']);
    expect(hospital('hospital_med')).toBe(206);
  });

  it.each(hudGroups)('counts an answer of the house as it said: $group', ({ group }) => {
    const wish = { labels: {}, places: {}, aside: [], added: { label: 'The lake house', group } };
    const entries = list.next(wish, on('2026-03-05'));
    const own = entries.at(-1)!;
    expect(`hud_${planned(own.code, Object.assign(Object.create(list) as typeof list, { entries }))}`).toBe(
      group,
    );
  });

  it('asks what an answer of the house counts as, and reads an older one as other', () => {
    const wish = { labels: {}, places: {}, aside: [], added: { label: 'The lake house', group: null } };
    expect(() => list.next(wish, on('2026-03-05'))).toThrow('Choose what it counts as');
    expect(planned('ours_17')).toBe(17);
  });
});
