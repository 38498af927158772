import fc from 'fast-check';
import { checkNamesNobody, checkNamesNoOther, Incident } from '../../src/domain/incident.js';
import { checkClock, duesOf, isPast, type KindClock, TELL } from '../../src/domain/incident-clock.js';
import { incidentCodes, saidBefore } from '../../src/domain/incident-changes.js';
import { emergencyAnswers } from '../../src/domain/incident-lists.js';
import { answeredDues, before, standing, type WordsCode } from '../../src/domain/incident-words.js';
import { HouseLists, listKinds } from '../../src/domain/house-lists.js';
import { HouseList } from '../../src/domain/house-list.js';
import { aHouse, at, blamedOn, on } from '../support/builders.js';

const NOW = at('2026-11-22T22:40-05:00');
const facts = { happenedAt: at('2026-11-22T22:30-05:00'), kinds: ['hurt'], emergency: '', people: [] };
const house = aHouse();

const anIncident = (more: Partial<typeof facts> = {}, now = NOW) =>
  new Incident({ ...facts, ...more, id: 'it', writtenAt: now, personId: 'theo', clocksUpTo: 3 }, house);

describe('something that happened', () => {
  it('is of the house day on which it happened, and says “not asked” where nothing was said', () => {
    const incident = anIncident({ happenedAt: at('2026-11-22T03:59-05:00') });
    expect(String(incident.houseDay)).toBe('2026-11-21');
    expect([incident.emergency, incident.isOpen, incident.version]).toEqual(['not_asked', true, 1]);
  });

  it.each(emergencyAnswers.map(({ code }) => code))('keeps who asked for emergency services: %s', (code) =>
    expect(anIncident({ emergency: code }).emergency).toBe(code),
  );

  it('is refused without a kind, with a kind or an answer nobody offered, in the future, too far back', () => {
    expect(() => anIncident({ kinds: [] })).toThrow(blamedOn('kinds'));
    expect(() => anIncident({ kinds: ['hurt', 'party'] })).toThrow(blamedOn('kinds'));
    expect(() => anIncident({ emergency: 'the cat' })).toThrow(blamedOn('emergency'));
    expect(() => anIncident({ happenedAt: at('2026-11-22T22:41-05:00') })).toThrow(blamedOn('happenedAt'));
    expect(() => anIncident({ happenedAt: at('2026-11-15T03:59-05:00') })).toThrow(blamedOn('happenedAt'));
    anIncident({ happenedAt: at('2026-11-15T04:00-05:00') });
  });

  it('can leave what was said as it is, however old, and a kind that was set aside since', () => {
    const incident = anIncident();
    const kinds = listKinds.find(({ name }) => name === 'happened-kinds')!;
    const without = HouseList.shipped(kinds).next(
      { labels: {}, places: {}, aside: ['hurt'], added: null },
      on('2026-11-23'),
    );
    const lists = new HouseLists([new HouseList(kinds, 2, without)]);
    const later = at('2026-12-24T12:00-05:00');
    incident.tell({ ...facts, kinds: ['hurt', 'hit'] }, aHouse({ lists }), later);
    expect(incident.kinds).toEqual(['hurt', 'hit']);
    expect(
      () =>
        new Incident(
          { ...facts, id: 'x', writtenAt: NOW, personId: 'theo', clocksUpTo: 0 },
          aHouse({ lists }),
        ),
    ).toThrow(blamedOn('kinds'));
    expect(() => incident.tell({ ...facts, happenedAt: at('2026-11-22T22:31-05:00') }, house, later)).toThrow(
      blamedOn('happenedAt'),
    );
  });

  it('is whole for its writer, coordinators and managers only (R42)', () => {
    const incident = anIncident();
    const reads = (id: string, role: 'staff' | 'coordinator' | 'manager') =>
      incident.isWholeFor({ id, name: id, role });
    expect([reads('theo', 'staff'), reads('rosa', 'staff')]).toEqual([true, false]);
    expect([reads('ines', 'coordinator'), reads('marta', 'manager')]).toEqual([true, true]);
  });

  it('is handed over while it is open, and to the shift after the one that closed it', () => {
    const incident = anIncident();
    const later = at('2027-11-22T22:30-05:00');
    expect(incident.isHandedOver(later, house)).toBe(true);
    // Shifts from 8, 14 and 22
    incident.close({ personId: 'ines', at: at('2026-11-23T08:00-05:00') });
    expect(incident.isHandedOver(at('2026-11-23T21:59-05:00'), house)).toBe(true);
    expect(incident.isHandedOver(at('2026-11-23T22:00-05:00'), house)).toBe(false);
    expect(incident.isOpen).toBe(false);
    const wrong = anIncident();
    wrong.undoneAt = NOW;
    expect([wrong.isHandedOver(NOW, house), wrong.isOpen]).toEqual([false, false]);
  });

  it('has a line for everyone that names no guest', () => {
    expect(() => checkNamesNobody('Look in on Sam at 2', ['Lou', 'Sam'])).toThrow(blamedOn('nextShift'));
    checkNamesNobody('Look in on the guest in the blue room', ['Lou', 'Sam', null]);
  });

  it('has a part for one guest that names no other, though their own name may stand in it (R27)', () => {
    expect(() => checkNamesNoOther('Sam held the door', 'Lou', ['Sam'])).toThrow(blamedOn('part'));
    checkNamesNoOther('Lou fell, and another guest rang', 'Lou', ['Sam']);
    // Two of one name: nobody could write to either
    checkNamesNoOther('Sam fell', 'Sam', ['Sam']);
  });

  it('keeps in codes what was another before', () => {
    const [one, other] = [anIncident(), anIncident({ kinds: ['hit'], emergency: 'guest' })];
    expect(saidBefore(incidentCodes(one, ['lou']), incidentCodes(other, ['lou']))).toEqual({
      kinds: 'hurt',
      emergency: 'not_asked',
    });
    expect(saidBefore(incidentCodes(one, []), incidentCodes(one, []))).toEqual({});
  });
});

const clock = (kind: string, more: Partial<KindClock> = {}): KindClock => ({
  kind,
  tellHours: null,
  reportHours: null,
  reportTo: null,
  ...more,
});

describe('the clocks of something that happened', () => {
  const hurt = clock('hurt', { tellHours: 4, reportHours: 24, reportTo: 'the county line' });
  const hit = clock('hit', { tellHours: 1, reportHours: 12 });
  const broken = clock('broken', { tellHours: 24 });
  const of = (kinds: string[], clocks = [hurt, hit, broken]) =>
    duesOf({ happenedAt: facts.happenedAt, kinds }, clocks).map(({ code, dueAt, reportTo }) => [
      code,
      String(dueAt),
      reportTo,
    ]);

  it('run from when it happened: a coordinator by the earliest, each report by its own', () => {
    expect(of(['broken', 'hurt', 'hit'])).toEqual([
      [TELL, '2026-11-23T04:30:00Z', null],
      ['report.hit', '2026-11-23T15:30:00Z', null],
      ['report.hurt', '2026-11-24T03:30:00Z', 'the county line'],
    ]);
    expect(of(['broken'])).toEqual([[TELL, '2026-11-24T03:30:00Z', null]]);
  });

  it('are none where the house has set none', () => expect(of(['other', 'flood'])).toEqual([]));

  it('are past once their minute is over', () => {
    const due = duesOf({ happenedAt: facts.happenedAt, kinds: ['hit'] }, [hit])[0]!;
    expect([isPast(due, due.dueAt), isPast(due, due.dueAt.add({ minutes: 1 }))]).toEqual([false, true]);
  });

  it.each<[string, Partial<KindClock>]>([
    ['tell-hurt', { tellHours: 0 }],
    ['tell-hurt', { tellHours: 721 }],
    ['tell-hurt', { tellHours: 1.5 }],
    ['report-hurt', { reportHours: 0 }],
    ['report-hurt', { reportHours: NaN }],
    ['report-hurt', { reportTo: 'the county line' }],
  ])('are refused for %s: %j', (field, wrong) =>
    expect(() => checkClock(clock('hurt', wrong))).toThrow(blamedOn(field)),
  );

  it('are kept from 1 to 720 hours', () => {
    for (const hours of [1, 720, null]) checkClock(clock('hurt', { tellHours: hours, reportHours: hours }));
  });

  it('never run later for one kind more, for any kinds and clocks', () => {
    const hours = fc.option(fc.integer({ min: 1, max: 720 }), { nil: null });
    const kinds = ['a', 'b', 'c', 'd'];
    const clocks = fc.tuple(
      ...kinds.map((kind) =>
        fc.record({ tellHours: hours, reportHours: hours }).map((more) => clock(kind, more)),
      ),
    );
    fc.assert(
      fc.property(clocks, fc.subarray(kinds), fc.constantFrom(...kinds), (all, some, one) => {
        const [fewer, more] = [some, [...new Set([...some, one])]].map((ticked) =>
          duesOf({ happenedAt: facts.happenedAt, kinds: ticked }, all),
        );
        for (const { code, dueAt } of fewer!) {
          const same = more!.find((due) => due.code === code);
          expect(same && same.dueAt.epochMilliseconds <= dueAt.epochMilliseconds).toBe(true);
        }
        const times = more!.map(({ dueAt }) => dueAt.epochMilliseconds);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });
});

describe('the words about it', () => {
  const words = (number: number, code: WordsCode, text: string | null, guestId: string | null = null) => ({
    number,
    code,
    text,
    guestId,
  });

  it('stand until newer ones follow; what was cleared stands no more', () => {
    const all = [
      words(3, 'place', 'Hall'),
      words(1, 'place', 'Door'),
      words(2, 'tried', 'Tea'),
      words(4, 'tried', null),
    ];
    expect([standing(all, 'place'), standing(all, 'tried'), standing(all, 'happened')]).toEqual([
      'Hall',
      null,
      null,
    ]);
    expect(before(all).map(({ text }) => text)).toEqual(['Tea', 'Door']);
  });

  it('are each guest’s own', () => {
    const all = [words(1, 'part', 'You fell', 'lou'), words(2, 'part', 'You rang', 'sam')];
    expect([standing(all, 'part', 'lou'), standing(all, 'part', 'sam')]).toEqual(['You fell', 'You rang']);
    expect(before(all)).toEqual([]);
  });

  it('that somebody was told follow no other', () => {
    expect(
      before([
        words(1, 'told', 'Ines'),
        words(2, 'told', 'The county'),
        words(3, 'addition', 'More'),
        words(4, 'addition', 'And more'),
      ]),
    ).toEqual([]);
  });

  it('answer a clock until that is taken back', () => {
    const told = { due: TELL, undoneAt: null };
    expect(answeredDues([told, { due: null, undoneAt: null }])).toEqual([TELL]);
    expect(answeredDues([{ due: TELL, undoneAt: NOW }])).toEqual([]);
  });
});
