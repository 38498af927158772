import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

const YES = {
  ending: 'planned',
  destination: 'family',
  followUpConsent: 'yes',
  point: '3d',
  channel: 'call',
  detail: '555-0142',
};
const MORE = { expires: '2027-02-01', language: 'Español', sharedPhone: 'yes', ifGone: 'nobody' };

/** Set up Sun 22 November 2026, 10:40 pm in Chicago. */
describe('more about being in touch, asked at leaving (R32, R33)', () => {
  let house: House;
  let theo: Desk;
  let rosa: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse();
    theo = await house.signIn('staff', 'Theo');
    rosa = await house.signIn('manager', 'Rosa');
    const answers = { name: 'Sam Ash', stayedBefore: 'no', departureDay: '2026-11-25' };
    stay = (await theo.fill('/check-in', answers)).headers.location!;
  });

  afterEach(() => house.close());

  const leaving = () => `${stay}/departure`;
  const leave = (more: Record<string, string> = {}, by = theo) => by.fill(leaving(), { ...YES, ...more });
  const terms = () =>
    house.rows('SELECT expires_on AS expires, language, shared_phone AS shared FROM consents');
  const callers = () => house.rows('SELECT caller_id AS caller, if_gone AS gone FROM follow_ups');
  const nothing = { expires: null, language: null, shared: 0 };

  it('is folded away, with nothing in it, and may stay so', async () => {
    const $ = await theo.visit(leaving());
    const more = $('details:contains("More about being in touch")');
    expect([more.length, more.attr('open')]).toEqual([1, undefined]);
    expect(more.find('input:checked').length).toBe(0);
    for (const name of ['expires', 'language', 'sharedPhone', 'by', 'ifGone'])
      expect(more.find(`[name=${name}]`).length).toBeGreaterThan(0);
    expect((await leave()).status).toBe(303);
    expect([await terms(), await callers()]).toEqual([[nothing], [{ caller: null, gone: null }]]);
  });

  it('keeps the last day, the language, the shared phone, who rings, and what if they are gone', async () => {
    expect((await leave({ ...MORE, by: rosa.person.id })).status).toBe(303);
    expect(await terms()).toEqual([{ expires: '2027-02-01', language: 'Español', shared: 1 }]);
    expect(await callers()).toEqual([{ caller: rosa.person.id, gone: 'nobody' }]);
  });

  it.each([
    [{ expires: '2026-11-20' }, 'expires', 'This day is over'],
    [{ expires: '2040-01-01' }, 'expires', 'Enter a day within 5 years'],
    [{ expires: 'Friday' }, 'expires', 'Enter the last day on which it holds'],
    [{ expires: '2026-11-24' }, 'point', 'Their yes ends before “3 days after leaving”'],
    [{ by: 'nobody-we-know', ifGone: 'team' }, 'by', 'Choose somebody who works here'],
    [{ ifGone: 'the cat' }, 'ifGone', 'Choose what then'],
  ])(
    'says beside the field what is wrong, in the open, and keeps nothing: %j',
    async (wrong, name, words) => {
      const answer = await leave({ language: 'Español', ...wrong });
      expect(answer.status).toBe(422);
      const $ = page(answer);
      expect(read($, `#${name}-error`)).toContain(words);
      expect($('details:contains("More about being in touch")').attr('open')).toBeDefined();
      expect($('[name=language]').val()).toBe('Español');
      expect(await house.rows('SELECT 1 FROM departures UNION ALL SELECT 1 FROM consents')).toEqual([]);
    },
  );

  it('asks what then, once somebody is chosen', async () => {
    const answer = await leave({ by: rosa.person.id });
    expect(answer.status).toBe(422);
    expect(read(page(answer), '#ifGone-error')).toContain('Choose what then: the team, or nobody');
  });

  it('keeps none of it without a yes, and no caller for a guest who will call', async () => {
    const more = { ...MORE, by: rosa.person.id };
    expect((await leave({ ...more, channel: 'they-call', detail: '' })).status).toBe(303);
    expect(await terms()).toEqual([{ ...nothing, expires: '2027-02-01' }]);
    expect(await callers()).toEqual([{ caller: null, gone: null }]);
    const answers = { name: 'Lee', stayedBefore: 'no', departureDay: '2026-11-25' };
    stay = (await theo.fill('/check-in', answers)).headers.location!;
    expect((await leave({ ...more, expires: 'Friday', followUpConsent: 'no' })).status).toBe(303);
    expect(await terms()).toHaveLength(1);
  });

  it('stands ready for the door, and is shown open there', async () => {
    const more = { ...MORE, by: rosa.person.id };
    expect((await leave({ ...more, save: 'later' })).status).toBe(303);
    const $ = await rosa.visit(leaving());
    expect($('details:contains("More about being in touch")').attr('open')).toBeDefined();
    expect([$('[name=expires]').val(), $('[name=sharedPhone]:checked').length]).toEqual(['2027-02-01', 1]);
    expect($('[name=by] option:selected').text()).toBe('Rosa');
    expect((await rosa.send($, leaving(), { keysBack: 'yes' })).status).toBe(303);
    expect(await terms()).toEqual([{ expires: '2027-02-01', language: 'Español', shared: 1 }]);
    expect(await callers()).toEqual([{ caller: rosa.person.id, gone: 'nobody' }]);
  });

  it('keeps nothing of it ahead without a yes', async () => {
    await leave({ ...MORE, by: rosa.person.id, followUpConsent: 'no', save: 'later' });
    const [kept] = await house.rows<{ fields: string }>('SELECT fields FROM ready_to_leave');
    expect(kept!.fields).not.toMatch(/expires|Español|sharedPhone|ifGone|"by"/);
  });

  it('asks again where the one they chose days ago works here no more', async () => {
    const ines = await house.signIn('staff', 'Ines');
    await leave({ by: ines.person.id, ifGone: 'nobody', save: 'later' });
    await house.write((tx) =>
      tx.query(`UPDATE people SET disabled_at = '2026-11-22T12:00:00Z' WHERE id = ?`, [ines.person.id]),
    );
    const $ = await rosa.visit(leaving());
    expect($('[name=by] option:selected').text()).toBe('Somebody who works here no more');
    const answer = await rosa.send($, leaving(), {});
    expect(read(page(answer), '#by-error')).toContain('Choose somebody who works here');
  });

  it('is the same leaving only with the same more (R23)', async () => {
    const more = { ...MORE, by: rosa.person.id };
    const [first, second, third, fourth] = [
      await theo.visit(leaving()),
      await rosa.visit(leaving()),
      await rosa.visit(leaving()),
      await rosa.visit(leaving()),
    ];
    expect((await theo.send(first, leaving(), { ...YES, ...more })).status).toBe(303);
    expect((await rosa.send(second, leaving(), { ...YES, ...more })).status).toBe(303);
    const other = await rosa.send(third, leaving(), { ...YES, ...more, expires: '2027-03-01' });
    expect(other.status).toBe(409);
    expect(read(page(other), 'main')).toMatch(/until Mon 1 Feb.*until Mon 1 Mar/);
    const caller = await rosa.send(fourth, leaving(), { ...YES, ...more, by: theo.person.id });
    expect(caller.status).toBe(409);
    expect(read(page(caller), 'main')).toMatch(/Rosa rings, or nobody.*Theo rings, or nobody/);
    expect(await house.rows('SELECT 1 FROM consents')).toHaveLength(1);
  });

  it('makes one of a leaving that is sent twice, from one desk or two, at the same moment (R23)', async () => {
    const more = { ...YES, ...MORE, by: rosa.person.id, bedNext: 'at-once' };
    const [mine, theirs] = [await theo.visit(leaving()), await rosa.visit(leaving())];
    const answers = await Promise.all([
      theo.send(mine, leaving(), more),
      theo.send(mine, leaving(), more),
      rosa.send(theirs, leaving(), more),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    for (const table of ['departures', 'consents', 'follow_ups', 'turnovers'])
      expect(await house.rows(`SELECT 1 FROM ${table}`)).toHaveLength(1);
    expect(await house.rows(`SELECT 1 FROM acts WHERE kind = 'stay.left'`)).toHaveLength(1);
  });

  it('ends with the leaving when that is undone (R24)', async () => {
    await leave({ ...MORE, by: rosa.person.id });
    const $ = await theo.visit(stay);
    expect((await theo.send($, $('.flash form').attr('action')!)).status).toBe(303);
    expect(await house.rows('SELECT 1 FROM consents WHERE withdrawn_at IS NULL')).toEqual([]);
    expect(await house.rows('SELECT 1 FROM follow_ups WHERE closed_at IS NULL')).toEqual([]);
  });

  it('holds to its last day, and not a day longer, on every page', async () => {
    await leave({ ...MORE, expires: '2026-11-26' });
    const shows = async () => {
      await theo.signIn(theo.person.id, PASSPHRASE);
      return read(await theo.visit('/follow-ups?part=all'), 'main').includes('S.A.');
    };
    house.clock.moveTo('2026-11-26T18:00:00Z');
    expect(await shows()).toBe(true);
    house.clock.moveTo('2026-11-27T18:00:00Z');
    expect(await shows()).toBe(false);
  });
});
