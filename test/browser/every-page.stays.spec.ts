import { LedgerService } from '../../src/ledger/ledger.service.js';
import { on } from '../support/builders.js';
import { openHouse } from '../support/open-house.js';
import { addressOf, LONG_NAME, type Scene, type State } from './scene.js';
import { lookAtEvery } from './every-page.js';

const WORDS = 'A slow week, long talks on the porch, and the first whole night of sleep since spring.';
const CONTACT = {
  followUpConsent: 'yes',
  point: '30d',
  channel: 'post',
  detail: '1200 Farawaystreetnamewithoutanyspace Road, Springfield',
};
/** What few guests say of it. */
const MORE = { language: LONG_NAME, sharedPhone: 'yes', expires: '2027-02-01' };
const FAR_BACK = '2026-11-04T12:00';

let long: string;
let lou: string;

const states: State[] = [
  ['a stay', 'leaves', here],
  [
    'its name missing',
    'Please check 1 thing',
    (scene) => scene.desk.fill(long, { name: '' }, nameForm(long)),
  ],
  ['its name changed meanwhile', 'Kept now', changedMeanwhile],
  ['without a name', 'Guest in Cedar', (scene) => open(scene, 'Cedar', { noName: 'yes' })],
  ['undone', 'was undone', (scene) => undone(scene)],
  ['leaving', 'How did the stay end?', (scene) => scene.get(`${lou}/departure`)],
  [
    'leaving, nothing filled in',
    'Please check',
    (scene) => scene.leave(lou, { ending: '', destination: '', leftAt: '2026-11-09T12:00' }),
  ],
  [
    'leaving, a yes without an address',
    'Choose how they want to be in touch',
    (scene) => scene.leave(lou, { followUpConsent: 'yes' }),
  ],
  [
    'leaving, more about being in touch, the last day over',
    'This day is over',
    (scene) => scene.leave(lou, { ...CONTACT, ...MORE, expires: '2026-10-01' }),
  ],
  ['leaving, begun', 'Throw it away', begun],
  ['left', 'How it ended', (scene) => left(scene)],
  ['left, told differently by another desk', 'is recorded already', toldTwice],
  ['another day, none chosen', 'Please check', (scene) => changeDay(scene, 'soon')],
  ['another day, too long', 'That makes', (scene) => changeDay(scene, '2026-11-12')],
  ['another day, changed meanwhile', 'Kept now', dayChangedMeanwhile],
  ['another day, the bed taken', 'instead', dayTaken],
  ['moving', 'To which bed?', (scene) => scene.get(`${long}/move`)],
  ['moving, nothing filled in', 'Please check 2 things', (scene) => scene.desk.fill(`${long}/move`)],
  ['moving, the bed taken', 'A bed is not free', moveTaken],
  ['swapping', 'With the guest in which bed?', (scene) => scene.get(`${long}/swap`)],
  ['swapping, nothing filled in', 'Please check 2 things', (scene) => scene.desk.fill(`${long}/swap`)],
  ['leaving today', 'Leaving today', (scene) => later(scene, '2026-11-06T18:00:00Z')],
  ['staying on', 'Staying on', (scene) => later(scene, '2026-11-16T18:00:00Z')],
  ['left long ago', 'a coordinator’s yes', (scene) => scene.leave(long, { leftAt: FAR_BACK })],
  ['left long ago, reason missing', 'Please check', exceptionEmpty],
];

const guests = new Map<string, string>();
const nameForm = (stay: string) => guests.get(stay)!;

async function here(scene: Scene) {
  await scene.sit();
  long = await scene.stay('Maple', LONG_NAME, {
    departureDay: '2026-11-05',
    pronouns: 'they or ze, either is fine',
  });
  lou = await scene.stay('Birch', 'Lou');
  guests.set(long, (await scene.desk.visit(long))('form[action$="/name"]').attr('action')!);
  return scene.get(long);
}

async function changedMeanwhile(scene: Scene) {
  const $ = await scene.desk.visit(long);
  await scene.desk.fill(long, { name: `${LONG_NAME} II` }, nameForm(long));
  return scene.desk.send($, nameForm(long), { name: 'Wil' });
}

async function open(scene: Scene, bed: string, answers: Record<string, string>) {
  return scene.get(addressOf(await scene.welcome(bed, answers)));
}

async function undone(scene: Scene) {
  const stay = await scene.stay('Fern', 'Ann');
  await scene.press(stay, '/undo/');
  return scene.get(stay);
}

async function begun(scene: Scene) {
  await scene.begin(`${lou}/departure`, { ...CONTACT, ...MORE, ownWords: WORDS, thingsLeft: LONG_NAME });
  return scene.get(`${lou}/departure`);
}

const left = async (scene: Scene) =>
  scene.follow(await scene.leave(lou, { ...CONTACT, ...MORE, ownWords: WORDS, bedNext: 'at-once' }));

async function toldTwice(scene: Scene) {
  const stay = await scene.stay('Fern', 'Kim');
  const $ = await scene.desk.visit(`${stay}/departure`);
  await scene.leave(stay, { ...CONTACT, ...MORE });
  return scene.desk.send($, `${stay}/departure`, {
    ending: 'needs_more',
    destination: 'hotel',
    ownWords: WORDS,
  });
}

const changeDay = (scene: Scene, departureDay: string) =>
  scene.desk.fill(long, { departureDay, reason: WORDS }, `${long}/departure-day`);

async function dayChangedMeanwhile(scene: Scene) {
  const $ = await scene.desk.visit(long);
  await changeDay(scene, '2026-11-06');
  return scene.desk.send($, `${long}/departure-day`, { departureDay: '2026-11-04', reason: WORDS });
}

async function dayTaken(scene: Scene) {
  await hold(scene, 'Maple', 7);
  return changeDay(scene, '2026-11-08');
}

async function moveTaken(scene: Scene) {
  await hold(scene, 'Fern', 4);
  return scene.desk.fill(`${long}/move`, { bedId: await scene.bedId('Fern'), reason: WORDS });
}

/** Keeps a bed for somebody for two nights from this day of November. */
async function hold(scene: Scene, bed: string, day: number) {
  const { house } = scene;
  const bedId = await scene.bedId(bed);
  const [firstNight, endNight] = [day, day + 2].map((each) => on(`2026-11-0${each}`));
  await house.write((tx) =>
    house.app.get(LedgerService).hold(tx, { bedId, firstNight: firstNight!, endNight: endNight! }),
  );
}

async function later(scene: Scene, time: string) {
  await scene.sit('staff', time);
  return scene.get(long);
}

async function exceptionEmpty(scene: Scene) {
  await scene.house.signIn('coordinator', LONG_NAME);
  return scene.leave(long, { leftAt: FAR_BACK, exceptionReason: '', agreedBy: '' });
}

describe('a stay and its end, as they are seen', () => {
  lookAtEvery(states, () =>
    openHouse({ beds: 'Maple\nCedar\nBirch\nFern', startAt: '2026-11-02T18:00:00Z' }),
  );
});
