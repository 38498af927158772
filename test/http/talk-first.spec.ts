import type { Role } from '../../src/domain/person.js';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const LINE = { reason: 'The lockbox key of June is still out', untilDay: '2027-01-31', told: 'no' };
/** As the page sends it once somebody was chosen. */
const KNOWN = { stayedBefore: 'yes', askedSame: 'yes' };

/** Sam stayed in Maple from Fri 20 to Sun 22 November 2026; it is Sun 22, 10:40 pm. */
describe('please talk with a coordinator first (R16)', () => {
  let house: House;
  let desk: Desk;
  let beds: Record<string, string>;
  let sam: string;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar' });
    await sit('staff');
    const found = await house.rows<{ id: string; name: string }>('SELECT id, name FROM beds');
    beds = Object.fromEntries(found.map(({ id, name }) => [name, id]));
    const past = { arrivedAt: '2026-11-20T15:00', departureDay: '2026-11-23' };
    const stay = (await welcome({ name: 'Sam Ash', stayedBefore: 'no', bedId: beds.Maple!, ...past })).headers
      .location!;
    await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    sam = (await house.rows<{ id: string }>('SELECT guest_id AS id FROM stays'))[0]!.id;
    await sit('coordinator');
  });

  afterEach(() => house.close());

  const sit = async (role: Role) => {
    desk = await house.signIn(role);
  };
  const welcome = (answers: Fields) =>
    desk.fill(paths.checkIn(), {
      name: 'Sam Ash',
      departureDay: '2026-11-25',
      bedId: beds.Cedar!,
      ...answers,
    });
  const write = (answers: Fields = {}) => desk.fill(paths.talkFirst(sam), { ...LINE, ...answers });
  const lines = () => house.rows('SELECT reason, until_day, told_at, answer, ended_at FROM talk_first');

  it('is written by a coordinator, in plain words with an end, and stands on the guest’s page', async () => {
    const guest = await desk.visit(paths.guest(sam));
    const $ = await desk.visit(guest('a:contains("Ask to talk with a coordinator first")').attr('href')!);
    expect(read($, 'h1')).toBe('Please talk with a coordinator first');
    expect(read($, '#untilDay-hint')).toContain('at the latest Sat 22 May 2027');
    expect($('input:checked').length).toBe(0);
    const answer = await write();
    expect([answer.status, answer.headers.location]).toEqual([303, paths.talkFirst(sam)]);
    const kept = await desk.visit(paths.talkFirst(sam));
    expect(read(kept, '[aria-labelledby=line]')).toContain('Until Sun 31 Jan 2027 “The lockbox key');
    expect(read(kept, '[aria-labelledby=line]')).toContain('Not told yet.');
    await sit('staff');
    expect(read(await desk.visit(paths.guest(sam)), '[aria-labelledby=talk-first]')).toContain(LINE.reason);
  });

  it('is told, and answered in the guest’s own words, by whoever is on shift', async () => {
    await write();
    await sit('staff');
    const $ = await desk.visit(paths.talkFirst(sam));
    const action = $('form[action$="/told"]').attr('action')!;
    await desk.send($, action, { answer: 'I left it <b>on the desk</b>' });
    const kept = await desk.visit(paths.talkFirst(sam));
    expect(read(kept, '[aria-labelledby=line]')).toContain('They were told Sun 22 Nov, 10:40 pm, ');
    expect(read(kept, '[aria-labelledby=line]')).toContain('“I left it <b>on the desk</b>”');
    expect(kept('form[action$="/end"], form#kept').length).toBe(0);
  });

  it('loses nobody’s words when two people write them down at once (R26)', async () => {
    await write();
    const other = await house.signIn('staff', 'Theo');
    const sheets = [await desk.visit(paths.talkFirst(sam)), await other.visit(paths.talkFirst(sam))];
    const action = sheets[0]!('form[action$="/told"]').attr('action')!;
    await desk.send(sheets[0]!, action, { answer: 'First' });
    const late = await other.send(sheets[1]!, action, { answer: 'Second' });
    expect(late.status).toBe(409);
    expect(read(page(late), '[aria-labelledby=line]')).toContain('“First”');
    expect(page(late)('#answer').val()).toBe('Second');
    expect(await lines()).toMatchObject([{ answer: 'First' }]);
  });

  it.each([
    ['reason', '   ', 'Say why'],
    ['untilDay', '2027-05-23', 'within 6 months'],
    ['untilDay', '2026-11-21', 'This day is over'],
    ['untilDay', 'soon', 'Enter the last day'],
    ['told', '', 'Say whether they have been told'],
  ])('asks again for %s “%s”, keeps the rest and writes nothing', async (name, wrong, words) => {
    const answer = await write({ [name]: wrong });
    expect(answer.status).toBe(422);
    expect(read(page(answer), `#${name}-error`)).toContain(words);
    if (name !== 'reason') expect(page(answer)('#reason').val()).toBe(LINE.reason);
    expect(await lines()).toEqual([]);
  });

  it('is one at a time: a second is refused until the first is ended, by two coordinators at once too', async () => {
    const other = await house.signIn('coordinator', 'Una');
    const sheets = [await desk.visit(paths.talkFirst(sam)), await other.visit(paths.talkFirst(sam))];
    const answers = await Promise.all([
      desk.send(sheets[0]!, paths.talkFirst(sam), LINE),
      other.send(sheets[1]!, paths.talkFirst(sam), { ...LINE, reason: 'Another' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = page(answers.find(({ status }) => status === 409)!);
    expect(read(late, '[role=alert]')).toContain('One holds already.');
    expect(await lines()).toHaveLength(1);
  });

  it('shows words that come for a line that ended meanwhile, and keeps none of them (R26)', async () => {
    await write();
    const theo = await house.signIn('staff', 'Theo');
    const [$, sheet] = [await desk.visit(paths.talkFirst(sam)), await theo.visit(paths.talkFirst(sam))];
    const action = sheet('form[action$="/told"]').attr('action')!;
    await desk.send($, $('form[action$="/end"]').attr('action')!);
    const late = await theo.send(sheet, action, { answer: 'I left it <b>there</b>' });
    expect(late.status).toBe(409);
    expect(read(page(late), '[role=alert]')).toBe(
      'This line has ended meanwhile. Their words are not kept. Nothing is changed.' +
        'This was typed:“I left it <b>there</b>”',
    );
    expect(await lines()).toMatchObject([{ told_at: null, answer: null }]);
    const nowhere = await theo.post('/talk-first/nobody/told', fieldsOf(sheet, action));
    expect(nowhere.status).toBe(404);
  });

  it('is ended by a coordinator, which can be undone; and ends by itself after its day', async () => {
    await write();
    const $ = await desk.visit(paths.talkFirst(sam));
    await desk.send($, $('form[action$="/end"]').attr('action')!);
    const ended = await desk.visit(paths.talkFirst(sam));
    expect(ended('[aria-labelledby=line]').length).toBe(0);
    await desk.send(ended, ended('.flash form').attr('action')!);
    expect((await desk.visit(paths.talkFirst(sam)))('[aria-labelledby=line]').length).toBe(1);
    house.clock.moveTo('2027-02-01T09:59:00Z');
    await sit('coordinator');
    expect((await desk.visit(paths.guest(sam)))('[aria-labelledby=talk-first]').length).toBe(1);
    house.clock.moveTo('2027-02-01T10:00:00Z');
    await sit('coordinator');
    expect((await desk.visit(paths.guest(sam)))('[aria-labelledby=talk-first]').length).toBe(0);
  });

  it('is not taken back once they were told, nor by anyone but a coordinator (R24)', async () => {
    await write();
    const $ = await desk.visit(paths.talkFirst(sam));
    const undo = $('.flash form').attr('action')!;
    const staff = await house.signIn('staff');
    const theirs = await staff.post(undo, {
      _csrf: String((await staff.visit('/me'))('[name=_csrf]').val()),
    });
    expect([theirs.status, read(page(theirs), 'main')]).toEqual([
      409,
      expect.stringContaining('A coordinator can take this back'),
    ]);
    await desk.send($, $('form[action$="/told"]').attr('action')!, { answer: 'I left it' });
    const late = await desk.send($, undo);
    expect([late.status, read(page(late), 'main')]).toEqual([409, expect.stringContaining('told since')]);
    expect(await lines()).toMatchObject([{ answer: 'I left it', ended_at: null }]);
  });

  it('can be taken back until the shift ends (R24)', async () => {
    await write();
    const $ = await desk.visit(paths.talkFirst(sam));
    await desk.send($, $('.flash form').attr('action')!);
    expect((await desk.visit(paths.guest(sam)))('[aria-labelledby=talk-first]').length).toBe(0);
  });

  describe('at the door', () => {
    beforeEach(async () => {
      await write();
      await sit('staff');
    });

    it('is asked once for the one who was chosen, with its reason; either answer welcomes them', async () => {
      for (const talked of ['talked', 'not-reached']) {
        const asked = await welcome({ guestId: sam, ...KNOWN });
        expect(asked.status).toBe(409);
        const $ = page(asked);
        expect(read($, '[aria-labelledby=ask-talk]')).toContain(`“${LINE.reason}” Until Sun 31 Jan 2027.`);
        expect(read($, '[aria-labelledby=ask-talk]')).toContain('They have not been told yet.');
        expect($('[name=talked]:checked').length).toBe(0);
        const done = await desk.send($, paths.checkIn(), { talked });
        expect(done.status).toBe(303);
        const stay = await desk.visit(done.headers.location!);
        const words =
          talked === 'talked' ? 'A coordinator was talked with first' : 'No coordinator could be reached';
        expect(read(stay, '[aria-labelledby=history]')).toContain(words);
        await desk.send(stay, stay('.flash form').attr('action')!);
      }
    });

    it('is asked anew when somebody else is chosen after it was answered', async () => {
      const other = { guestId: sam, ...KNOWN, talked: 'talked', talkedLine: 'of somebody else' };
      expect((await welcome(other)).status).toBe(409);
      expect(await house.rows('SELECT 1 FROM stays')).toHaveLength(1);
    });

    it('is asked again when nothing was chosen, and for what nobody offers', async () => {
      const asked = page(await welcome({ guestId: sam, ...KNOWN }));
      expect((await desk.send(asked, paths.checkIn())).status).toBe(409);
      const odd = await desk.send(asked, paths.checkIn(), { talked: 'barred' });
      expect(odd.status).toBe(422);
      expect(read(page(odd), '[aria-labelledby=ask-talk]')).toContain(LINE.reason);
      expect(await house.rows('SELECT 1 FROM stays')).toHaveLength(1);
    });

    it('is asked whatever record of theirs is chosen (R46), and not of anyone else', async () => {
      const twin = await welcome({ name: 'Sam Asch', guestId: 'new', arrivedAt: '2026-11-19T10:00' });
      expect(twin.status).toBe(303);
      await desk.fill(`${twin.headers.location!}/departure`, {
        ending: 'planned',
        destination: 'family',
        leftAt: '2026-11-19T12:00',
      });
      const [{ id }] = (await house.rows<{ id: string }>('SELECT id FROM guests WHERE id <> ?', [sam])) as [
        { id: string },
      ];
      expect((await welcome({ guestId: id, ...KNOWN, confirmNotReady: 'yes' })).status).toBe(303);
      const [stay] = await house.rows<{ id: string }>('SELECT id FROM stays WHERE left_at IS NULL');
      const $ = await desk.visit(paths.stay(stay!.id));
      await desk.send($, $('[aria-labelledby=history] form[action^="/undo/"]').attr('action')!);
      const guest = await desk.visit(paths.guest(id));
      await desk.send(guest, paths.guestLinks(id), { other: sam, ground: 'guest-said' });
      expect((await welcome({ guestId: id, ...KNOWN, confirmNotReady: 'yes' })).status).toBe(409);
    });
  });
});
