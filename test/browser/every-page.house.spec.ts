import { openHouse, PASSPHRASE } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const setUp: State[] = [
  ['set-up', 'Open the house', (scene) => scene.get('/setup')],
  ['set-up, nothing filled in', 'Please check', (scene) => scene.desk.fill('/setup')],
  ['set-up, two beds of one name', 'Two beds are called', twoBeds],
];

function twoBeds({ desk, house }: Scene) {
  const beds = `Maple\n${LONG_NAME} / maple`;
  const person = { personName: 'Marta', passphrase: PASSPHRASE };
  return desk.fill('/setup', { code: house.setUpCode, houseName: LONG_NAME, beds, ...person });
}

const people: State[] = [
  ['the people', 'Add someone', list],
  ['somebody new', 'Do this together', (scene) => scene.get('/people/new')],
  [
    'somebody new, nothing filled in',
    'Please check',
    (scene) => scene.desk.fill('/people/new', {}, '/people'),
  ],
  ['a person', 'Their way in', (scene) => scene.get(me(scene))],
  [
    'a person, passphrase too short',
    'Please check',
    (scene) => scene.desk.fill(me(scene), {}, `${me(scene)}/passphrase`),
  ],
  ['a person who worked here', 'Their way in is closed', closed],
  ['the last manager', 'The house needs a manager', lastManager],
  ['my settings', 'My settings', (scene) => scene.get('/me')],
  ['my passphrase, nothing filled in', 'Please check', (scene) => scene.desk.fill('/me')],
];

const me = (scene: Scene) => `/people/${scene.desk.person.id}`;

async function list(scene: Scene) {
  await scene.sit('manager', undefined, LONG_NAME);
  await scene.house.signIn('coordinator');
  return scene.get('/people');
}

async function closed(scene: Scene) {
  const { person } = await scene.house.signIn('staff', 'Theodora');
  return scene.press(`/people/${person.id}`, '/disable');
}

async function lastManager(scene: Scene) {
  const [marta] = await scene.house.rows<{ id: string }>(`SELECT id FROM people WHERE name = 'Marta'`);
  await scene.press(`/people/${marta!.id}`, '/disable');
  return scene.press(me(scene), '/disable');
}

const settings: State[] = [
  ['the house', 'Time zone', (scene) => scene.get('/settings/house')],
  [
    'free beds, for anyone outside',
    'Free for the night of',
    async (scene) => {
      await scene.desk.fill('/settings/house', { tellsAvailability: 'yes' });
      return scene.get('/availability');
    },
  ],
  [
    'the house, nothing filled in',
    'Please check 1 thing',
    (scene) => emptied(scene, '/settings/house', 'houseName'),
  ],
  ['the house, changed meanwhile', 'Kept now', (scene) => twice(scene, '/settings/house', 'houseName')],
  ['how long somebody stays', 'None yet.', (scene) => scene.get('/settings/limits')],
  [
    'a limit that is none, and days on which nobody leaves',
    'Please check 1 thing',
    async (scene) => {
      await scene.desk.fill(
        '/settings/limits',
        { keptDay: scene.inDays(3), dayName: LONG_NAME },
        '/settings/kept-days',
      );
      const coming = { fromDay: scene.inDays(2), mostNights: '9', rollingNights: '14', rollingDays: '30' };
      await scene.desk.fill('/settings/limits', coming);
      return scene.desk.fill('/settings/limits', { ...coming, rollingDays: '' });
    },
  ],
  ['plain words', 'The list the house came with', (scene) => scene.get('/settings/wording')],
  [
    'plain words, one line unreadable',
    'Line 1: write the word',
    (scene) => scene.desk.fill('/settings/wording', { lines: 'client' }),
  ],
  ['plain words, changed meanwhile', 'Kept now', wordsTwice],
  ['the lists', 'The ready answers', (scene) => scene.get('/settings/lists')],
  ['a list', 'Nothing yet. The list is as it came.', (scene) => scene.get('/settings/lists/no-stay-reasons')],
  ['a list, changed', 'What was changed', changedList],
  [
    'a list, nothing filled in',
    'Please check',
    (scene) => emptied(scene, LIST, 'label-repair', 'place-no_staff'),
  ],
  ['a list, changed meanwhile', 'Kept now', (scene) => twice(scene, LIST, 'label-repair')],
  ['the beds', 'Add a bed', (scene) => scene.get('/settings/beds')],
  ['a bed without a name', 'Please check 1 thing', (scene) => emptied(scene, '/settings/beds', 'name')],
  ['a bed', 'Maple', async (scene) => scene.get(await maple(scene))],
  [
    'a bed, nothing filled in',
    'Please check',
    async (scene) => emptied(scene, await maple(scene), 'name', 'position'),
  ],
  ['a bed, changed meanwhile', 'Kept now', async (scene) => twice(scene, await maple(scene), 'name')],
  [
    'a bed that is kept',
    'Kept.',
    async (scene) =>
      scene.press(await maple(scene, LONG_NAME), '/settings/beds/', { lastNight: '2026-12-24' }),
  ],
];

const LIST = '/settings/lists/closure-reasons';

async function changedList(scene: Scene) {
  await scene.desk.fill(LIST, {
    newLabel: `${LONG_NAME} too`,
    'label-deep_clean': `Deep ${LONG_NAME}`,
    'place-repair': '1',
  });
  await scene.desk.fill(LIST, { 'aside[]': ['no_staff', 'other_use'] });
  return scene.get(LIST);
}

const exceptions: State[] = [
  [
    'exceptions, none',
    'Nothing waits for you.',
    async (scene) => {
      await scene.sit('coordinator');
      return scene.get('/exceptions');
    },
  ],
  [
    'exceptions, one to look at and one that was',
    'I have looked at it',
    async (scene) => {
      const { desk } = scene;
      for (const [bed, name] of [
        ['Maple', LONG_NAME],
        ['Cedar', 'Lou'],
      ] as const) {
        scene.desk = await scene.house.signIn('staff');
        await scene.stay(bed, name, {
          departureDay: scene.inDays(12),
          exceptionReason: 'The flat is ready then',
          agreedBy: desk.person.id,
        });
      }
      scene.desk = desk;
      const $ = await desk.visit('/exceptions');
      await desk.send($, $('form[action$="/look"]').attr('action')!, { remark: 'I remember two nights' });
      return scene.get('/exceptions');
    },
  ],
];

const emptied = (scene: Scene, path: string, ...fields: string[]) =>
  scene.desk.fill(path, Object.fromEntries(fields.map((field) => [field, ''])));

const maple = async (scene: Scene, name = 'Maple') => `/settings/beds/${await scene.bedId(name)}`;

async function wordsTwice({ desk }: Scene) {
  const $ = await desk.visit('/settings/wording');
  await desk.fill('/settings/wording', { lines: 'dryer = machine' });
  return desk.send($, '/settings/wording', { lines: 'dryer = drier' });
}

async function twice(scene: Scene, path: string, field: string) {
  const $ = await scene.desk.visit(path);
  await scene.desk.fill(path, { [field]: LONG_NAME });
  return scene.desk.send($, path, { [field]: 'Maple' });
}

describe('opening a house, as it is seen', () => {
  lookAtEvery(setUp, () => openHouse({ beds: '' }));
});

describe('people and settings, as they are seen', () => {
  lookAtEvery([...people, ...settings], () => openHouse({ beds: 'Maple\nCedar' }));
});

describe('exceptions, as they are seen', () => {
  lookAtEvery(exceptions, () => openHouse({ beds: 'Maple\nCedar' }));
});
