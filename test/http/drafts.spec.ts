import type { CheerioAPI } from 'cheerio';
import { paths } from '../../src/web/paths.js';
import { type Desk, fieldsOf, page, read } from '../support/desk.js';
import { livelyHouse, pagesOf } from '../support/lively-house.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

// R31
describe('what is kept while somebody types', () => {
  let house: House;
  let rosa: Desk;
  let ines: Desk;

  beforeEach(async () => {
    house = await openHouse();
    rosa = await house.signIn('staff', 'Rosa');
    ines = await house.signIn('manager', 'Ines');
  });

  afterEach(() => house.close());

  /** As our script does: the form as it stands, with the hash the page was drawn with. */
  const beat = (desk: Desk, $: CheerioAPI, typed: Record<string, string>) =>
    desk.post(paths.keepDraft(), { ...fieldsOf($, '/theme'), ...typed });
  const drafts = () => house.rows<{ place: string; fields: string }>('SELECT place, fields FROM drafts');
  const lines = () => house.rows(`SELECT person_id AS who FROM audit WHERE act = 'drafts.keep'`);
  const text = async (desk: Desk, path = '/notes') =>
    String((await desk.visit(path))('[name=text]').val()).trim();

  it('is there for its writer and for nobody else, as it was said last', async () => {
    const $ = await rosa.visit('/notes');
    const answer = await beat(rosa, $, { text: 'The dryer' });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect((await beat(rosa, $, { text: 'The dryer is slow\r\nand warm' })).status).toBe(204);
    expect(await text(rosa)).toBe('The dryer is slow\r\nand warm'.replace('\r', ''));
    expect(await text(rosa, '/')).toContain('The dryer is slow');
    expect(read(await rosa.visit('/notes'), '#main')).toContain('Begun by you');
    expect(await text(ines)).toBe('');
  });

  it('is one line of the trail for each draft, however often it grows', async () => {
    const $ = await rosa.visit('/notes');
    for (const words of ['T', 'Th', 'The', 'The']) await beat(rosa, $, { text: words });
    expect(await lines()).toEqual([{ who: rosa.person.id }]);
    expect(await drafts()).toHaveLength(1);
    await rosa.fill('/notes', { text: 'The dryer' });
    await beat(rosa, await rosa.visit('/notes'), { text: 'Another' });
    expect(await lines()).toHaveLength(2);
  });

  it('is nothing in a form nobody changed, and follows one that was emptied again', async () => {
    const $ = await rosa.visit('/notes');
    expect((await beat(rosa, $, {})).status).toBe(204);
    expect([await drafts(), await lines()]).toEqual([[], []]);
    await beat(rosa, $, { text: 'Never mind' });
    await beat(rosa, $, {});
    expect(await text(rosa)).toBe('');
    expect(JSON.stringify(await drafts())).not.toContain('Never mind');
  });

  it('never comes again after its form was sent, however late it arrives', async () => {
    const $ = await rosa.visit('/notes');
    await beat(rosa, $, { text: 'The dryer' });
    await rosa.send($, '/notes', { text: 'The dryer is slow' });
    expect(await drafts()).toEqual([]);
    expect((await beat(rosa, $, { text: 'The dryer is' })).status).toBe(204);
    expect(await drafts()).toEqual([]);

    await rosa.fill('/', {}, '/sign-out');
    await beat(rosa, $, { text: 'The dryer is' });
    expect(await drafts()).toEqual([]);
    // Typed anew, it is another form
    await rosa.signIn(rosa.person.id, PASSPHRASE);
    await beat(rosa, await rosa.visit('/notes'), { text: 'Next' });
    expect(await text(rosa)).toBe('Next');
  });

  it('leaves nothing behind when both arrive at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const $ = await rosa.visit('/notes');
      const typed = { text: `Note ${round}` };
      const both = [() => beat(rosa, $, typed), () => rosa.send($, '/notes', typed)];
      await Promise.all((round % 2 === 0 ? both : both.reverse()).map((send) => send()));
      expect(await drafts()).toEqual([]);
    }
    expect(await house.rows('SELECT 1 FROM notes')).toHaveLength(10);
  });

  it('stays when its form came back with something to ask', async () => {
    const $ = await rosa.visit('/notes');
    expect((await rosa.send($, '/notes', { text: 'The dryer', lives: 'never' })).status).toBe(422);
    await beat(rosa, $, { text: 'The dryer' });
    expect(await text(rosa)).toBe('The dryer');
  });

  it('is not brought back by the page it was thrown away on', async () => {
    await beat(rosa, await rosa.visit('/notes'), { text: 'The dryer' });
    const $ = await rosa.visit('/notes');
    const formToken = String($('#kept [name=formToken]').val());
    await rosa.send($, paths.discardDraft(), { formToken });
    await beat(rosa, $, { text: 'The dryer is' });
    expect(await drafts()).toEqual([]);
    const _csrf = String((await ines.visit('/notes'))('[name=_csrf]').first().val());
    const others = await ines.post(paths.discardDraft(), { _csrf, formToken, place: '/notes' });
    expect(others.status).toBe(419);
  });

  it('becomes its person’s under the cover, after sign-out and with somebody else at the desk', async () => {
    const $ = await rosa.visit('/notes');
    await rosa.fill('/', {}, '/curtain');
    const covered = await beat(rosa, $, { text: 'Under the cover' });
    expect([covered.status, covered.headers.location]).toEqual([303, '/curtain']);
    await rosa.fill('/curtain', { secret: PASSPHRASE }, '/curtain/lift');
    expect(await text(rosa)).toBe('Under the cover');

    const next = await rosa.visit('/notes');
    await rosa.fill('/', {}, '/sign-out');
    const out = await beat(rosa, next, { text: 'Signed out' });
    expect([out.status, out.headers.location]).toEqual([303, '/sign-in']);
    // It may cross with a sign-in: it must not put another session in its place
    expect(JSON.stringify(out.headers['set-cookie'] ?? '')).not.toContain('porchlight=');

    await rosa.signIn(ines.person.id, PASSPHRASE);
    expect((await beat(rosa, next, { text: 'Ines sits here' })).status).toBe(419);
    expect(await text(rosa)).toBe('');
    await beat(rosa, await rosa.visit('/notes'), { text: 'Of Ines' });
    await rosa.fill('/', {}, '/sign-out');
    await rosa.signIn(rosa.person.id, PASSPHRASE);
    expect(await text(rosa)).toBe('Ines sits here');
  });

  it('has a place to be kept under on every page that keeps', async () => {
    const lively = await livelyHouse();
    const desk = await lively.signIn('manager');
    const without: string[] = [];
    for (const path of pagesOf(lively)) {
      const answer = await desk.get(path);
      const token = String(page(answer)('#kept [name=formToken]').val() ?? '');
      const content = Buffer.from(token.split('.')[0]!, 'base64url').toString();
      if (token !== '' && (JSON.parse(content) as string[])[1] === '') without.push(path);
    }
    await lively.close();
    expect(without).toEqual([]);
  });

  it('holds no secret, and nothing without a form of ours', async () => {
    const $ = await ines.visit(paths.newPerson());
    await beat(ines, $, { name: 'Theo', passphrase: 'four cold lamps on a porch' });
    expect(JSON.stringify(await drafts())).not.toContain('lamps');
    const _csrf = String($('[name=_csrf]').first().val());
    for (const formToken of ['', 'x', 'x.y'])
      expect((await ines.post(paths.keepDraft(), { _csrf, formToken, text: 'Mine' })).status).toBe(419);
    expect(JSON.stringify(await drafts())).not.toContain('Mine');
  });

  it('is not kept again of a note whose words were taken back (R28)', async () => {
    await rosa.fill('/notes', { text: 'Too much' });
    const [{ id } = { id: '' }] = await house.rows<{ id: string }>('SELECT id FROM notes');
    const $ = await ines.visit(paths.note(id));
    await beat(ines, $, { text: 'Too much still' });
    expect(await drafts()).toHaveLength(1);
    await rosa.fill(paths.note(id), { reason: 'names_someone' }, paths.noteTakeBack(id));
    await beat(ines, $, { text: 'Too much again' });
    await ines.send($, '/theme', { text: 'Too much once more' });
    expect(await drafts()).toEqual([]);
  });
});
