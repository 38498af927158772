import { FEBRUARY, februaryHouse, LONG_AGO, longAgo } from '../support/february-house.js';
import { lookAtEvery } from './every-page.js';
import type { Scene, State } from './scene.js';

const of = (query: string) => `/reports/outcomes?${query}`;
const sit = async (scene: Scene) => {
  await scene.sit('manager');
  return scene.get('/');
};

async function long(scene: Scene) {
  await longAgo(scene.house);
  return scene.get(of(LONG_AGO));
}

const nothingChosen = async (scene: Scene) => {
  await scene.sit('manager');
  return scene.desk.fill('/reports/outcomes/anyone', {}, '/reports/outcomes/anyone/grid');
};

async function chosen(scene: Scene) {
  await scene.sit('manager');
  const $ = await scene.desk.visit('/reports/outcomes/anyone');
  if ($('[name=grid]').length > 0)
    await scene.desk.send($, '/reports/outcomes/anyone/grid', { grid: 'quarters' });
  return scene.get('/reports/outcomes/anyone');
}

async function givenOut(scene: Scene) {
  await chosen(scene);
  await scene.desk.fill('/reports/outcomes/anyone');
  return scene.get('/reports/outcomes/anyone');
}

const states: State[] = [
  ['help', 'Reading a figure', (scene) => scene.get('/help/reports')],
  ['the board of a manager', 'Reports', sit],
  ['outcomes', '5 stays left', (scene) => scene.get(of(FEBRUARY))],
  ['without a bed', '0 visits', (scene) => scene.get(`/reports/without-bed?${FEBRUARY}`)],
  [
    'without a bed, not exported',
    'Nothing was exported',
    (scene) => scene.get(`/reports/without-bed.csv?${FEBRUARY}&sharing=anyone`),
  ],
  [
    'the stays behind a figure',
    'Stays that left',
    (scene) => scene.get(`/reports/outcomes/stays?${FEBRUARY}`),
  ],
  ['occupancy', 'were occupied', (scene) => scene.get(`/reports/occupancy?${FEBRUARY}`)],
  ['occupancy by week', 'By week', (scene) => scene.get(`/reports/occupancy?${FEBRUARY}&by=week`)],
  [
    'occupancy of many years',
    'More months than a picture can show',
    (scene) => scene.get('/reports/occupancy?from=2006-01-01&to=2026-03-31&by=month'),
  ],
  ['occupancy of a quarter of nights', 'By night', (scene) => scene.get('/reports/occupancy?by=night')],
  [
    'occupancy still to come',
    'No night',
    (scene) => scene.get('/reports/occupancy?from=2027-01-01&to=2027-02-01'),
  ],
  ['occupancy of no days', 'Please check 3', (scene) => scene.get('/reports/occupancy?from=x&to=y&by=z')],
  [
    'occupancy, not exported',
    'Nothing was exported',
    (scene) => scene.get(`/reports/occupancy.csv?${FEBRUARY}&sharing=anyone`),
  ],
  [
    'how time is cut for everyone outside',
    'Choose for good',
    (scene) => scene.get('/reports/outcomes/anyone'),
  ],
  ['nothing chosen for everyone outside', 'Please check 1', nothingChosen],
  ['tables for anyone, not given out', 'Not given out yet', chosen],
  ['tables for anyone, given out', 'It is repeated as it was', givenOut],
  [
    'no quarter for anyone else',
    'one whole calendar quarter',
    async (scene) => {
      await chosen(scene);
      return scene.get(`/reports/outcomes/anyone?${FEBRUARY}`);
    },
  ],
  ['outcomes of a quarter', 'last full quarter', (scene) => scene.get('/reports/outcomes')],
  ['outcomes of one stay', '1 stay left', (scene) => scene.get(of('from=2026-02-13&to=2026-02-13'))],
  ['outcomes without a stay', 'No stay left', (scene) => scene.get(of('from=2025-01-01&to=2025-03-31'))],
  ['outcomes up to now', 'still running', (scene) => scene.get(of('from=2026-01-01&to=2026-12-31'))],
  ['outcomes with very long stays', '29+', long],
  ['wrong dates', 'Please check 2 things', (scene) => scene.get(of('from=2026-02-30&to=one+day'))],
  ['dates the wrong way round', 'Please check 1', (scene) => scene.get(of('from=2026-03-02&to=2026-03-01'))],
  [
    'a file that is not made',
    'Nothing was exported',
    (scene) => scene.get(`/reports/outcomes.csv?${FEBRUARY}&sharing=funder`),
  ],
  [
    'outcomes for a coordinator',
    'Don’t pass this page on',
    async (scene) => {
      await scene.sit('coordinator');
      return scene.get(of(FEBRUARY));
    },
  ],
];

describe('reports, as they are seen', () => {
  lookAtEvery(states, februaryHouse);
});
