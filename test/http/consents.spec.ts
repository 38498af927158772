import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const NUMBER = '555-0171';
const CALL = { channel: 'call', detail: NUMBER, voicemail: 'yes', safeHours: '10-17' };
const LEAVES = { ending: 'planned', destination: 'family' };
const AT_LEAVING = { followUpConsent: 'yes', point: ['3d', '30d'], channel: 'call', detail: NUMBER };
const WEDNESDAY = '2026-11-25T18:00:00Z'; // noon

/** Nia came to the first bed; it is Sun 22 November 2026, 10:40 pm in Chicago. */
describe('what a guest said yes to, one by one (R32, R35)', () => {
  let house: House;
  let desk: Desk;
  let stay: string;
  let guest: string;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Ines');
    stay = (await desk.fill(paths.checkIn(), { name: 'Nia', departureDay: '2026-11-25' })).headers.location!;
    guest = (await house.rows<{ id: string }>('SELECT guest_id AS id FROM stays'))[0]!.id;
  });

  afterEach(() => house.close());

  const leaves = async (answers: Fields) => {
    house.clock.advance({ minutes: 30 });
    return desk.fill(`${stay}/departure`, { ...LEAVES, ...answers });
  };
  const says = (purpose: string, answers: Fields = {}) =>
    desk.fill(paths.consentsTo(guest, purpose), answers, paths.consents(guest));
  const shown = () => desk.visit(paths.consents(guest));
  const part = async (purpose: string) => read(await shown(), `[aria-labelledby=part-${purpose}]`);
  const takesBack = async (purpose: string) => {
    const $ = await shown();
    const action = $(`[aria-labelledby=part-${purpose}] form[action$="/withdraw"]`).first().attr('action')!;
    return desk.send($, action, {});
  };
  const flash = async () => read(await shown(), '[role=status]');
  const moveTo = async (time: string, name = `Ines at ${time}`) => {
    house.clock.moveTo(time);
    desk = await house.signIn('staff', name);
  };
  const everywhere = async () => {
    const pages = ['/', '/shift', paths.followUps(), stay, paths.guest(guest), paths.consents(guest)];
    const followUps = await house.rows<{ id: string }>('SELECT id FROM follow_ups');
    const record = paths.guestRecord(guest);
    const all = [...pages, record, ...followUps.map(({ id }) => paths.followUp(id))];
    return (await Promise.all(all.map((each) => desk.get(each)))).map(({ text }) => text).join();
  };

  it('stands on the guest’s page: nothing is agreed and nothing is chosen beforehand', async () => {
    const $ = await desk.visit(paths.guest(guest));
    const there = await desk.visit($('a:contains("What they said yes to")').attr('href')!);
    expect(read(there, 'h1')).toBe('What N. said yes to');
    expect(there('section h2').toArray()).toHaveLength(4);
    expect(read(there, 'main').match(/Not agreed\. Nobody does it\./g)).toHaveLength(4);
    for (const purpose of ['follow-up', 'things', 'alternate', 'research']) {
      const form = await desk.visit(paths.consentsTo(guest, purpose));
      expect(form('#kept').length).toBe(1);
      expect(form('#kept :checked').filter((_, each) => form(each).val() !== '').length).toBe(0);
    }
  });

  it('keeps each yes with all that belongs to it, and audits who saw the number (R44)', async () => {
    const answer = await says('things', {
      ...CALL,
      sharedPhone: 'yes',
      language: 'Spanish',
      expires: '2027-01-31',
    });
    expect([answer.status, answer.headers.location]).toEqual([303, paths.consents(guest)]);
    const words = await part('things');
    expect(words).toContain(`Call, 10 am to 5 pm ${NUMBER}`);
    expect(words).toContain('A message is fine. The house’s name is not said. Others use this phone too.');
    expect(words).toContain('Language: Spanish.');
    expect(words).toContain('Said Sun 22 Nov, to Ines. Holds until Sun 31 Jan 2027');
    expect(await part('follow-up')).toContain('Not agreed.');
    const seen = await house.rows(
      `SELECT act, subject_id FROM audit WHERE act LIKE 'consents.%' ORDER BY number`,
    );
    expect(seen).toContainEqual({ act: 'consents.give', subject_id: guest });
    expect(seen).toContainEqual({ act: 'consents.view', subject_id: guest });
  });

  it('names who else may be asked and what they may be told, and needs neither for research', async () => {
    await says('alternate', {
      channel: 'text',
      detail: NUMBER,
      person: 'Aunt Bea',
      told: 'That I stayed here',
    });
    expect(await part('alternate')).toContain(`Aunt Bea, Text ${NUMBER}`);
    expect(await part('alternate')).toContain('May be told: That I stayed here');
    await says('research');
    expect(await part('research')).toContain('Their answers may count, without a name');
    expect(await house.rows(`SELECT detail FROM consents WHERE purpose = 'research'`)).toEqual([
      { detail: null },
    ]);
  });

  it.each<[string, Fields, string]>([
    ['things', { detail: NUMBER }, 'Choose how'],
    ['things', { ...CALL, channel: 'they-call' }, 'Choose how'],
    ['things', { channel: 'call' }, 'Enter the number or address'],
    ['alternate', CALL, 'Enter who it is'],
    ['follow-up', { ...CALL, safeHours: '17-10' }, 'Choose an hour later'],
    ['follow-up', { ...CALL, expires: 'soon' }, 'Enter the last day'],
    ['follow-up', { ...CALL, expires: '2026-11-21' }, 'This day is over'],
    ['follow-up', { ...CALL, expires: '2032-11-21' }, 'within 5 years'],
    ['gossip', CALL, 'Choose what they said yes to'],
  ])('to %p with %p is asked again: %s', async (purpose, answers, message) => {
    const answer = await says(purpose === 'gossip' ? 'things' : purpose, { ...answers, purpose });
    expect(answer.status).toBe(422);
    expect(read(page(answer), '[role=alert]')).toContain(message);
    expect(await house.rows('SELECT * FROM consents')).toEqual([]);
    if (purpose !== 'gossip' && 'detail' in answers) expect(page(answer)('[name=detail]').val()).toBe(NUMBER);
  });

  it('is one yes when two desks write down the same', async () => {
    const other = await house.signIn('staff', 'Theo');
    const sheets = [
      await desk.visit(paths.consentsTo(guest, 'things')),
      await other.visit(paths.consentsTo(guest, 'things')),
    ];
    await desk.send(sheets[0]!, paths.consents(guest), CALL);
    expect((await other.send(sheets[1]!, paths.consents(guest), CALL)).status).toBe(303);
    expect(await house.rows('SELECT id FROM consents')).toHaveLength(1);
  });

  it('is taken back in one click, which says what it removed and leaves no task (R35)', async () => {
    await leaves(AT_LEAVING);
    expect(await part('follow-up')).toContain(`Call ${NUMBER}`);
    expect((await takesBack('follow-up')).status).toBe(303);
    expect(await flash()).toContain(
      'N. · Taken back: being in touch after leaving, call. The number is hidden, 2 follow-ups ended.',
    );
    expect(await part('follow-up')).toContain('Not agreed.');
    expect(read(await shown(), '[aria-labelledby=before]')).toContain(
      'Yes: being in touch after leaving. Call',
    );
    expect(read(await shown(), '[aria-labelledby=before]')).toContain(
      'Taken back Sun 22 Nov, 11:10 pm, to Ines',
    );
    expect(await house.rows('SELECT id FROM follow_ups WHERE closed_at IS NULL')).toEqual([]);
    await moveTo(WEDNESDAY);
    expect(await everywhere()).not.toContain(NUMBER);
    expect(read(await desk.visit(paths.followUps()), 'main')).toContain('All quiet');
  });

  it('ends the whole way, whatever number it was, and no other way (R35)', async () => {
    await says('things', CALL);
    house.clock.advance({ minutes: 1 });
    await says('things', { ...CALL, detail: '555-0172' });
    await says('things', { channel: 'text', detail: '555-0173' });
    await takesBack('things');
    expect(await part('things')).not.toMatch(/555-017[12]/);
    expect(await part('things')).toContain('Text 555-0173');
  });

  it('a no at a later leaving outlives the undoing of what was taken back before it', async () => {
    await says('follow-up', CALL);
    await takesBack('follow-up');
    await leaves({ followUpConsent: 'no' });
    const $ = await shown();
    await desk.send($, $('[aria-labelledby=before] form').attr('action')!, {});
    expect(await part('follow-up')).toContain('Not agreed.');
    expect((await shown()).text()).not.toContain(NUMBER);
  });

  it('a later yes revives nothing', async () => {
    await leaves(AT_LEAVING);
    await takesBack('follow-up');
    house.clock.advance({ minutes: 5 });
    await says('follow-up', CALL);
    await moveTo(WEDNESDAY);
    expect(read(await desk.visit(paths.followUps()), 'main')).toContain('All quiet');
    expect(await house.rows('SELECT id FROM follow_ups WHERE closed_at IS NULL')).toEqual([]);
  });

  it('can be undone until the shift ends: both the yes and the taking back (R24)', async () => {
    await leaves(AT_LEAVING);
    await takesBack('follow-up');
    const $ = await shown();
    await desk.send($, $('[aria-labelledby=before] form').attr('action')!, {});
    expect(await part('follow-up')).toContain(NUMBER);
    expect(await house.rows('SELECT id FROM follow_ups WHERE closed_at IS NULL')).toHaveLength(2);
    await says('things', CALL);
    const again = await shown();
    await desk.send(again, again('[aria-labelledby=part-things] form[action^="/undo/"]').attr('action')!, {});
    expect(await part('things')).toContain('Not agreed.');
    expect(read(await shown(), '[aria-labelledby=before]')).toContain(
      'Undone Sun 22 Nov, 11:10 pm: it was a slip',
    );
    expect(await part('follow-up')).toContain(NUMBER);
  });

  it('is dead when its last day is over, with no job having run', async () => {
    await says('follow-up', { ...CALL, expires: '2026-11-25' });
    await says('things', { ...CALL, expires: '2026-11-25' });
    await moveTo('2026-11-26T09:59:00Z'); // Thu 26, 3:59 am: still the house day of Wed 25
    expect(await everywhere()).toContain(NUMBER);
    await moveTo('2026-11-26T10:00:00Z');
    expect(await everywhere()).not.toContain(NUMBER);
    expect(read(await shown(), '[aria-labelledby=before]')).toContain(
      'Ended by itself: Wed 25 Nov was its last day',
    );
    const [row] = await house.rows('SELECT withdrawn_at FROM consents LIMIT 1');
    expect(row).toEqual({ withdrawn_at: null });
  });

  it('a no at leaving ends being in touch, not what was agreed about their things, and is told', async () => {
    await says('follow-up', CALL);
    await says('things', { channel: 'post', detail: '1 Elm St' });
    await leaves({ followUpConsent: 'no' });
    expect(await part('follow-up')).toContain('Not agreed.');
    expect(await part('things')).toContain('1 Elm St');
    expect(read(await shown(), '[aria-labelledby=before]')).toContain('No: being in touch after leaving');
  });

  it('what was agreed during the stay outlives a leaving that is undone', async () => {
    await says('research');
    const left = await leaves(AT_LEAVING);
    const $ = await desk.visit(left.headers.location!);
    await desk.send($, $('main form[action^="/undo/"], form[action^="/undo/"]').first().attr('action')!, {});
    expect(await part('research')).toContain('Their answers may count');
    expect(await part('follow-up')).toContain('Not agreed.');
  });

  it('is taken back once: the second desk is told', async () => {
    await says('things', CALL);
    const other = await house.signIn('staff', 'Theo');
    const sheets = [await shown(), await other.visit(paths.consents(guest))];
    const action = sheets[0]!('form[action$="/withdraw"]').attr('action')!;
    await desk.send(sheets[0]!, action, {});
    expect((await desk.send(sheets[0]!, action, {})).status).toBe(303);
    const late = await other.send(sheets[1]!, action, {});
    expect([late.status, read(page(late), 'main')]).toEqual([
      409,
      expect.stringContaining('This was taken back already.'),
    ]);
  });
});
