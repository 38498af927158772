import { paperKinds } from '../../src/domain/paper-sheet.js';
import { paths } from '../../src/web/paths.js';
import type { Fields } from '../support/desk.js';
import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const WIDE_BED = 'Windowbed-by-the-staircase, second on the left';
const ONE_LONG_WORD = 'https://example.org/'.padEnd(300, 'averylongaddress');
/** Sun 1 Nov 2026: the clocks went back at 2 am. */
const MORNING = '2026-11-02T13:00:00Z';
const at = (clock: string) => `2026-11-01T${clock}`;
const BY_HAND = { writer: '', writerName: LONG_NAME };

const key = (scene: Scene, kind: string, answers: Fields) =>
  scene.desk.fill(paths.fromPaperLine(kind), { ...BY_HAND, ...answers }, paths.fromPaperLine(kind));

const arrive = async (scene: Scene, answers: Fields) =>
  key(scene, 'arrived', { bedId: await scene.bedId(WIDE_BED), departureDay: scene.inDays(2), ...answers });

const names: Record<(typeof paperKinds)[number], string> = {
  arrived: 'Have you stayed before',
  left: 'How did the stay end?',
  moved: 'To which bed?',
  away: 'When they expected to be back',
  notSeen: 'Nobody has seen them since',
  back: 'When did they come back?',
  ready: 'When was it ready?',
  note: 'When did it happen?',
  call: 'What came of it',
  closed: 'When was it closed?',
  kept: 'When was it promised?',
};

const states: State[] = [
  ['nothing keyed in yet', 'Nothing is typed in yet', first],
  ...paperKinds.map((kind): State => [
    `an empty line: ${kind}`,
    names[kind],
    (scene) => scene.get(paths.fromPaperLine(kind)),
  ]),
  ['nothing filled in', 'Please check 5 things', (scene) => key(scene, 'left', { writerName: '' })],
  ['a line keyed in', 'Typed in by', came],
  [
    'a line with whom it is about',
    LONG_NAME.split('-')[0]!.slice(0, 1),
    (scene) => scene.get(paths.fromPaperLine('left')),
  ],
  ['earlier than the last line', 'Was this before the last line?', (scene) => earlierNote(scene, {})],
  [
    'said so, and something else missing',
    'and that is right',
    (scene) => earlierNote(scene, { text: '', isEarlier: '2026-11-02T01:00:00Z' }),
  ],
  [
    'a bed somebody has',
    'A bed is not free',
    (scene) => arrive(scene, { name: 'Sam', arrivedAt: at('21:00') }),
  ],
  [
    'who has left since, with nothing but when',
    'Choose how the stay ended',
    (scene) => arrive(scene, { name: 'Sam', arrivedAt: at('21:00'), leftAt: at('22:00') }),
  ],
  ['came and left in one line', 'Someone left', cameAndLeft],
  ['a time that was there twice', 'The second time', (scene) => earlierNote(scene, { eventAt: at('01:30') })],
  ['too long ago', 'a coordinator’s yes', farBack],
  ['not made up yet', 'isn’t made up yet', notMadeUp],
  ['kept for somebody', 'The bed was kept. Who came?', kept],
  ['maybe the same person', 'Is it the same person?', same],
  ['a line begun earlier', 'Begun by you', begun],
  ['a sheet with many lines', 'Undone:', long],
  ['the shift page of such a morning', 'Go on typing in from paper', (scene) => scene.get(paths.shift())],
  ['the board of such a morning', 'Type in from paper', (scene) => scene.get(paths.board())],
  ['if the computer is down', 'All of it is in', (scene) => scene.get(paths.computerDown())],
];

async function first(scene: Scene) {
  await scene.sit('manager', MORNING, LONG_NAME);
  await scene.house.write((tx) => tx.query(`UPDATE beds SET first_night = '2026-10-01'`));
  return scene.get(paths.fromPaper());
}

async function came(scene: Scene) {
  return scene.follow(await arrive(scene, { name: LONG_NAME, arrivedAt: at('20:00') }));
}

/** Before whoever has the bed now. */
async function cameAndLeft(scene: Scene) {
  const times = {
    arrivedAt: '2026-10-31T20:00',
    leftAt: '2026-11-01T18:00',
    isEarlier: '2026-11-01T01:00:00Z',
  };
  const answers = { name: 'Ona Reed', ...times, ending: 'planned', destination: 'family' };
  return scene.follow(await arrive(scene, answers));
}

const earlierNote = (scene: Scene, answers: Fields) =>
  key(scene, 'note', { text: ONE_LONG_WORD, eventAt: at('19:00'), ...answers });

async function farBack(scene: Scene) {
  const answers = {
    bedId: await scene.bedId('Birch'),
    name: 'Sam',
    arrivedAt: '2026-10-20T20:00',
    isEarlier: '2026-10-21T01:00:00Z',
  };
  return arrive(scene, answers);
}

async function notMadeUp(scene: Scene) {
  const birch = { bedId: await scene.bedId('Birch') };
  await arrive(scene, { ...birch, name: 'Lou Halfway', arrivedAt: at('20:30') });
  const stayId = (await scene.desk.visit(paths.fromPaperLine('left')))('[name=stayId]').last().attr('value')!;
  await key(scene, 'left', { stayId, leftAt: at('22:00'), ending: 'planned', destination: 'family' });
  return arrive(scene, { ...birch, name: 'Kim', arrivedAt: at('23:00') });
}

async function kept(scene: Scene) {
  const maple = { bedId: await scene.bedId('Maple') };
  const until = { firstNight: scene.inDays(0), keepUntil: `${scene.inDays(0)}T20:00` };
  await key(scene, 'kept', { ...maple, ...until, guestName: LONG_NAME, happenedAt: at('23:30') });
  return arrive(scene, { ...maple, name: 'Kim', arrivedAt: `${scene.inDays(0)}T06:00` });
}

async function same(scene: Scene) {
  return arrive(scene, { bedId: await scene.bedId('Cedar'), name: 'Lou Halfway', arrivedAt: at('23:40') });
}

async function begun(scene: Scene) {
  await scene.begin(paths.fromPaperLine('note'), { text: 'The fuse box' });
  return scene.get(paths.fromPaperLine('note'));
}

async function long(scene: Scene) {
  await key(scene, 'note', { text: ONE_LONG_WORD, eventAt: at('23:45') });
  await key(scene, 'call', { outcome: 'talked', happenedAt: at('23:50') });
  await scene.press(paths.fromPaper(), '/undo/');
  return scene.get(paths.fromPaper());
}

describe('from paper, as it is seen', () => {
  lookAtEvery(states, () =>
    openHouse({ beds: `${WIDE_BED}\nMaple\nCedar\nBirch`, startAt: '2026-11-01T23:00:00Z' }),
  );
});
