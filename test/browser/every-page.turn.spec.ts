import type { Response } from 'supertest';
import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const LONG_WORDS = `The garden, ${'averylongword'.repeat(9)}`;

const handedOver: State[] = [
  ['before the screen is handed over', 'What is it for?', arrived],
  ['handed over for nothing', 'Please check', (scene) => scene.desk.fill(`${stay(scene)}/turn`)],
  ['the beginning of a turn', 'Choose a word to open it again', begun],
  ['a question', 'Question 1 of 10', (scene) => go(scene, '/g/begin', { word: '3' })],
  [
    'a question without an answer',
    'Please check',
    (scene) => scene.desk.fill('/g', { go: 'next' }, '/g/answer'),
  ],
  ['a question in Spanish', 'Pregunta 1 de 10', (scene) => go(scene, '/g/language', { language: 'es' })],
  ['without an answer in Spanish', 'revisa', (scene) => scene.desk.fill('/g', { go: 'next' }, '/g/answer')],
  ['covered', 'El turno de alguien espera aquí.', (scene) => go(scene, '/g/cover')],
  ['a wrong word', 'Esa no es la palabra.', (scene) => go(scene, '/g/open', { word: '4' })],
  ['a turn whose word is wrong twice', 'que la abra', (scene) => go(scene, '/g/open', { word: '4' })],
  ['given back', 'Take the screen back', (scene) => scene.get('/g/back')],
  [
    'given back with a wrong secret',
    'Please check',
    (scene) => scene.desk.fill('/g/back', { secret: 'wrong' }),
  ],
  ['a turn that waits', 'Their turn waits half answered.', waiting],
  ['own words', 'What helped?', written],
  ['a number', 'about how many nights', number],
  ['what is written about them', 'What is written about me', about],
  ['answering a note without a word', 'Write it in your words', unanswered],
  ['the end', 'That was it. Keep your answers?', (scene) => stop(scene)],
  ['kept', 'Thank you. Your answers are kept.', (scene) => go(scene, '/g/end', { how: 'keep' })],
  ['a stay with answers', 'Their turn', back],
  ['the end with no answer', 'You answered nothing', nothing],
  ['wiped', 'It was quiet for a while.', wiped],
  ['a turn that was wiped', 'what was half answered is wiped', afterwards],
];

const places = new WeakMap<Scene, string>();
const stay = (scene: Scene): string => places.get(scene)!;

/** Does something on the guest's turn, and answers with the page that follows. */
async function go(scene: Scene, action: string, answers = {}): Promise<Response> {
  await scene.desk.fill('/g', answers, action);
  return scene.get('/g');
}

async function arrived(scene: Scene) {
  await scene.sit('manager', undefined, `Ines ${LONG_NAME}`);
  places.set(scene, await scene.stay('Maple', LONG_NAME));
  return scene.get(`${stay(scene)}/turn`);
}

async function begun(scene: Scene) {
  await scene.desk.fill(`${stay(scene)}/turn`, { purpose: 'leaving' });
  return scene.get('/g');
}

async function waiting(scene: Scene) {
  await scene.desk.fill('/g/back', { secret: 'three warm lamps on a porch' });
  return scene.get(`${stay(scene)}/turn`);
}

async function written(scene: Scene) {
  await scene.desk.fill(`${stay(scene)}/turn`, { purpose: 'go-on' });
  await scene.desk.fill('/g', { word: '3' }, '/g/open');
  await scene.desk.fill('/g', { language: 'en' }, '/g/language');
  for (let each = 0; each < 7; each += 1)
    await scene.desk.fill('/g', { answer: '1', go: 'next' }, '/g/answer');
  await scene.desk.fill('/g', { words: LONG_WORDS, go: 'next' }, '/g/answer');
  return go(scene, '/g/answer', { go: 'back' });
}

async function number(scene: Scene) {
  for (const answers of [{ go: 'next' }, { go: 'skip' }]) await scene.desk.fill('/g', answers, '/g/answer');
  await scene.desk.fill('/g', { words: '999', go: 'next' }, '/g/answer');
  return scene.get('/g');
}

async function about(scene: Scene) {
  const theirs = await scene.house.signIn();
  await theirs.fill(`${stay(scene)}/notes`, { text: LONG_WORDS, writtenBy: 'both' });
  return go(scene, '/g/answer', { words: LONG_WORDS, go: 'about' });
}

async function unanswered(scene: Scene) {
  const $ = await scene.desk.visit('/g');
  const action = $('form[action^="/g/notes/"]').attr('action')!;
  return scene.desk.send($, action, { answer: 'add' });
}

async function stop(scene: Scene) {
  await scene.desk.fill('/g', { to: 'asking' }, '/g/go');
  return go(scene, '/g/answer', { words: LONG_WORDS, go: 'stop' });
}

async function back(scene: Scene) {
  await scene.desk.fill('/g/back', { secret: 'three warm lamps on a porch' });
  return scene.get(stay(scene));
}

async function nothing(scene: Scene) {
  await scene.desk.fill(`${stay(scene)}/turn`, { purpose: 'arrival' });
  await scene.desk.fill('/g', { word: '' }, '/g/begin');
  return go(scene, '/g/answer', { go: 'stop' });
}

function wiped(scene: Scene) {
  scene.house.clock.advance({ minutes: 31 });
  return scene.get('/g');
}

async function afterwards(scene: Scene) {
  // On the screen of somebody else: this one still waits to be given back
  await scene.sit('staff');
  return scene.get(`${stay(scene)}/turn`);
}

const onPaper: State[] = [
  ['questions of the house', 'Questions to guests', asManager],
  [
    'a question added without words',
    'Write the question',
    (scene) => scene.desk.fill('/settings/questions', { kind: 'words' }),
  ],
  ['a question with ready answers', 'Earlier words', reworded],
  [
    'a question reworded wrong',
    'Write 2 to 7 answers',
    (scene) => scene.desk.fill(WELCOME, { options: 'One' }),
  ],
  ['a question with own words', 'Their own words', (scene) => scene.get('/settings/questions/helped')],
  ['a question changed meanwhile', 'Kept now', meanwhile],
  [
    'over which time nights in a hospital are asked',
    'One time for the whole house',
    (scene) => scene.get('/settings/hospital-window'),
  ],
  [
    'another time without a reason',
    'Write why',
    (scene) => scene.desk.fill('/settings/hospital-window', { window: '11m' }),
  ],
  ['the sheet', 'Your turn, on paper', (scene) => scene.get('/questions/sheet?moment=leaving&language=en')],
  ['the sheet in Spanish', 'Tu turno, en papel', (scene) => scene.get('/questions/sheet?language=es')],
  ['a sheet keyed in, empty', 'What you leave open counts as not asked.', sheet],
  [
    'a sheet keyed in, nothing chosen',
    'Key in at least one answer',
    (scene) => keyIn(scene, { language: 'en' }),
  ],
  ['a sheet that was keyed in', 'Answered', keyed],
];

const WELCOME = '/settings/questions/welcome';

async function asManager(scene: Scene) {
  await scene.sit('manager');
  return scene.get('/settings/questions');
}

async function reworded(scene: Scene) {
  await scene.desk.fill(WELCOME, { text: `Welcome? ${LONG_WORDS}`.slice(0, 200) });
  return scene.get(WELCOME);
}

async function meanwhile(scene: Scene) {
  const $ = await scene.desk.visit(WELCOME);
  await scene.desk.fill(WELCOME, { text: 'Welcome here?' });
  return scene.desk.send($, WELCOME, { text: 'Were you welcome?' });
}

async function sheet(scene: Scene) {
  places.set(scene, await scene.stay('Maple', LONG_NAME));
  return scene.get(`${stay(scene)}/answers`);
}

const keyIn = (scene: Scene, answers: Record<string, string>) =>
  scene.desk.fill(`${stay(scene)}/answers`, { ...answers }, `${stay(scene)}/answers`);

async function keyed(scene: Scene) {
  await keyIn(scene, { language: 'es', 'answer-hope': '2' });
  return scene.get(`${stay(scene)}/answers?moment=arrival`);
}

describe('every page of the guest’s turn', () => lookAtEvery(handedOver, openHouse));
describe('every page of the questions', () => lookAtEvery(onPaper, openHouse));
