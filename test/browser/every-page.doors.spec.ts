import request from 'supertest';
import { paths } from '../../src/web/paths.js';
import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import type { Scene, State } from './scene.js';

const WRONG = 'not this one, not at all';

const doors: State[] = [
  ['sign-in', 'Who are you?', (scene) => scene.get('/sign-in')],
  ['sign-in, nothing filled in', 'Please check 2 things', (scene) => scene.desk.fill('/sign-in')],
  ['sign-in, wrong', 'That didn’t fit', wrong],
  ['sign-in, too often', 'Too many tries', tooOften],
  ['help, signed out', 'First steps', (scene) => scene.get(paths.help())],
  ['if the computer is down', 'Print this page now.', (scene) => scene.get(paths.computerDown())],
  ['if someone dies', 'You are not alone', (scene) => scene.get(paths.ifSomeoneDies())],
  ['sign-in, something kept', 'What was typed is kept', kept],
  ['the curtain', 'The screen is covered', covered],
  [
    'the curtain, nothing filled in',
    'Please check',
    (scene) => scene.desk.fill('/curtain', {}, '/curtain/lift'),
  ],
  [
    'the curtain, wrong',
    'That didn’t fit',
    (scene) => scene.desk.fill('/curtain', { secret: WRONG }, '/curtain/lift'),
  ],
];

const refusals: State[] = [
  ['403, another role', 'This is not open to you', refused],
  [
    '403, from another page',
    'Nothing was changed',
    (scene) => scene.desk.get('/').then(() => foreign(scene)),
  ],
  ['404, no such page', 'Page not found', (scene) => scene.get('/no-such-page')],
  [
    '404, no such stay',
    'Page not found',
    (scene) => scene.get('/stays/6f9619ff-8b86-4d01-b42d-00cf4fc964ff'),
  ],
  ['409, sent before', 'sent before', sentBefore],
  ['409, undone too late', 'shift in which it was done is over', undoneTooLate],
  ['413', 'too much at once', (scene) => scene.desk.post('/check-in', { name: 'x'.repeat(2_200_000) })],
  ['415', 'not read here', json],
  ['419', 'open too long', (scene) => scene.desk.post('/theme', {})],
  [
    '400, another name in the address',
    'not our address',
    (scene) => scene.desk.get('/').set('Host', 'elsewhere.example'),
  ],
];

async function wrong(scene: Scene) {
  const { person } = await scene.house.signIn();
  return scene.desk.fill('/sign-in', { person: person.id, passphrase: WRONG });
}

async function tooOften(scene: Scene) {
  for (let count = 0; count < 5; count += 1) await wrong(scene);
  return scene.desk.fill('/sign-in', { person: 'nobody', passphrase: WRONG });
}

async function kept(scene: Scene) {
  scene.house.clock.advance({ hours: 1 });
  await scene.sit();
  const $ = await scene.desk.visit('/check-in');
  await scene.desk.fill('/', {}, '/sign-out');
  return scene.follow(await scene.desk.send($, '/check-in', { name: 'Lou', departureDay: '2026-11-25' }));
}

async function covered(scene: Scene) {
  await scene.sit();
  return scene.press('/', '/curtain');
}

async function refused(scene: Scene) {
  await scene.sit();
  return scene.get('/people');
}

const foreign = (scene: Scene) => scene.desk.post('/theme', {}).set('Origin', 'https://elsewhere.example');

async function sentBefore(scene: Scene) {
  const $ = await scene.desk.visit('/check-in');
  await scene.desk.send($, '/check-in', { name: 'Lou', departureDay: '2026-11-25' });
  return scene.desk.send($, '/check-in', { name: 'Somebody Else', departureDay: '2026-11-25' });
}

async function undoneTooLate(scene: Scene) {
  const $ = await scene.desk.visit('/');
  await scene.sit('staff', '2026-11-23T15:00:00Z');
  const token = String((await scene.desk.visit('/'))('[name=_csrf]').first().val());
  return scene.desk.post($('form[action^="/undo/"]').first().attr('action')!, { _csrf: token });
}

function json({ desk, house }: Scene) {
  return request(house.url).post('/theme').set('Origin', desk.url).send({ theme: 'night' });
}

describe('the doors of the house, as they are seen', () => {
  lookAtEvery(doors, () => openHouse());
});

describe('what is refused, as it is seen', () => {
  lookAtEvery(refusals, () => openHouse());
});
