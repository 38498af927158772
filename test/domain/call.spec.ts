import fc from 'fast-check';
import { Call, callers, callLines, callOutcomes } from '../../src/domain/call.js';
import { isUnmetDemand, noStayGroups, noStayReasons } from '../../src/domain/no-stay.js';
import { changeNight } from '../support/arbitraries.js';
import { aHouse, at } from '../support/builders.js';

const answers = {
  line: 'phone',
  caller: 'not_said',
  outcome: 'rang_off',
  noStayReason: null,
  minutes: null,
  name: null,
  ringAt: null,
  reach: null,
};
const aCall = (time: string, house = aHouse()) =>
  new Call({ id: 'call-1', answers, at: at(time), personId: 'robin' }, house);

describe('a call (R15)', () => {
  it('is kept to the minute, on the house day on which it came', () => {
    const call = aCall('2026-03-06T03:59:59-05:00');
    expect(call.at.toString()).toBe('2026-03-06T08:59:00Z');
    expect(call.houseDay.toString()).toBe('2026-03-05');
    expect(aCall('2026-03-06T04:00-05:00').houseDay.toString()).toBe('2026-03-06');
  });

  it('keeps a reason only where no stay was offered, and no name of a person who was asked about (R49)', () => {
    const said = { ...answers, noStayReason: 'no_bed', name: 'Kim' };
    const call = (outcome: string) =>
      new Call(
        { id: 'c', answers: { ...said, outcome }, at: at('2026-03-06T12:00Z'), personId: 'r' },
        aHouse(),
      );
    expect(call('no_stay')).toMatchObject({ noStayReason: 'no_bed', name: 'Kim' });
    expect(call('asked_about')).toMatchObject({ noStayReason: null, name: null });
  });

  it('belongs, for any house and any night, to the house day its minute lies in', () =>
    fc.assert(
      fc.property(changeNight(1), ({ zone, rolloverHour, instants }) => {
        const house = aHouse({ timeZone: zone, rolloverHour });
        const call = aCall(instants[0]!.toString(), house);
        expect(call.houseDay.toString()).toBe(house.time.houseDay(call.at).toString());
        expect(call.at.epochMilliseconds % 60_000).toBe(0);
      }),
    ));

  it.each([
    ['lines', callLines],
    ['callers', callers],
    ['outcomes', callOutcomes],
    ['reasons why no stay was offered', noStayReasons],
  ])('has %s with codes of their own, which the file can keep', (_name, list) => {
    const codes = list.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[a-z_]{1,40}$/.test(code))).toBe(true);
  });

  it('counts as unmet demand only what the house had no room for', () => {
    const reasons = aHouse().lists.of('no-stay-reasons');
    const groups = noStayGroups.map(({ group }) => group);
    expect(noStayReasons.every(({ group }) => groups.includes(group))).toBe(true);
    const unmet = noStayReasons.filter(({ code }) => isUnmetDemand(code, reasons)).map(({ code }) => code);
    expect(unmet).toEqual(['no_bed', 'bed_not_usable', 'no_staff']);
    expect(isUnmetDemand('', reasons)).toBe(false);
  });
});
