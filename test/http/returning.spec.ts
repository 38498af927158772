import type { Role } from '../../src/domain/person.js';
import { NameSearch } from '../../src/guests/name-search.service.js';
import { foldName } from '../../src/domain/guest.js';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

const BEDS = ['Maple', 'Cedar', 'Birch', 'Fern'];
const NO_TOUCH = { followUpConsent: 'no' };
const YES = { followUpConsent: 'yes', point: '30d', channel: 'call', detail: '555-0171' };

/** It is Sun 22 November 2026, 10:40 pm when the house opens. */
describe('guests who come back', () => {
  let house: House;
  let desk: Desk;
  let beds: Record<string, string>;

  beforeEach(async () => {
    house = await openHouse({ beds: BEDS.join('\n') });
    desk = await house.signIn();
    const found = await house.rows<{ id: string; name: string }>('SELECT id, name FROM beds');
    beds = Object.fromEntries(found.map(({ id, name }) => [name, id]));
  });

  afterEach(() => house.close());

  const sit = async (role: Role = 'staff') => {
    desk = await house.signIn(role);
  };
  const welcome = (bed: string, name: string, more: Fields = {}) =>
    desk.fill(paths.checkIn(), {
      name,
      bedId: beds[bed]!,
      departureDay: '2026-11-25',
      stayedBefore: 'no',
      confirmNotReady: 'yes',
      ...more,
    });
  const arrive = async (bed: string, name: string, more: Fields = {}): Promise<string> => {
    const answer = await welcome(bed, name, more);
    expect(answer.status).toBe(303);
    return answer.headers.location!;
  };
  const leave = async (stay: string, more: Fields = {}) => {
    const left = await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family', ...more });
    expect(left.status).toBe(303);
  };
  /** Came on this day of November and left on that one; answers the guest. */
  const stayed = async (name: string, from: number, to: number, more: Fields = {}, bed = 'Maple') => {
    const stay = await arrive(bed, name, { arrivedAt: `2026-11-${from}T15:00`, departureDay: '2026-11-23' });
    await leave(stay, { leftAt: `2026-11-${to}T11:00`, ...more });
    return guestOf(stay);
  };
  const guestOf = async (stay: string) => {
    const sql = 'SELECT guest_id AS id FROM stays WHERE id = ?';
    return (await house.rows<{ id: string }>(sql, [stay.split('/')[2]]))[0]!.id;
  };
  const link = (guest: string, other: string, more: Fields = {}) =>
    desk.post(paths.guestLinks(guest), { ...wrapping, other, ground: 'guest-said', ...more });
  let wrapping: Fields;
  const ready = async () => {
    const $ = await desk.visit('/me');
    wrapping = { _csrf: String($('[name=_csrf]').first().val()) };
  };
  const linked = async (guest: string, other: string) => {
    await ready();
    expect((await link(guest, other)).status).toBe(303);
  };
  const unlink = async (guest: string) => {
    await ready();
    return desk.post(paths.guestUnlink(guest), wrapping);
  };

  describe('found at the door (R17)', () => {
    /** What is offered to the one who gives this name and was asked whether they stayed before. */
    const offered = async (name: string, stayedBefore = 'not-asked') => {
      const answer = await welcome('Maple', name, { stayedBefore, departureDay: '2026-11-24' });
      if (answer.status === 303) {
        const $ = await desk.visit(answer.headers.location!);
        await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
        return null;
      }
      expect(answer.status).toBe(409);
      return page(answer)('[name=guestId]')
        .toArray()
        .map((each) => page(answer)(each).parent().text().replace(/\s+/gu, ' ').trim());
    };

    it('by each kind of slip, as initials and month only, and never after a no', async () => {
      await stayed('José Díaz Márquez', 16, 17);
      await stayed('Bo', 17, 18);
      const his = ['J.D.M. stayed in November 2026', 'Someone new'];
      for (const name of [
        'jose  diaz marquez',
        'José Díaz Márqez',
        'José Díaz Márquezz',
        'José Díaz Marquaz',
        'José Díaz Márqeuz',
        'JoséDíaz Márquez',
      ]) {
        expect([name, await offered(name)]).toEqual([name, his]);
      }
      expect(await offered('bo', 'yes')).toEqual(['B. stayed in November 2026', 'Someone new']);
      for (const name of ['Bi', 'José Diez Márqez', 'Someone']) expect(await offered(name)).toBeNull();
      for (const answer of ['no', 'not-said']) expect(await offered('Bo', answer)).toBeNull();
    });

    it('with the day, and the bed, only where initials and month tell nobody apart', async () => {
      await stayed('Ana Diaz', 16, 17);
      await stayed('Ana Dias', 18, 19);
      await stayed('Anna Diaz', 18, 19, {}, 'Cedar');
      await stayed('Ana Riaz', 20, 21);
      expect(await offered('Ana Diaz')).toEqual([
        'A.D. came Mon 16 Nov 2026',
        'A.D. came Wed 18 Nov 2026, in Cedar',
        'A.D. came Wed 18 Nov 2026, in Maple',
        'A.R. stayed in November 2026',
        'Someone new',
      ]);
    });

    it('and may be someone new all the same; whoever is in the house is not offered', async () => {
      await stayed('Kim', 16, 17);
      await arrive('Cedar', 'Kim', { stayedBefore: 'yes', guestId: 'new' });
      expect(await house.rows('SELECT name FROM guests')).toHaveLength(2);
      expect(await offered('Kim')).toEqual(['K. stayed in November 2026', 'Someone new']);
      const [here] = await house.rows<{ id: string }>(
        'SELECT guest_id AS id FROM stays WHERE left_at IS NULL',
      );
      const [gone] = await house.rows<{ id: string }>(
        'SELECT guest_id AS id FROM stays WHERE left_at IS NOT NULL',
      );
      await linked(here!.id, gone!.id);
      expect(await offered('Kim')).toBeNull();
    });

    it('among the first five of many, whichever letter is wrong', async () => {
      const names = Array.from({ length: 600 }, (_, place) => invented(place));
      await house.write((tx) =>
        tx.query(
          `INSERT INTO guests SELECT 'many-' || key, value, value, NULL, '2026-01-01T00:00:00Z', 1 FROM json_each(?)`,
          [JSON.stringify(names)],
        ),
      );
      await house.write((tx) =>
        tx.query(
          `INSERT INTO stays SELECT 'stay-' || id, id, 'no', '2026-02-01T15:00:00Z', '2026-02-01', '2026-02-02', '2026-02-02',
            '2026-02-01T18:00:00Z', '2026-02-01', NULL, 1, 'not_asked' FROM guests WHERE id LIKE 'many-%'`,
        ),
      );
      await house.write((tx) =>
        tx
          .query(
            `INSERT INTO bed_segments SELECT 'part-' || id, id, ?, arrived_at, arrival_day, left_at, departure_day, NULL, 1
            FROM stays WHERE id LIKE 'stay-many-%'`,
            [beds.Fern],
          )
          .then(() =>
            tx.query(
              `INSERT INTO claims SELECT p.id, 'stay', p.bed_id, s.guest_id, from_day, to_day
              FROM bed_segments p JOIN stays s ON s.id = p.stay_id WHERE p.id LIKE 'part-stay-many-%'`,
            ),
          ),
      );
      const search = house.app.get(NameSearch);
      for (const name of names.filter((_, place) => place % 12 === 0)) {
        for (const typo of slips(name)) {
          const five = (await search.like(foldName(typo))).slice(0, 5).map((each) => each.name);
          expect([typo, five.includes(name)]).toEqual([typo, true]);
        }
      }
    }, 60_000);

    it('without reading every guest', async () => {
      await stayed('José Díaz', 16, 17);
      const seen = await house.asked(async () => {
        await offered('jose diaz');
        for (const q of ['jose', 'jo di', 'j']) await desk.fill(paths.stays(), { q }, paths.findStay());
        await desk.visit(
          paths.guest(
            await guestOf(
              (await house.rows<{ id: string }>('SELECT id FROM stays')).map(({ id }) => `/stays/${id}`)[0]!,
            ),
          ),
        );
      });
      const scans = [];
      for (const { sql, values } of seen.filter((each) => /guest/.test(each.sql))) {
        const plan = await house.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values);
        scans.push(...plan.map(({ detail }) => detail).filter((detail) => /^SCAN/.test(detail)));
      }
      // Lists that were handed over, one record, beds, who is here now; the search by its terms and by MATCH only
      const fine =
        /json_each|CONSTANT ROW|^SCAN (near|known|record|bed|b)\b|_one_open_per_|^SCAN \(subquery|guest_trigrams VIRTUAL TABLE INDEX 0:M|(place|guest_trigram_places) VIRTUAL TABLE INDEX (259|1539):/;
      expect(scans.filter((scan) => !fine.test(scan))).toEqual([]);
    });

    it('and nothing of a name that is gone stays in the file', async () => {
      // A trigram no other begins like: the file has it letter by letter
      const traces = async () => {
        const blocks = await house.rows<{ block: string }>(
          'SELECT hex(block) AS block FROM guest_trigrams_data',
        );
        return blocks.filter(({ block }) => block.includes(Buffer.from('jqh').toString('hex').toUpperCase()))
          .length;
      };
      const stay = await arrive('Maple', 'Qyxwvz Zkjqhq');
      expect(await traces()).toBe(1);
      const $ = await desk.visit(stay);
      await desk.send($, $('form[action$="/name"]').attr('action')!, { name: 'Ann' });
      const terms = await house.rows<{ term: string }>('SELECT DISTINCT term FROM guest_trigram_places');
      expect(terms.map(({ term }) => term).sort()).toEqual(['  a', ' an', 'ann', 'nn ']);
      await house.write((tx) =>
        tx.query(`INSERT INTO guest_trigrams (guest_trigrams) VALUES ('integrity-check')`),
      );
      expect(await traces()).toBe(0);
    });
  });

  describe('a guest’s page', () => {
    it('lists their stays and is written down as a look (R44)', async () => {
      const stay = await arrive('Maple', 'Sam Ito');
      const guest = await guestOf(stay);
      const before = await house.rows('SELECT number FROM audit');
      const $ = await desk.visit((await desk.visit(stay))('aside a[href^="/guests/"]').attr('href')!);
      expect(read($, 'h1')).toBe('S.I.');
      expect(read($, '.lead')).toBe('1 stay');
      expect($('title').text()).not.toMatch(/Sam|S\.I\./);
      expect(read($, '[aria-labelledby=stays]')).toContain('Came Sun 22 Nov · here now, leaves Wed 25 Nov');
      expect($('[aria-labelledby=stays] a').attr('href')).toBe(stay);
      const seen = await house.rows('SELECT act, subject_id AS id FROM audit WHERE number > ?', [
        before.length,
      ]);
      expect(seen).toContainEqual({ act: 'guests.view', id: guest });
    });

    it('is not there for an unknown guest, nor once the only check-in was undone', async () => {
      const stay = await arrive('Maple', 'Sam');
      const guest = await guestOf(stay);
      const $ = await desk.visit(stay);
      await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
      for (const id of [guest, 'nobody']) expect((await desk.get(paths.guest(id))).status).toBe(404);
    });

    it('looks under another name, which stands in no address and no trail', async () => {
      await stayed('Rosa Namqzx', 16, 17);
      const guest = await guestOf(await arrive('Cedar', 'Kim'));
      const answer = await desk.fill(paths.guest(guest), { q: 'rosa namqzy' }, paths.guestFind(guest));
      expect(answer.status).toBe(200);
      expect(page(answer)('[name=other]')).toHaveLength(1);
      expect(read(page(answer), 'aside')).toContain('R.N. stayed in November 2026');
      const trail = JSON.stringify(await house.rows('SELECT * FROM audit'));
      expect([trail.includes('guests.find'), trail.includes('qzy')]).toEqual([true, false]);
      const empty = await desk.fill(paths.guest(guest), { q: '' }, paths.guestFind(guest));
      expect(empty.status).toBe(422);
      expect(read(page(empty), '#q-error')).toContain('Type the other name');
    });
  });

  describe('two records of one person (R46)', () => {
    let first: string;
    let second: string;

    beforeEach(async () => {
      first = await stayed('Rosa Diaz', 16, 18);
      second = await stayed('Rosa Dias', 18, 20);
      await sit();
    });

    const keys = () =>
      house.rows<{ line: string }>(
        `SELECT s.guest_id || ' ' || c.guest_key AS line FROM claims c JOIN bed_segments p ON p.id = c.id
          JOIN stays s ON s.id = p.stay_id ORDER BY s.arrived_at`,
      );
    const everything = async () =>
      JSON.stringify([
        await house.rows('SELECT * FROM stays ORDER BY id'),
        await house.rows('SELECT * FROM claims ORDER BY id'),
        await house.rows('SELECT * FROM bed_nights ORDER BY bed_id, night'),
        await house.rows('SELECT * FROM consents ORDER BY id'),
        await house.rows('SELECT * FROM follow_ups ORDER BY id'),
      ]);

    it('are linked with the guest’s yes, and are one guest on their page', async () => {
      const $ = await desk.visit(paths.guest(second));
      expect($('[name=ground]')).toHaveLength(1);
      const answer = await desk.send($, paths.guestLinks(second), { other: first, ground: 'guest-said' });
      expect([answer.status, answer.headers.location]).toEqual([303, paths.guest(second)]);
      for (const guest of [first, second]) {
        const shown = await desk.visit(paths.guest(guest));
        expect(read(shown, '.lead')).toBe('2 stays, written down as 2 guests');
        expect(shown('[aria-labelledby=stays] li')).toHaveLength(2);
        expect(read(shown, '[aria-labelledby=stays]')).toContain('written down as R.D.');
        expect(read(shown, '[aria-labelledby=history]')).toContain('the guest says so');
        expect(shown('[name=other]')).toHaveLength(0);
      }
      expect((await keys()).map(({ line }) => line.split(' ')[1])).toEqual([second, second]);
      const audit = await house.rows(`SELECT subject_id AS id FROM audit WHERE act = 'guests.link'`);
      expect(audit).toEqual([{ id: second }]);
    });

    it('or by a coordinator who says what was mistyped; nobody else', async () => {
      await ready();
      const asStaff = await link(second, first, { ground: 'slip', reason: 's for z' });
      expect([asStaff.status, read(page(asStaff), '#errors')]).toEqual([
        422,
        expect.stringContaining('Ask a coordinator'),
      ]);
      await sit('coordinator');
      const $ = await desk.visit(paths.guest(second));
      const empty = await desk.send($, paths.guestLinks(second), {
        other: first,
        ground: 'slip',
        reason: '  ',
      });
      expect([empty.status, read(page(empty), '#reason-error')]).toEqual([
        422,
        expect.stringContaining('Say what was mistyped'),
      ]);
      expect(page(empty)('[name=other]:checked').val()).toBe(first);
      const told = { other: first, ground: 'slip', reason: 's for z' };
      expect((await desk.send(page(empty), paths.guestLinks(second), told)).status).toBe(303);
      expect(read(await desk.visit(paths.guest(first)), '[aria-labelledby=history]')).toContain('“s for z”');
    });

    it('ask for both answers, and for a guest there is', async () => {
      const $ = await desk.visit(paths.guest(second));
      const answer = await desk.send($, paths.guestLinks(second), {});
      expect(answer.status).toBe(422);
      expect(page(answer)('#errors a')).toHaveLength(2);
      await ready();
      expect((await link(second, 'nobody')).status).toBe(422);
      expect((await link('nobody', second)).status).toBe(404);
      expect((await link(second, first, { ground: 'because' })).status).toBe(422);
      await linked(second, first);
      const again = await link(first, second);
      expect([again.status, read(page(again), '[role=alert]')]).toEqual([
        409,
        expect.stringContaining('linked already'),
      ]);
    });

    it('are taken apart exactly: every stay, claim and consent where it was', async () => {
      const before = await everything();
      await linked(second, first);
      expect(await everything()).not.toBe(before);
      expect((await unlink(first)).status).toBe(303);
      expect(await everything()).toBe(before);
      expect(await house.rows('SELECT * FROM linked_guests')).toEqual([]);
      expect((await unlink(first)).status).toBe(409);
      expect(read(await desk.visit(paths.guest(second)), '[aria-labelledby=history]')).toContain(
        'Taken apart',
      );
    });

    it('are taken apart one by one when there are three, whichever goes', async () => {
      const third = await stayed('Rosa Diez', 20, 21);
      for (const goes of [first, second, third]) {
        await linked(first, second);
        await linked(third, second);
        await unlink(goes);
        const rest = [first, second, third].filter((each) => each !== goes);
        expect(read(await desk.visit(paths.guest(goes)), '.lead')).toBe('1 stay');
        for (const each of rest)
          expect(read(await desk.visit(paths.guest(each)), '.lead')).toContain('2 stays');
        await unlink(rest[0]!);
      }
    });

    it('can be undone, both ways, until they were linked otherwise (R24)', async () => {
      const before = await everything();
      await linked(second, first);
      const together = await everything();
      const undo = async () => {
        const $ = await desk.visit(paths.guest(second));
        return desk.send($, $('[aria-labelledby=history] form[action^="/undo/"]').first().attr('action')!);
      };
      expect((await undo()).status).toBe(303);
      expect(await everything()).toBe(before);
      await linked(second, first);
      await unlink(second);
      expect((await undo()).status).toBe(303);
      expect(await everything()).toBe(together);
    });

    it('are asked about where they were begun, under words of their own on the board (R31)', async () => {
      const $ = await desk.visit(paths.guest(second));
      const begun = { ...fieldsOf($, paths.guestLinks(second)), other: first };
      await desk.post('/curtain', begun);
      await desk.fill('/curtain', { secret: PASSPHRASE }, '/curtain/lift');
      expect(read(await desk.visit('/'), 'aside')).toContain('Somebody written down twice, begun');
      const again = await desk.visit(paths.guest(second));
      expect(read(again, 'main')).toContain('Begun by you');
      expect(again('[name=other]:checked').val()).toBe(first);
    });

    it('cannot be undone once one of them was linked to a third', async () => {
      const third = await stayed('Rosa Diez', 20, 21);
      await linked(first, second);
      await linked(third, second);
      const [act] = await house.rows<{ id: string }>(
        `SELECT id FROM acts WHERE kind = 'guest.linked' AND undo_until IS NOT NULL ORDER BY number`,
      );
      const before = await everything();
      await ready();
      const answer = await desk.post(paths.undo(act!.id), wrapping);
      expect([answer.status, read(page(answer), 'main')]).toEqual([
        409,
        expect.stringContaining('linked otherwise'),
      ]);
      expect(await everything()).toBe(before);
    });

    it('are refused when their nights overlap, with both stays named', async () => {
      const other = await stayed('Rosa Dia', 17, 19, {}, 'Cedar');
      const before = await everything();
      await ready();
      const answer = await link(first, other);
      expect(answer.status).toBe(409);
      const told = read(page(answer), '[role=alert]');
      expect(told).toContain('R.D. was in Maple from Mon 16 Nov to Wed 18 Nov.');
      expect(told).toContain('R.D. was in Cedar from Tue 17 Nov to Thu 19 Nov.');
      expect(await everything()).toBe(before);
    });

    it('are refused while both are here', async () => {
      const [here, there] = [await arrive('Birch', 'Rosa D'), await arrive('Cedar', 'Rosa E')];
      await ready();
      const answer = await link(await guestOf(here), await guestOf(there));
      expect(answer.status).toBe(409);
      expect(read(page(answer), '[role=alert]')).toContain('R.E. is in Cedar since Sun 22 Nov.');
    });

    it('are linked when one left on the day the other came', async () => {
      await linked(first, second);
      expect(await house.rows('SELECT guest_id, same_as FROM linked_guests')).toEqual([
        { guest_id: second, same_as: first },
      ]);
    });

    it('stand in no figure twice: the later stay is no first one (R36)', async () => {
      await linked(first, second);
      await sit('manager');
      const file = await desk.get('/reports/outcomes.csv?from=2026-11-01&to=2026-11-30&sharing=inside');
      const [head, ...rows] = file.text
        .trim()
        .split(/\r?\n/)
        .map((line) => line.split(','));
      const column = head!.findIndex((name) => name.includes('stays_before'));
      expect(rows.map((row) => row[column]).sort()).toEqual(['0', '1']);
    });

    it('go by the name of the record a stay stands on', async () => {
      const stay = await arrive('Birch', 'Rose Other', { stayedBefore: 'yes', guestId: 'new' });
      await linked(first, await guestOf(stay));
      await desk.fill('/', {}, '/names');
      await linked(first, second);
      expect((await desk.get('/')).text).toContain('Rose Other');
      expect((await desk.get(paths.night('2026-11-19'))).text).toContain('Rosa Dias');
      const wanted = { bedId: beds.Birch!, firstNight: '2026-11-23', nights: '1', keepUntil: '' };
      const refused = await desk.fill(paths.newHold(), wanted, paths.holds());
      expect([refused.status, refused.text.includes('Rose Other')]).toEqual([409, true]);
    });
  });

  describe('one body (R7)', () => {
    let first: string;
    let second: string;

    beforeEach(async () => {
      first = await stayed('Rosa Diaz', 16, 18);
      second = await stayed('Rosa Dias', 18, 20);
      await sit();
      await linked(first, second);
    });

    it('is welcomed once, whatever record two desks choose at the same time', async () => {
      const other = await house.signIn();
      for (const turn of [0, 1, 2, 3, 4]) {
        const [one, two] = [await desk.visit(paths.checkIn()), await other.visit(paths.checkIn())];
        const answers = {
          departureDay: '2026-11-25',
          confirmNotReady: 'yes',
          stayedBefore: 'yes',
          name: 'Rosa',
        };
        const done = await Promise.all([
          desk.send(one, paths.checkIn(), {
            ...answers,
            bedId: beds.Birch!,
            guestId: turn % 2 ? first : second,
          }),
          other.send(two, paths.checkIn(), {
            ...answers,
            bedId: beds.Fern!,
            guestId: turn % 2 ? second : first,
          }),
        ]);
        expect([turn, done.map(({ status }) => status).sort()]).toEqual([turn, [303, 409]]);
        const here = await house.rows<{ id: string }>(
          'SELECT id FROM stays WHERE left_at IS NULL AND undone_at IS NULL',
        );
        expect(here).toHaveLength(1);
        const late = done.find(({ status }) => status === 409)!;
        expect(read(page(late), '[role=alert]')).toContain('in the house already');
        const $ = await desk.visit(`/stays/${here[0]!.id}`);
        await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
      }
    });

    it('is linked or welcomed, never both, when that would put one person in two beds', async () => {
      await unlink(second);
      await arrive('Birch', 'Rosa', { guestId: first, stayedBefore: 'yes' });
      const other = await house.signIn();
      for (let turn = 0; turn < 5; turn += 1) {
        await ready();
        const sheet = await other.visit(paths.checkIn());
        const [joined, came] = await Promise.all([
          link(first, second),
          other.send(sheet, paths.checkIn(), {
            name: 'Rosa',
            bedId: beds.Fern!,
            departureDay: '2026-11-25',
            confirmNotReady: 'yes',
            guestId: second,
          }),
        ]);
        expect([joined.status, came.status].sort()).toEqual([303, 409]);
        if (joined.status === 303) await unlink(second);
        else {
          const $ = await desk.visit(came.headers.location!);
          await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
        }
      }
    });

    it('has no second bed kept for a night, on whichever record', async () => {
      await arrive('Birch', 'Rosa', { guestId: first, stayedBefore: 'yes' });
      const hold = (firstNight: string) =>
        desk.fill(
          paths.newHold(),
          { bedId: beds.Fern!, firstNight, nights: '1', keepUntil: '', guestId: second },
          paths.holds(),
        );
      const refused = await hold('2026-11-24');
      expect([refused.status, read(page(refused), '#errors')]).toEqual([
        409,
        expect.stringContaining('another bed on one of these nights'),
      ]);
      expect(page(refused)('[name=firstNight]').val()).toBe('2026-11-24');
      expect((await hold('2026-11-25')).status).toBe(303);
      expect(await house.rows(`SELECT guest_key AS key FROM claims WHERE kind = 'hold'`)).toEqual([
        { key: first },
      ]);
      expect((await hold('2026-11-25')).status).toBe(409);
    });
  });

  describe('the stricter answer holds while they are linked', () => {
    const live = () =>
      house.rows<{ id: string }>('SELECT guest_id AS id FROM consents WHERE withdrawn_at IS NULL');
    const consents = () =>
      house.rows(
        `SELECT c.*, f.point, f.closed_at, f.closed_as, f.next_try_at, f.waits_since
          FROM consents c JOIN follow_ups f ON f.consent_id = c.id ORDER BY c.id, f.id`,
      );

    it.each([
      ['before the yes', 16, 18],
      ['after the yes', 20, 18],
    ])('a no %s', async (_, no, yes) => {
      const refusing = await stayed('Rosa Diaz', no, no + 1, NO_TOUCH);
      const willing = await stayed('Rosa Dias', yes, yes + 1, YES, 'Cedar');
      const before = await consents();
      await sit();
      expect(await live()).toEqual([{ id: willing }]);
      await linked(willing, refusing);
      expect(await live()).toEqual([]);
      expect((await desk.visit(paths.followUps()))('main li a')).toHaveLength(0);
      await unlink(refusing);
      expect(await consents()).toEqual(before);
    });

    it('a “please stop all”, also one that is said while they are linked', async () => {
      const one = await stayed('Rosa Diaz', 16, 17, { ...YES, point: '3d' });
      const two = await stayed('Rosa Dias', 17, 18, { ...YES, point: '3d', detail: '555-0199' });
      house.clock.moveTo('2026-11-23T18:00:00Z');
      await sit();
      const stop = async () => {
        const $ = await desk.visit(paths.followUps());
        const path = $('main li a').first().attr('href')!;
        return desk.fill(path, { result: 'stop_all' }, `${path}/attempts`);
      };
      await linked(one, two);
      expect(await live()).toHaveLength(2);
      const before = await consents();
      expect((await stop()).status).toBe(303);
      expect(await live()).toEqual([]);
      await unlink(two);
      expect(await live()).toHaveLength(1);
      await linked(one, two);
      expect(await live()).toEqual([]);
      const [undo] = await house.rows<{ id: string }>(
        `SELECT id FROM acts WHERE kind = 'followUp.tried' ORDER BY number DESC LIMIT 1`,
      );
      await ready();
      expect((await desk.post(paths.undo(undo!.id), wrapping)).status).toBe(303);
      expect(await consents()).toEqual(before);
    });

    it('a death on one ends what was agreed on all, until they are taken apart or it was a mistake (R50)', async () => {
      const one = await stayed('Rosa Diaz', 16, 17, { ...YES, point: '3d' });
      const two = await stayed('Rosa Dias', 17, 18, { ...YES, point: '3d', detail: '555-0199' });
      const [stay] = await house.rows<{ id: string }>('SELECT id FROM stays WHERE guest_id = ?', [two]);
      await sit();
      await linked(one, two);
      const before = await consents();
      const death = `${paths.stay(stay!.id)}/death`;
      expect((await desk.fill(death, { about: 'about' })).status).toBe(303);
      expect(await live()).toEqual([]);
      expect(await house.rows(`SELECT 1 FROM follow_ups WHERE closed_as = 'died'`)).toHaveLength(2);
      await unlink(one);
      expect(await live()).toEqual([{ id: one }]);
      await linked(two, one);
      expect(await live()).toEqual([]);
      await sit('coordinator');
      const alive = { reason: 'It was a mix-up' };
      const put = await desk.fill(
        `${paths.stay(stay!.id)}/correct?field=alive`,
        alive,
        `${paths.stay(stay!.id)}/correct`,
      );
      expect(put.status).toBe(303);
      expect(await consents()).toEqual(before);
    });

    it('and nobody is rung who is here, on whichever record', async () => {
      const gone = await stayed('Rosa Dias', 18, 19, { ...YES, point: '3d' });
      const here = await guestOf(await arrive('Cedar', 'Rosa', { guestId: 'new' }));
      house.clock.moveTo('2026-11-23T18:00:00Z');
      await sit();
      const list = async () => read(await desk.visit(paths.followUps()), 'main');
      expect(await list()).not.toContain('Staying here again');
      await linked(here, gone);
      expect(await list()).toContain('Staying here again');
    });

    it('a later yes is a new one', async () => {
      const refusing = await stayed('Rosa Diaz', 16, 17, NO_TOUCH);
      const willing = await stayed('Rosa Dias', 17, 18, YES);
      await sit();
      await linked(willing, refusing);
      house.clock.advance({ minutes: 10 });
      const stay = await arrive('Cedar', 'Rosa', { guestId: willing, stayedBefore: 'yes' });
      house.clock.advance({ minutes: 10 });
      await leave(stay, YES);
      expect(await live()).toEqual([{ id: willing }]);
    });

    it('a no at leaving, and its undoing', async () => {
      const one = await stayed('Rosa Diaz', 16, 17, YES);
      const two = await stayed('Rosa Dias', 17, 18, YES);
      await sit();
      await linked(one, two);
      expect(await live()).toHaveLength(2);
      const before = await consents();
      house.clock.advance({ minutes: 10 });
      const stay = await arrive('Cedar', 'Rosa', { guestId: one, stayedBefore: 'yes' });
      house.clock.advance({ minutes: 10 });
      await leave(stay, NO_TOUCH);
      expect(await live()).toEqual([]);
      const $ = await desk.visit(stay);
      await desk.send($, $('[aria-labelledby=history] form[action^="/undo/"]').first().attr('action')!);
      expect(await consents()).toEqual(before);
    });
  });
});

const SYLLABLES = 'ba ce di fo gu ha ji ke lo mu na pi re so tu va wi xe yo zu'.split(' ');

/** A name of two words, or of one, that no other number gives. */
function invented(place: number): string {
  const word = (seed: number) =>
    [seed % 20, Math.floor(seed / 20) % 20, (seed * 7) % 20].map((each) => SYLLABLES[each]).join('');
  return place % 3 === 0 ? word(place) : `${word(place)} ${word(place * 13 + 5)}`;
}

/** A letter changed, missing, added, two swapped, each at another place. */
function slips(name: string): string[] {
  const [word, ...rest] = name.split(' ');
  const join = (letters: string) => [letters, ...rest].join(' ');
  return [...word!].flatMap((letter, at) => {
    const [before, after] = [word!.slice(0, at), word!.slice(at + 1)];
    const swapped = after === '' ? [] : [join(before + after[0]! + letter + after.slice(1))];
    return [
      join(`${before}q${after}`),
      join(before + after),
      join(`${before}q${letter}${after}`),
      ...swapped,
    ];
  });
}
