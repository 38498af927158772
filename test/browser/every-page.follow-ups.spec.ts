import { paths } from '../../src/web/paths.js';
import { openHouse } from '../support/open-house.js';
import { LONG_NAME, type Scene, type State } from './scene.js';
import { lookAtEvery } from './every-page.js';

const YES = { followUpConsent: 'yes', point: ['3d', '30d'], channel: 'call', detail: '555-0171' };
const DUE = '2026-11-26T18:00:00Z';

let due: string;
let leaving: string;

const states: State[] = [
  ['no follow-up', 'All quiet', empty],
  ['what is agreed at leaving', 'Only what they want', agreeing],
  [
    'a yes without a moment',
    'Tick at least one moment',
    (scene) => agreeing(scene, { followUpConsent: 'yes' }),
  ],
  ['follow-ups of each kind', 'They will call us', several],
  ['a try to make', 'Withhold our number first', (scene) => scene.get(due)],
  [
    'a try without a result',
    'Choose what came of it',
    (scene) => tryIt(scene, { nextTry: '2026-11-20T12:00' }),
  ],
  [
    'a try at an unsafe hour',
    'Enter a time',
    (scene) => tryIt(scene, { result: 'later', nextTry: '2026-11-28T03:00' }),
  ],
  ['an address for a letter', 'Send it to', letter],
  [
    'a try that was made',
    'Written down: no answer',
    async (scene) => scene.follow(await tryIt(scene, { result: 'no_answer' })),
  ],
  ['what was agreed, on the stay that ended', 'What was agreed', agreedThere],
  ['somebody else answered', 'We wait for them', (scene) => afterTry(scene, 'someone_else')],
  ['the plan', 'Only what they want; no is fine', (scene) => scene.get(`${planned}/follow-up-plan`)],
  ['a plan without a way', 'Choose a way they said yes to', planless],
  ['no yes', 'Not agreed. Nobody does it.', noYes],
  [
    'a yes to being asked',
    'May we be in touch after you leave',
    (scene) => scene.get(`${yeses}?purpose=follow-up`),
  ],
  [
    'a yes without a person',
    'Enter who it is',
    (scene) => says(scene, 'alternate', { channel: 'call', detail: '555-0171' }),
  ],
  ['a yes to each thing', 'Their answers may count', eachYes],
  ['what was taken back', 'Taken back: ', takenBack],
  ['how the house keeps in touch', 'Moments to choose from', (scene) => settings(scene)],
  ['moments that are none', 'Write days or months', (scene) => settings(scene, { points: 'soon' })],
  ['all stopped', 'asked us to stop', (scene) => afterTry(scene, 'stop_all')],
  ['known to have died', 'Who else should know?', died],
  ['a few questions', 'Skip any you like, or all of them.', reached],
  [
    'a number that is none',
    'Write a whole number',
    (scene) => asks(scene, { 'words-hospital_nights_after': '999' }),
  ],
  ['what they said', 'written down by', said],
];

const asks = (scene: Scene, answers: Record<string, string>) =>
  scene.desk.fill(`${talkedTo}/answers`, answers);

async function reached(scene: Scene) {
  const $ = await scene.desk.visit(paths.followUps());
  const byMail = $('main li').filter((_, each) => $(each).text().includes('Mail'));
  talkedTo = String(byMail.first().find('a').attr('href'));
  return scene.follow(await scene.desk.fill(talkedTo, { result: 'called_us' }, `${talkedTo}/attempts`));
}

async function said(scene: Scene) {
  await asks(scene, { 'words-hospital_nights_after': '3', 'answer-living_now': '2', all: 'skipped' });
  return scene.get(`${talkedTo}/answers`);
}

let talkedTo: string;
let yeses: string;
let planned: string;

async function planless(scene: Scene) {
  const $ = await scene.desk.visit(`${planned}/follow-up-plan`);
  return scene.desk.send($, `${planned}/follow-up-plan`, { channel: '' });
}

async function noYes(scene: Scene) {
  const stay = await scene.stay('Cedar', LONG_NAME, { confirmNotReady: 'yes' });
  const $ = await scene.desk.visit(stay);
  yeses = String($('a[href$="/consents"]').attr('href'));
  return scene.get(yeses);
}

const says = (scene: Scene, purpose: string, answers: Record<string, string>) =>
  scene.desk.fill(`${yeses}?purpose=${purpose}`, answers, yeses);

async function eachYes(scene: Scene) {
  const long = {
    channel: 'call',
    detail: '555-0171',
    voicemail: 'yes',
    language: 'Spanish',
    expires: '2027-01-31',
  };
  await says(scene, 'follow-up', { ...long, safeFrom: '10', safeTo: '17', sharedPhone: 'yes' });
  await says(scene, 'things', {
    channel: 'post',
    detail: '12 Farawaystreet, Springfield',
    sayHouseName: 'yes',
  });
  await says(scene, 'alternate', { ...long, person: LONG_NAME, told: 'That I am fine. '.repeat(12) });
  await says(scene, 'research', {});
  return scene.get(yeses);
}

async function takenBack(scene: Scene) {
  const $ = await scene.desk.visit(yeses);
  return scene.follow(
    await scene.desk.send($, String($('form[action$="/withdraw"]').first().attr('action')), {}),
  );
}

async function settings(scene: Scene, answers?: Record<string, string>) {
  await scene.sit('manager', DUE);
  const page = '/settings/in-touch';
  const answer = await (answers ? scene.desk.fill(page, answers) : scene.get(page));
  return answer;
}

async function died(scene: Scene) {
  await scene.sit('staff', DUE);
  const $ = await scene.desk.visit(paths.followUps());
  const last = String($('main li a').last().attr('href'));
  return scene.follow(await scene.desk.fill(last, { result: 'died' }, `${last}/attempts`));
}

async function agreedThere(scene: Scene) {
  const $ = await scene.desk.visit(due);
  planned = String($('main a[href^="/stays/"]').attr('href'));
  return scene.get(planned);
}

async function empty(scene: Scene) {
  await scene.sit('staff', '2026-11-23T16:00:00Z');
  return scene.get(paths.followUps());
}

async function agreeing(scene: Scene, answers = {}) {
  leaving ??= await scene.stay('Maple', LONG_NAME);
  return scene.leave(leaving, { ending: '', ...YES, point: [], ...answers });
}

async function several(scene: Scene) {
  await scene.sit('staff', '2026-11-23T17:00:00Z');
  const leaves = async (bed: string, name: string, answers: object) => {
    const stay = await scene.stay(bed, name, { confirmNotReady: 'yes' });
    await scene.leave(stay, { ...YES, ...answers });
  };
  await leaves('Cedar', LONG_NAME, {});
  await leaves('Birch', 'Gus', { channel: 'they-call', detail: '' });
  await leaves('Birch', 'Wen', { channel: 'post', detail: '12 Farawaystreet, Springfield', point: ['3d'] });
  await leaves('Birch', 'Oli', { safeFrom: '18', safeTo: '21', agreed: ['voicemail', 'house-name'] });
  await scene.sit('staff', DUE);
  const $ = await scene.desk.visit(paths.followUps());
  const toRing = $('main li').filter((_, each) => $(each).text().includes('Call, any time'));
  due = String(toRing.first().find('a').attr('href'));
  return scene.get(paths.followUps());
}

const tryIt = (scene: Scene, answers: Record<string, string>) =>
  scene.desk.fill(due, answers, `${due}/attempts`);

async function letter(scene: Scene) {
  const $ = await scene.desk.visit(paths.followUps());
  const link = $('main li')
    .filter((_, each) => $(each).text().includes('Mail'))
    .first()
    .find('a');
  return scene.get(String(link.attr('href')));
}

async function afterTry(scene: Scene, result: string) {
  await tryIt(scene, { result });
  return scene.get(due);
}

describe('follow-ups, as they are seen', () => {
  lookAtEvery(states, () => openHouse());
});
