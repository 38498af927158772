import { paths } from '../../src/web/paths.js';
import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const MUCH = 'A walk, tea, nobody who asks.\nhttps://example.org/'.padEnd(300, 'averylongaddress');
const AGREEMENT = 'We knock before we come in.\n\nNobody has to talk.'.padEnd(
  900,
  ' And we share the kitchen.',
);

let long: string;

const task = (code: string) => `${long}/tasks/${code}`;
const write = async (scene: Scene, code: string, answers: Record<string, string> = {}) =>
  scene.follow(await scene.desk.fill(task(code), { state: 'done', ...answers }));

const states: State[] = [
  ['the first night', '3 to ask, 0 settled', first],
  ['done with a click', 'Key: done.', (scene) => scene.press(long, '/tasks/key', { state: 'done' })],
  ['one task, nothing to write', 'Not yet. The guest may pass', (scene) => scene.get(task('now'))],
  ['one line', 'Left empty: nobody', (scene) => scene.get(task('told'))],
  ['what goes with them', 'It goes with them.', (scene) => scene.get(task('helps'))],
  ['who must not be here', 'Only a coordinator reads it', (scene) => scene.get(task('apart'))],
  [
    'typed beside “Guest passed”',
    'Please check 1 thing',
    (scene) => scene.desk.fill(task('helps'), { state: 'passed', first: MUCH }),
  ],
  ['the next morning', '13 to ask, 1 settled', nextMorning],
  ['no agreement yet', 'The house has no text yet', (scene) => scene.get(task('agreement'))],
  ['written down', 'Who may be told', written],
  ['one task, changed meanwhile', 'Kept now', meanwhile],
  ['check-in while somebody is named', 'Talk with on call first', (scene) => scene.get(paths.checkIn())],
  ['named, for whoever may not read it', 'a coordinator changes it', (scene) => scene.get(task('apart'))],
  ['leaving, with what goes with them', 'Print it for them first', (scene) => scene.get(`${long}/departure`)],
  ['the agreement, none yet', 'None yet.', agreement],
  [
    'the agreement, empty',
    'Please check 1 thing',
    (scene) => scene.desk.fill('/settings/agreement', { text: ' ' }),
  ],
  ['the agreement, kept', 'Version 1', keep],
  ['the agreement, changed meanwhile', 'Kept now', keptMeanwhile],
  ['a version of it', 'The agreement: version 1', (scene) => scene.get('/settings/agreement/1')],
  ['the agreement with the guest', 'How was it gone through?', (scene) => scene.get(task('agreement'))],
  ['left with the key', 'The key came back', left],
  ['one task after leaving', 'Only the key can still come back', (scene) => scene.get(task('food'))],
];

async function first(scene: Scene) {
  await scene.sit('staff', undefined, LONG_NAME);
  long = await scene.stay('Windowbed-by-the-staircase, second on the left', LONG_NAME);
  return scene.get(long);
}

async function nextMorning(scene: Scene) {
  await scene.sit('staff', '2026-11-03T18:00:00Z', `Second ${LONG_NAME}`);
  return scene.get(long);
}

async function written(scene: Scene) {
  await write(scene, 'told', { first: 'My sister: that I am well. Nobody else, please, and never my work.' });
  await write(scene, 'helps', { first: MUCH, second: MUCH });
  await write(scene, 'food', { first: MUCH });
  await write(scene, 'apart', { first: 'My brother' });
  await write(scene, 'emergency', { first: 'Ana 555-0171' });
  await write(scene, 'tour', { state: 'not-now' });
  return write(scene, 'key', { first: '4', second: '3', mark: 'with-guest' });
}

async function meanwhile(scene: Scene) {
  const $ = await scene.desk.visit(task('belongings'));
  await write(scene, 'belongings', { first: 'Two bags' });
  return scene.desk.send($, task('belongings'), { state: 'done', first: MUCH });
}

async function agreement(scene: Scene) {
  await scene.sit('manager');
  return scene.get('/settings/agreement');
}

async function keep(scene: Scene) {
  return scene.follow(await scene.desk.fill('/settings/agreement', { text: AGREEMENT }));
}

async function keptMeanwhile(scene: Scene) {
  const $ = await scene.desk.visit('/settings/agreement');
  await scene.desk.fill('/settings/agreement', { text: `${AGREEMENT} We lock at ten.` });
  return scene.desk.send($, '/settings/agreement', { text: MUCH });
}

async function left(scene: Scene) {
  await scene.leave(long, { keysBack: 'not-yet' });
  return scene.get(long);
}

describe('what is gone through after check-in, as it is seen', () => {
  lookAtEvery(states, () =>
    openHouse({
      beds: 'Maple\nWindowbed-by-the-staircase, second on the left\nBirch',
      startAt: '2026-11-02T18:00:00Z',
    }),
  );
});
