import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const ONE_LONG_WORD = 'https://example.org/'.padEnd(400, 'averylongaddress');

let stay: string;
let guest: string;

const states: State[] = [
  ['nothing written with a guest', 'Nothing is written with them yet', nothingYet],
  [
    'a note with nothing in it',
    'Please check 2 things',
    (scene) => write(scene, { text: '', writtenBy: '' }),
  ],
  [
    'a note that names another',
    'This may name somebody else',
    (scene) => write(scene, { text: 'Tea with Zo until late' }),
  ],
  [
    'a note off paper without its day',
    'Enter the day from which',
    (scene) => write(scene, { hiddenReason: 'guest_asked' }),
  ],
  [
    'a note whose wording was checked',
    'maybe: chose not to',
    (scene) =>
      write(scene, {
        text: `The client refused. ${'Discharged, non-compliant. '.repeat(3)}`,
        check: 'wording',
      }),
  ],
  ['a note with plain words', 'Nothing from the house’s list', (scene) => write(scene, { check: 'wording' })],
  ['a note begun', 'Begun by you', begun],
  ['notes with a guest', 'Written so far', full],
  ['a note to read with them', 'What do they say to it?', (scene) => scene.get(noteAt(notes[0]!))],
  [
    'an answer without words',
    'Write it down in their words',
    (scene) => answer(scene, notes[0]!, { answer: 'disagree' }),
  ],
  ['a note that was answered', 'I’d put it differently', answered],
  ['a note off paper', 'Put it on paper now', (scene) => scene.get(noteAt(notes[1]!))],
  [
    'a note amended, its wording checked',
    'maybe: left',
    (scene) =>
      scene.desk.fill(
        noteAt(notes[0]!),
        { text: 'Discharged', check: 'wording' },
        `${noteAt(notes[0]!)}/amend`,
      ),
  ],
  ['the stay with its notes', 'Notes with them', (scene) => scene.get(stay)],
  ['the shift with notes with guests', 'kept off paper', (scene) => scene.get('/shift')],
  ['what is written about them', 'Kept off this paper for now', (scene) => scene.get(`${guest}/record`)],
  ['what is written, names covered', 'about W.V.F.', (scene) => scene.press(`${guest}/record`, '/names')],
];

let notes: string[] = [];
const noteAt = (id: string) => `/notes/${id}`;

const write = (scene: Scene, answers: Record<string, string>) =>
  scene.desk.fill(`${stay}/notes`, { text: 'Slept well', writtenBy: 'both', ...answers });

const answer = ({ desk }: Scene, id: string, answers: Record<string, string>) =>
  desk.fill(`/notes/${id}`, answers, `/notes/${id}/answer`);

async function nothingYet(scene: Scene) {
  await scene.sit('manager');
  await scene.desk.fill('/settings/house', { hidesNotes: 'yes' });
  stay = await scene.stay('Maple', LONG_NAME, { departureDay: scene.inDays(3) });
  await scene.stay('Cedar', 'Zo', { departureDay: scene.inDays(3) });
  guest = String((await scene.desk.visit(stay))('aside a[href^="/guests/"]').attr('href'));
  return scene.get(`${stay}/notes`);
}

async function begun(scene: Scene) {
  await scene.begin(`${stay}/notes`, { text: 'They would like', writtenBy: 'guest' });
  return scene.get(`${stay}/notes`);
}

async function full(scene: Scene) {
  await write(scene, { text: 'word '.repeat(80), writtenBy: 'guest' });
  await write(scene, { text: ONE_LONG_WORD, hiddenReason: 'names_someone', hiddenUntil: scene.inDays(9) });
  await write(scene, { text: 'אור במסדרון כבוי\n\nTwo lines' });
  const rows = await scene.house.rows<{ id: string }>('SELECT id FROM guest_notes ORDER BY number');
  notes = rows.map(({ id }) => id);
  await scene.desk.fill(
    `/notes/${notes[2]}`,
    { text: 'Made soup with Zo', why: 'They put it so' },
    `/notes/${notes[2]}/amend`,
  );
  await scene.desk.fill(`${stay}/tasks/food`, { state: 'done', first: 'No nuts' }, `${stay}/tasks/food`);
  return scene.get(`${stay}/notes`);
}

async function answered(scene: Scene) {
  await answer(scene, notes[0]!, { answer: 'agree' });
  return scene.follow(await answer(scene, notes[0]!, { answer: 'disagree', words: 'word '.repeat(40) }));
}

describe('notes with guests, as they are seen', () => {
  lookAtEvery(states, () => openHouse({ beds: 'Maple\nCedar\nFern' }));
});
