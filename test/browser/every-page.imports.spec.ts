import { paths } from '../../src/web/paths.js';
import { fieldsOf } from '../support/desk.js';
import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const HEAD = 'Guest,No,Bed,Arrived,Left,Ended,Went to,A long remark nobody asked for in those days';
const GOOD = `${LONG_NAME},7,Maple,2026-03-02,2026-03-05,Left as planned,Family,kept the garden going all week long`;
const AGAIN = 'Kim Aster,8,Maple,2026-03-04 16:30,2026-03-06 09:15,planned,own_place,';
const NO_BED = 'Bo,9,The room over the stable,2026-03-04,2026-03-01,went off,the sea,';

const send = async (scene: Scene, bytes: string, name = 'old book.csv') => {
  const $ = await scene.desk.visit(paths.imports());
  return scene.desk.upload(paths.imports(), fieldsOf($, paths.imports()), { field: 'file', name, bytes });
};

async function columns(scene: Scene): Promise<string> {
  return String((await send(scene, [HEAD, GOOD, AGAIN, NO_BED].join('\n'))).headers.location);
}

async function trial(scene: Scene): Promise<string> {
  const address = await columns(scene);
  return String((await scene.desk.fill(address, { earlierBeds: 'open' })).headers.location);
}

async function imported(scene: Scene) {
  const address = await trial(scene);
  const $ = await scene.desk.visit(address);
  await scene.desk.send($, String($('form[action$="/trial"]').attr('action')), { way: 'good' });
  return scene.get(paths.imports());
}

const states: State[] = [
  [
    'nothing imported yet',
    'Import earlier stays',
    async (scene) => {
      await scene.sit('manager');
      return scene.get(paths.imports());
    },
  ],
  ['no file', 'Please check 1', (scene) => send(scene, '', '')],
  ['a file of nothing', 'Please check 1', (scene) => send(scene, '\n\n')],
  ['what the columns tell', 'What the columns tell', async (scene) => scene.get(await columns(scene))],
  [
    'columns that miss the bed',
    'Please check',
    async (scene) => {
      const address = await columns(scene);
      const $ = await scene.desk.visit(address);
      const names = $('main select')
        .toArray()
        .map((each) => String($(each).attr('name')));
      return scene.desk.send($, address, Object.fromEntries(names.map((name) => [name, ''])));
    },
  ],
  ['what would come in', 'Row 3', async (scene) => scene.get(await trial(scene))],
  [
    'all of it, with problems',
    'Row 3',
    async (scene) => {
      const $ = await scene.desk.visit(await trial(scene));
      return scene.desk.send($, String($('form[action$="/trial"]').attr('action')), { way: 'all' });
    },
  ],
  ['what came in', 'Take it back', imported],
];

describe('the import, as it is seen', () => {
  lookAtEvery(states, openHouse);
});
