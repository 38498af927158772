import { FollowUpsService } from '../../src/follow-ups/follow-ups.service.js';
import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const ONE_LONG_WORD = 'https://example.org/'.padEnd(400, 'averylongaddress');

const states: State[] = [
  ['an empty shift', 'All quiet. Nothing to hand over.', quiet],
  ['a note, empty', 'Nothing about a guest belongs here', (scene) => scene.get('/notes')],
  ['a note with nothing in it', 'Please check 1 thing', (scene) => scene.desk.fill('/notes', { text: '' })],
  [
    'a note until a day, from the box',
    'Last day it is shown',
    (scene) => scene.desk.fill('/', { text: 'Plumber', lives: 'date' }, '/notes'),
  ],
  [
    'a note until a day that is over',
    'This day is over',
    (scene) => scene.desk.fill('/notes', { text: 'Plumber', lives: 'date', until: '2020-01-01' }),
  ],
  [
    'a note too long',
    'This is too long',
    (scene) => scene.desk.fill('/notes', { text: 'word '.repeat(2001) }),
  ],
  [
    'a note whose wording was checked',
    'maybe: chose not to',
    (scene) => scene.desk.fill('/notes', { text: `Refused ${ONE_LONG_WORD}`, check: 'wording' }),
  ],
  ['just saved', 'Note saved.', saved],
  ['a note begun', 'Begun by you', begun],
  ['something new to read', 'new for you', somethingNew],
  ['all of it read', 'Read by', (scene) => scene.press('/shift', '/shift/read')],
  [
    'one note',
    'The words go for good',
    (scene) => {
      scene.desk = coordinator;
      return oneNote(scene);
    },
  ],
  [
    'one note, amended without a reason',
    'Say why in a few words',
    (scene) => onNote(scene, 'amend', { text: 'Other words', why: '' }),
  ],
  [
    'one note, taken back without a reason',
    'Choose why it is taken back',
    (scene) => onNote(scene, 'take-back', {}),
  ],
  [
    'amended',
    'Amended by',
    async (scene) => {
      await onNote(scene, 'amend', { text: ONE_LONG_WORD, why: 'It was another one' });
      return scene.get('/shift');
    },
  ],
  ['the page of an amended note', 'Amended by', (scene) => oneNote(scene)],
  [
    'taken back',
    'Taken back by',
    async (scene) => {
      await onNote(scene, 'take-back', { reason: 'names_someone' });
      return scene.get('/shift');
    },
  ],
  ['the page of a note that was taken back', 'Taken back by', (scene) => oneNote(scene)],
  ['just done', 'Done by', (scene) => scene.press('/shift', '/done')],
  ['a full shift', 'was to leave', full],
  ['the board of a full shift', '13 house notes', (scene) => scene.get('/')],
  ['nobody on shift', 'Nobody is put down for now.', (scene) => scene.get('/shift/people')],
  [
    'nobody chosen for a shift',
    'Choose who it is',
    (scene) => scene.desk.fill('/shift/people', { person: '', role: 'shift', span: 'typed' }),
  ],
  ['just put on shift', 'Put down.', onShift],
  ['on shift and on call, and coming', 'on call 555-0100', onCall],
  ['the shift with people on it', 'Change who is on shift', (scene) => scene.get('/shift')],
  ['the sheet settled', 'Change who is on shift', (scene) => scene.press('/shift', '/shift/sheet')],
  ['a shift that is over', 'It began', (scene) => scene.get('/shift?date=2026-11-22&slot=22')],
  [
    'a shift that is over, with nothing in it',
    'Nothing was recorded',
    (scene) => scene.get('/shift?date=2026-11-20&slot=8'),
  ],
  ['a shift that never was', 'No shift begins then', (scene) => scene.get('/shift?date=2026-11-24&slot=3')],
  ['finding a note', 'Find a note', (scene) => scene.get('/notes/find')],
  ['a note found', 'notes', (scene) => scene.desk.fill('/notes/find', { q: 'milk' })],
  ['no note found', 'No note found', (scene) => scene.desk.fill('/notes/find', { q: 'giraffe' })],
  ['no word to find', 'Type a word, or enter a day', (scene) => scene.desk.fill('/notes/find', {})],
  ['names shown', LONG_NAME, (scene) => scene.press('/shift', '/names')],
];

let coordinator: Scene['desk'];

async function onShift(scene: Scene) {
  const person = scene.desk.person.id;
  return scene.follow(await scene.desk.fill('/shift/people', { person, role: 'shift' }));
}

async function onCall(scene: Scene) {
  const person = scene.desk.person.id;
  await scene.desk.fill('/shift/people', { person, role: 'on-call', phone: '555-0100' });
  await scene.desk.fill('/shift/people', { person, role: 'shift', span: 'next' });
  return scene.get('/shift/people');
}

async function quiet(scene: Scene) {
  await scene.sit('staff', '2026-11-23T04:40:00Z', LONG_NAME);
  return scene.get('/shift');
}

async function saved(scene: Scene) {
  const answer = await scene.desk.fill('/notes', { text: 'Bins out before 7 am, Mon 23.', lives: 'done' });
  return scene.follow(answer);
}

async function somethingNew(scene: Scene) {
  const reader = scene.desk;
  await scene.sit('manager', '2026-11-23T04:50:00Z', 'Ines');
  await scene.desk.fill('/notes', { text: 'Wi-fi: the card on the fridge', lives: 'pinned' });
  await scene.desk.fill('/notes', { text: 'The dryer is slow', lives: 'done' });
  await scene.desk.fill('/notes', { text: 'Ask about the bins', lives: 'done' });
  coordinator = scene.desk;
  scene.desk = reader;
  return scene.get('/shift');
}

const dryer = async ({ house }: Scene) =>
  (await house.rows<{ id: string }>('SELECT id FROM notes ORDER BY number LIMIT 1 OFFSET 2'))[0]!.id;

const oneNote = async (scene: Scene) => scene.get(`/notes/${await dryer(scene)}`);

async function onNote(scene: Scene, act: string, answers: Record<string, string>) {
  const note = `/notes/${await dryer(scene)}`;
  return scene.desk.fill(note, answers, `${note}/${act}`);
}

async function begun(scene: Scene) {
  await scene.begin('/notes', { text: 'The plumber comes', lives: 'date', until: '2026-11-26' });
  return scene.get('/notes');
}

async function full(scene: Scene) {
  await scene.stay('Maple', LONG_NAME, { departureDay: scene.inDays(1) });
  await scene.stay('Cedar', 'Sam', { departureDay: scene.inDays(2) });
  await scene.sit('staff', '2026-11-24T13:00:00Z', `Second ${LONG_NAME}`);
  await scene.leave(await scene.stay('Fern', 'Mo', { departureDay: scene.inDays(1) }));
  await scene.stay('Fern', 'Max', { confirmNotReady: 'yes' });
  await scene.leave(await scene.stay('Rowan', 'Kim'));
  for (const lives of ['shift', 'done', 'date']) {
    for (const text of [ONE_LONG_WORD, 'אור במסדרון כבוי', 'Milk\n\nBread\n  Tea', 'word '.repeat(80)])
      await scene.desk.fill('/notes', { text, lives, until: '2026-11-29' });
  }
  const from = scene.house.clock.now().add({ hours: 9 });
  scene.house.app.get(FollowUpsService).due = () => Promise.resolve({ now: 12, later: 3, from });
  return scene.get('/shift');
}

describe('the shift and its notes, as they are seen', () => {
  lookAtEvery(states, () => openHouse({ beds: 'Maple\nCedar\nFern\nRowan' }));
});
