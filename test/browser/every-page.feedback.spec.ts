import { paths } from '../../src/web/paths.js';
import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const WORDS = `The hallway is dark at night.\n${'I felt along the wall. '.repeat(12)}`;
const ABOUT = { about: 'service', service: `The clinic of ${LONG_NAME}`, text: WORDS };

const states: State[] = [
  ['no feedback yet', 'Nothing was said in', quiet],
  ['saying something', 'So that somebody can come back', (scene) => scene.get(paths.newFeedback())],
  ['said nothing', 'Please check 3 things', (scene) => scene.desk.fill(paths.newFeedback(), {})],
  ['without a name', 'Nothing is kept until you send it', (scene) => scene.get(paths.anonymousFeedback())],
  [
    'nothing, without a name',
    'Please check 2 things',
    (scene) => scene.desk.fill(paths.anonymousFeedback(), {}),
  ],
  ['a code', 'It is shown once', (scene) => scene.desk.fill(paths.anonymousFeedback(), ABOUT)],
  ['feedback that waits', 'Not answered yet', said],
  ['one with a name', 'Tell them that it is here', one],
  ['an empty answer', 'Enter an answer', emptyAnswer],
  ['an answer given', 'Answered', answered],
  ['reading an answer', 'You need no account', (scene) => scene.get(paths.feedbackReply())],
  [
    'a code that is none',
    'A code has 16 letters',
    (scene) => scene.desk.fill(paths.feedbackReply(), { code: 'x' }),
  ],
  ['reading with a code', 'Nobody has answered yet', withCode],
  ['a sheet to fill in', 'Rather tell somebody outside', (scene) => scene.get(paths.feedbackSheet())],
  ['the lines, none yet', 'None yet', (scene) => scene.get(paths.saidAndDone())],
  ['lines, nothing typed', 'Please check 2 things', (scene) => scene.desk.fill(paths.saidAndDone(), {})],
  ['a line on the sheet', 'It stands on the sheet', composed],
  ['the sheet', 'You said:', (scene) => scene.get(paths.saidAndDoneSheet())],
  ['the address outside, none yet', 'sheets leave room', (scene) => scene.get(paths.outsideSettings())],
  ['an empty address', 'Please check 1', (scene) => scene.desk.fill(paths.outsideSettings(), { text: '' })],
  ['the address outside', 'Every sheet ends with it', outside],
  ['the sheet with an address', 'The advocates', (scene) => scene.get(paths.saidAndDoneSheet())],
  ['help', 'Somebody came by', (scene) => scene.get(paths.besideBeds())],
];

async function quiet(scene: Scene) {
  await scene.sit('manager');
  return scene.get(paths.feedback());
}

async function said(scene: Scene) {
  return scene.follow(await scene.desk.fill(paths.newFeedback(), { ...ABOUT, name: LONG_NAME }));
}

/** Somebody who gave a name. */
async function addressOfOne(scene: Scene): Promise<string> {
  const $ = await scene.desk.visit(paths.feedback());
  return String($('main .list li:has(bdi) a').first().attr('href'));
}

async function one(scene: Scene) {
  return scene.get(await addressOfOne(scene));
}

async function emptyAnswer(scene: Scene) {
  const address = await addressOfOne(scene);
  return scene.desk.fill(address, { text: '' }, `${address}/answers`);
}

async function answered(scene: Scene) {
  const address = await addressOfOne(scene);
  return scene.follow(await scene.desk.fill(address, { text: WORDS }, `${address}/answers`));
}

async function withCode(scene: Scene) {
  const $ = await scene.desk.visit(paths.anonymousFeedback());
  await scene.desk.send($, paths.anonymousFeedback(), { about: 'house', text: WORDS });
  return scene.desk.fill(paths.feedbackReply(), { code: String($('[name=code]').val()) });
}

async function composed(scene: Scene) {
  const line = { said: 'The hallway is dark.', did: 'A lamp stands there and stays on. '.repeat(8) };
  return scene.follow(await scene.desk.fill(paths.saidAndDone(), line));
}

async function outside(scene: Scene) {
  const text = 'The advocates of the county\n555-0140, weekdays from 9\nadvocates@county.example';
  return scene.follow(await scene.desk.fill(paths.outsideSettings(), { text }));
}

describe('feedback, as it is seen', () => {
  lookAtEvery(states, () => openHouse({ beds: 'Maple' }));
});
