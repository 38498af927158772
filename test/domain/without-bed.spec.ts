import fc from 'fast-check';
import { HelpWithoutBed, type HelpKind, type HelpTapped } from '../../src/domain/without-bed.js';
import { changeNight } from '../support/arbitraries.js';
import { aHouse, at } from '../support/builders.js';

const noon = at('2026-03-06T12:00-05:00');
const details = { count: 1, minutes: null, isOvernight: false };
const noted = (tapped: Partial<HelpTapped> = {}, now = noon, house = aHouse()) =>
  new HelpWithoutBed(
    { kind: 'visit', code: null, count: 1, isOvernight: false, ...tapped, id: 'h', personId: 'robin', now },
    house,
  );

const about = (field: string) => expect.objectContaining({ field }) as Error;

describe('help without a bed', () => {
  it('is kept to the minute, on the house day on which it was', () => {
    const visit = noted({}, at('2026-03-06T03:59:59-05:00'));
    expect(visit.at.toString()).toBe('2026-03-06T08:59:00Z');
    expect(visit.houseDay.toString()).toBe('2026-03-05');
  });

  it.each<[HelpKind, string | null, number, string | null]>([
    ['visit', null, 1, null],
    ['visit', null, 0, 'count'],
    ['visit', null, 99, null],
    ['visit', null, 100, 'count'],
    ['visit', null, 1.5, 'count'],
    ['thing', 'food', 0, 'count'],
    ['thing', 'fare', 1, null],
    ['thing', 'walk', 1, 'code'],
    ['thing', null, 1, 'code'],
    ['group', 'walk', 0, null],
    ['group', 'fare', 1, 'code'],
    ['group', 'walk', -1, 'count'],
  ])('of kind %s (%s), %d: refused for %s', (kind, code, count, field) => {
    const make = () => noted({ kind, code, count });
    if (field === null) expect(make()).toMatchObject({ kind, code, count });
    else expect(make).toThrow(about(field));
  });

  it('has no night but for a visit, no minutes for a thing, no name for a group', () => {
    const said = { ...details, minutes: 20, isOvernight: true, name: 'Kim' };
    const told = (kind: HelpKind, code: string | null) => {
      const help = noted({ kind, code, isOvernight: true });
      help.change(said, noon, aHouse());
      return [help.isOvernight, help.minutes, help.name];
    };
    expect(told('visit', null)).toEqual([true, 20, 'Kim']);
    expect(told('group', 'walk')).toEqual([false, 20, null]);
    expect(told('thing', 'food')).toEqual([false, null, 'Kim']);
  });

  it('can be changed until the shift ends in which it was noted, and not once it is undone', () => {
    const help = noted();
    const last = at('2026-03-06T13:59-05:00');
    expect(help.canChange(last, aHouse())).toBe(true);
    const over = at('2026-03-06T14:00-05:00');
    expect(help.canChange(over, aHouse())).toBe(false);
    expect(() => help.change(details, over, aHouse())).toThrow(about('main'));
    help.undoneAt = last;
    expect(help.canChange(last, aHouse())).toBe(false);
  });

  it('happened at most seven days ago, and never in the future (R4)', () => {
    const change = (iso: string) => () => noted().change({ ...details, at: at(iso) }, noon, aHouse());
    expect(change('2026-03-06T12:01-05:00')).toThrow(about('at'));
    expect(change('2026-02-01T12:00-05:00')).toThrow(about('at'));
    const help = noted();
    help.change({ ...details, at: at('2026-03-05T03:00-05:00') }, noon, aHouse());
    expect(help.houseDay.toString()).toBe('2026-03-04');
  });

  it('stays as it was where nothing else is said', () => {
    const help = noted();
    help.change({ ...details, at: at('2026-03-06T10:00-05:00'), name: 'Kim' }, noon, aHouse());
    help.change({ ...details, count: 2 }, noon, aHouse());
    expect([help.at.toString(), help.name, help.count]).toEqual(['2026-03-06T15:00:00Z', 'Kim', 2]);
    help.change({ ...details, name: null }, noon, aHouse());
    expect(help.name).toBeNull();
  });

  it('shows a name for thirty days', () => {
    const help = noted();
    help.change({ ...details, name: 'Kim' }, noon, aHouse());
    expect(help.nameOn(help.houseDay.add({ days: 30 }))).toBe('Kim');
    expect(help.nameOn(help.houseDay.add({ days: 31 }))).toBeNull();
  });

  it('belongs, for any house and any night, to the house day its minute lies in', () =>
    fc.assert(
      fc.property(changeNight(1), ({ zone, rolloverHour, instants }) => {
        const house = aHouse({ timeZone: zone, rolloverHour });
        const help = noted({}, instants[0], house);
        expect(help.houseDay.toString()).toBe(house.time.houseDay(help.at).toString());
        expect(help.at.epochMilliseconds % 60_000).toBe(0);
      }),
    ));
});
