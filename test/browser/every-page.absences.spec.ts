import { paths } from '../../src/web/paths.js';
import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const WISH = 'Ring my sister Ana first, then wait until noon.\nPlease never ring my work.';
const ONE_LONG_WORD = 'https://example.org/'.padEnd(300, 'averylongaddress');
const FAR_BACK = '2026-11-04T12:00';

let long: string;
let lou: string;

const away = (scene: Scene, answers: Record<string, string> = {}, stay = long) =>
  scene.desk.fill(`${stay}/away`, { backBy: `${scene.inDays(1)}T21:00`, ...answers });

const states: State[] = [
  ['away for a night', 'Back by', first],
  ['away, nothing filled in', 'Please check 1 thing', (scene) => away(scene, { backBy: '' })],
  [
    'away, times that do not fit',
    'Please check 1 thing',
    (scene) => away(scene, { wish: WISH, awayAt: '2020-01-01T12:00' }),
  ],
  ['away, changed meanwhile', 'Kept now', awayMeanwhile],
  ['a stay whose guest is away', 'If they are not back then', (scene) => scene.get(long)],
  ['away for longer', 'Did they say so earlier?', (scene) => scene.get(`${long}/away`)],
  ['back', 'They came back', (scene) => scene.get(`${long}/back`)],
  ['back, before they went', 'Please check 1 thing', (scene) => back(scene, '2026-11-02T11:59')],
  ['not seen since', 'Nobody has seen them since', (scene) => scene.get(`${lou}/not-seen`)],
  [
    'not seen since, in the future',
    'Please check 1 thing',
    (scene) => scene.desk.fill(`${lou}/not-seen`, { since: '2027-11-02T12:00' }),
  ],
  ['just not seen', 'Nothing is written down', notSeen],
  ['a stay whose guest has not come back', 'They asked us to do this', late],
  ['the board of such a night', 'still here?', (scene) => scene.get('/')],
  ['the shift page of such a night', 'Hasn’t come back yet', (scene) => scene.get('/shift')],
  [
    'the night sheet of such a night',
    'not seen, look for them too',
    (scene) => scene.get(paths.nightSheet()),
  ],
  ['the timeline of such a night', 'away, bed kept', (scene) => scene.get(paths.timeline())],
  ['one night of it', 'Of 1 it is not known', (scene) => scene.get(paths.night('2026-11-03'))],
  ['seen this night', 'Change the leaving day', seen],
  ['leaving before they were seen', 'Did they leave before that?', beforeSeen],
  ['away long ago', 'a coordinator’s yes', farBack],
  ['the board, names shown', LONG_NAME, (scene) => scene.press('/', '/names')],
];

async function first(scene: Scene) {
  await scene.sit('staff', undefined, LONG_NAME);
  const room = { departureDay: scene.inDays(2) };
  long = await scene.stay('Windowbed-by-the-staircase, second on the left', LONG_NAME, room);
  lou = await scene.stay('Birch', 'Lou', room);
  await scene.stay('Maple', LONG_NAME, { departureDay: scene.inDays(1) });
  return scene.get(`${long}/away`);
}

async function awayMeanwhile(scene: Scene) {
  const $ = await scene.desk.visit(`${long}/away`);
  await away(scene, { wish: `${WISH} ${ONE_LONG_WORD}` });
  return scene.desk.send($, `${long}/away`, { backBy: `${scene.inDays(2)}T09:00`, wish: WISH });
}

const back = (scene: Scene, at: string) => scene.desk.fill(`${long}/back`, { at });

async function notSeen(scene: Scene) {
  return scene.press(lou, '/not-seen');
}

async function late(scene: Scene) {
  await scene.sit('staff', '2026-11-05T07:30:00Z', `Second ${LONG_NAME}`);
  return scene.get(long);
}

async function beforeSeen(scene: Scene) {
  const $ = await scene.desk.visit('/');
  const day = $('[data-bed=Maple] a[href$="/departure-day"]').attr('href')!;
  return scene.leave(day.replace('/departure-day', ''), { leftAt: '2026-11-02T13:00' });
}

async function farBack(scene: Scene) {
  await scene.sit('staff', '2026-11-14T18:00:00Z');
  return away(scene, { awayAt: FAR_BACK });
}

async function seen(scene: Scene) {
  return scene.press('/', '/still-here');
}

describe('guests out of the house, and “still here?”, as they are seen', () => {
  lookAtEvery(states, () =>
    openHouse({
      beds: 'Maple\nWindowbed-by-the-staircase, second on the left\nBirch\nFern',
      startAt: '2026-11-02T18:00:00Z',
    }),
  );
});
