import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { addressOf, LONG_NAME, type Scene, type State } from './scene.js';

const LONG_LINE = `Mind the step, ${'averylongword'.repeat(9)}`;
const TOLD = { 'kinds[]': ['hurt', 'came_in'], nextShift: LONG_LINE };

const happened: State[] = [
  ['a shift in which nothing happened', 'Write down that something happened', quiet],
  ['nothing written down', 'Nothing yet.', (scene) => scene.get('/happened')],
  ['something happened, empty', 'What the next shift must know', (scene) => scene.get('/happened/new')],
  [
    'something happened, nothing filled in',
    'Please check',
    (scene) => scene.desk.fill('/happened/new', {}, '/happened'),
  ],
  ['a line that names a guest', 'is a guest’s name', named],
  ['something begun', 'Begun by you', begun],
  ['a shift in which something happened', 'Tell a coordinator by', written],
  ['the one who was not there', 'written by Theo', notThere],
  ['all that was written down', 'Open', listed],
  ['something that happened, open', 'Who must hear of it', (scene) => scene.get(at(scene))],
  [
    'somebody told, without a name',
    'Enter who was told',
    (scene) => scene.desk.fill(at(scene), {}, `${at(scene)}/told`),
  ],
  ['not needed, without a reason', 'Say why it is not needed', notNeeded],
  ['closed too early', 'Somebody is still to be told', (scene) => scene.press(at(scene), '/close')],
  ['more is said', 'say more', (scene) => scene.get(`${at(scene)}/change`)],
  ['changed meanwhile', 'Kept now', meanwhile],
  ['to read together, empty', 'Nothing was written for them', async (scene) => scene.get(await part(scene))],
  [
    'to read together, naming another',
    'another guest’s name',
    async (scene) => scene.desk.fill(await part(scene), { part: 'Wilhelmina fell' }),
  ],
  ['to read together', 'You fell', read],
  ['past its clock', 'was due', late],
  ['closed, with all there is', 'Nothing of it changes any more', closed],
  [
    'closed, nothing added',
    'Write what is to be added',
    (scene) => scene.desk.fill(at(scene), {}, `${at(scene)}/add`),
  ],
];

/** The first that was written down. */
const at = (scene: Scene): string => places.get(scene)!;
const places = new WeakMap<Scene, string>();

async function quiet(scene: Scene) {
  await scene.sit('staff', undefined, 'Theo');
  return scene.get('/shift');
}

async function named(scene: Scene) {
  await scene.stay('Maple', LONG_NAME);
  await scene.stay('Cedar', 'Ottilie Vane');
  return scene.desk.fill('/happened/new', { ...TOLD, nextShift: `Ring ${LONG_NAME}` }, '/happened');
}

async function begun(scene: Scene) {
  await scene.begin('/happened/new', { ...TOLD, tried: 'Tea' });
  return scene.get('/happened/new');
}

async function written(scene: Scene) {
  const $ = await scene.desk.visit('/happened/new');
  const guests = $('[name="guests[]"]')
    .toArray()
    .map((each) => String($(each).val()));
  const more = {
    place: LONG_NAME,
    happened: 'word '.repeat(200),
    tried: 'Tea\n\nand a chair',
    emergency: 'guest',
  };
  const answers = {
    ...TOLD,
    ...more,
    'guests[]': guests,
    'people[]': [scene.desk.person.id],
    guestSupport: 'Tea',
  };
  places.set(scene, addressOf(await scene.desk.send($, '/happened', answers)));
  return scene.get('/shift');
}

async function notThere(scene: Scene) {
  await scene.sit('staff', undefined, 'Rosa');
  return scene.get('/shift');
}

async function listed(scene: Scene) {
  await scene.sit('coordinator', undefined, `Ines ${LONG_NAME}`);
  return scene.get('/happened');
}

function notNeeded(scene: Scene) {
  return scene.desk.fill(at(scene), { due: 'tell' }, `${at(scene)}/not-needed`);
}

async function meanwhile(scene: Scene) {
  const path = `${at(scene)}/change`;
  const $ = await scene.desk.visit(path);
  await scene.desk.fill(path, { place: 'Hall', 'kinds[]': ['hurt'] });
  return scene.desk.send($, path, { place: 'Attic' });
}

const part = async (scene: Scene): Promise<string> =>
  String((await scene.desk.visit(at(scene)))('aside a[href*="/with/"]').attr('href'));

async function read(scene: Scene) {
  const path = await part(scene);
  await scene.desk.fill(path, { part: 'You fell on the stairs.\n\nWe are sorry.' });
  return scene.get(path);
}

async function late(scene: Scene) {
  scene.house.clock.advance({ hours: 2 });
  await scene.sit('coordinator');
  return scene.get('/shift');
}

async function closed(scene: Scene) {
  await scene.desk.fill(at(scene), { whom: `The landlord, ${LONG_NAME}` }, `${at(scene)}/told`);
  await scene.desk.fill(at(scene), {}, `${at(scene)}/due`);
  await scene.press(at(scene), '/close');
  await scene.desk.fill(at(scene), { addition: LONG_LINE.repeat(3) }, `${at(scene)}/add`);
  return scene.get(at(scene));
}

const NALOXONE = '/settings/supplies/naloxone';
const PLACE = { place: `Hall cupboard, ${LONG_NAME}`, isOn: 'yes' };

const supplies: State[] = [
  ['supplies, as they come', 'Not looked at', asManager],
  [
    'a supply without a name',
    'Enter what it is',
    (scene) => scene.desk.fill('/settings/supplies', { name: '' }),
  ],
  ['a supply nobody looked at', 'Nobody yet.', (scene) => scene.get(NALOXONE)],
  ['a supply nobody would find', 'Say where it is', (scene) => scene.desk.fill(NALOXONE, { isOn: 'yes' })],
  ['a supply, changed meanwhile', 'Kept now', suppliesMeanwhile],
  ['a shift that is to look', 'time for a new one', toLook],
  ['looking at one', 'The date stands on the box', (scene) => scene.get('/supplies/naloxone/look')],
  [
    'a new one that is old',
    'This day is over',
    (scene) => scene.desk.fill('/supplies/naloxone/look', { goodUntil: '2020-01-01' }),
  ],
  ['a shift that looked', 'Looked at. Thank you.', (scene) => scene.press('/shift', '/look')],
  ['who looked', 'Theodora', (scene) => scene.get(NALOXONE)],
  ['clocks', 'Within how many hours', (scene) => scene.get('/settings/clocks')],
  [
    'a clock that is none',
    'Enter hours from 1 to 720',
    (scene) => scene.desk.fill('/settings/clocks', { 'tell-hurt': '0' }),
  ],
  ['clocks, changed meanwhile', 'Kept now', clocksMeanwhile],
];

async function asManager(scene: Scene) {
  await scene.sit('manager', undefined, 'Theodora');
  return scene.get('/settings/supplies');
}

async function suppliesMeanwhile(scene: Scene) {
  const $ = await scene.desk.visit(NALOXONE);
  await scene.desk.fill(NALOXONE, { ...PLACE, goodUntil: scene.inDays(9) });
  return scene.desk.send($, NALOXONE, { place: 'Attic' });
}

async function toLook(scene: Scene) {
  await scene.desk.fill('/settings/supplies', {
    ...PLACE,
    name: `Torch ${LONG_NAME.slice(0, 50)}`,
    everyDays: '7',
  });
  return scene.get('/shift');
}

async function clocksMeanwhile(scene: Scene) {
  const $ = await scene.desk.visit('/settings/clocks');
  await scene.desk.fill('/settings/clocks', { 'report-hurt': '24', 'to-hurt': LONG_NAME });
  return scene.desk.send($, '/settings/clocks', { 'tell-hurt': '3' });
}

describe('something happened, as it is seen', () => {
  lookAtEvery(happened, () => openHouse({ beds: 'Maple\nCedar' }));
});

describe('supplies and clocks, as they are seen', () => {
  lookAtEvery(supplies, () => openHouse({ beds: 'Maple' }));
});
