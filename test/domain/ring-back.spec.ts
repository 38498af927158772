import fc from 'fast-check';
import { Call } from '../../src/domain/call.js';
import { checkRingAt, ringTimes } from '../../src/domain/ring-back.js';
import { changeNight } from '../support/arbitraries.js';
import { aHouse, at } from '../support/builders.js';

const NOW = at('2026-03-06T22:07:30-05:00');
const shown = (house: ReturnType<typeof aHouse>, now = NOW) =>
  ringTimes(house, now).map((time) => house.time.typed(time));
const aCall = (outcome: string, ringAt = NOW.add({ hours: 1 })) =>
  new Call(
    {
      id: 'call-1',
      answers: {
        line: 'phone',
        caller: 'self',
        outcome,
        noStayReason: null,
        minutes: null,
        name: 'Kim',
        ringAt,
        reach: '555-0182',
      },
      at: NOW,
      personId: 'robin',
    },
    aHouse(),
  );

// R15
describe('when somebody would like to be rung back', () => {
  it('is offered in about an hour at a full quarter, and at the next hours of the day', () =>
    expect(shown(aHouse())).toEqual([
      '2026-03-06T23:15',
      '2026-03-07T10:00',
      '2026-03-07T14:00',
      '2026-03-07T18:00',
    ]));

  it('is offered in any house and any night as four moments to come, in order, that can all be chosen', () =>
    fc.assert(
      fc.property(changeNight(1), ({ zone, rolloverHour, instants: [now] }) => {
        const times = ringTimes(aHouse({ timeZone: zone, rolloverHour }), now!);
        expect(times).toHaveLength(4);
        for (const [place, time] of times.entries()) {
          expect(time.epochMilliseconds).toBeGreaterThan((times[place - 1] ?? now!).epochMilliseconds);
          checkRingAt(time, now!);
        }
      }),
    ));

  it('is a time to come, within a week', () => {
    const check = (hours: number, seconds = 0) => checkRingAt(NOW.add({ hours, seconds }), NOW);
    expect(() => check(0)).not.toThrow();
    expect(() => check(0, -1)).toThrow('This time is over');
    expect(() => check(7 * 24)).not.toThrow();
    expect(() => check(7 * 24, 1)).toThrow('within a week');
  });

  it('is kept with the call and where to ring, never where somebody asked about a person (R49)', () => {
    expect(aCall('no_stay')).toMatchObject({ name: 'Kim', reach: '555-0182', isToRing: true });
    expect(aCall('asked_about')).toMatchObject({ name: null, reach: null, ringAt: null, isToRing: false });
  });

  it('is due from that minute until somebody rang', () => {
    const call = aCall('no_stay');
    expect(call.isDue(NOW.add({ minutes: 59 }))).toBe(false);
    expect(call.isDue(NOW.add({ hours: 1 }))).toBe(true);
    call.ring(false, { personId: 'rosa', at: NOW.add({ hours: 1 }) });
    expect([call.isToRing, String(call.ringAt)]).toEqual([true, '2026-03-07T05:15:00Z']);
    call.ring(true, { personId: 'rosa', at: NOW.add({ hours: 3 }) });
    expect([call.isToRing, call.rungBy, String(call.rungAt)]).toEqual([
      false,
      'rosa',
      '2026-03-07T06:07:00Z',
    ]);
    call.waitAgain(NOW);
    expect([call.isToRing, call.rungAt, call.rungBy]).toEqual([true, null, null]);
  });
});
