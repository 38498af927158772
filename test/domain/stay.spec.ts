import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isEarlier } from '../../src/domain/days.js';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import type { Stay } from '../../src/domain/stay.js';
import { changeNight } from '../support/arbitraries.js';
import { aHouse, aStay, at, blamedOn, on } from '../support/builders.js';

const house = aHouse();
const PLANNED = on('2026-03-10');

function leftStay(arrivedAt: Temporal.Instant, leftAt: Temporal.Instant, inHouse = house): Stay {
  const plannedDay = inHouse.time.houseDay(arrivedAt).add({ days: 3 });
  const stay = aStay({ arrivedAt, plannedDay, house: inHouse });
  stay.leave(leftAt, inHouse);
  return stay;
}

// R2
describe('the nights of a stay', () => {
  it.each([
    ['a guest of a night before the rollover', '2026-03-05T02:00', '2026-03-05T10:00', '2026-03-04', 1],
    ['two nights', '2026-03-04T15:00', '2026-03-06T07:30', '2026-03-04', 2],
    ['an afternoon, still a stay', '2026-03-04T14:00', '2026-03-04T16:00', '2026-03-04', 0],
    ['a minute on either side of the rollover', '2026-03-05T03:59', '2026-03-05T04:00', '2026-03-04', 1],
  ])('%s: %s to %s', (_, arrived, left, arrivalDay, nights) => {
    const stay = leftStay(at(`${arrived}-05:00`), at(`${left}-05:00`));
    expect(String(stay.arrivalDay)).toBe(arrivalDay);
    expect(stay.nights(on('2027-01-01'))).toBe(nights);
  });

  it('are the rollovers the guest was here for, on any change night', () =>
    fc.assert(
      fc.property(changeNight(2), ({ zone, rolloverHour, instants }) => {
        const anyHouse = aHouse({ timeZone: zone, rolloverHour });
        const [arrivedAt, leftAt] = [...instants].sort((one, other) =>
          Temporal.Instant.compare(one, other),
        ) as [Temporal.Instant, Temporal.Instant];
        let rollovers = 0;
        const next = (from: Temporal.Instant) => anyHouse.time.nextHour(from, [rolloverHour]);
        for (let moment = next(arrivedAt); !isEarlier(leftAt, moment); moment = next(moment)) rollovers += 1;
        expect(leftStay(arrivedAt, leftAt, anyHouse).nights(on('2040-01-01'))).toBe(rollovers);
      }),
      { numRuns: 500 },
    ));

  it('are the planned ones while nobody stays on', () => expect(aStay().nights(on('2026-03-06'))).toBe(5));
});

// R2, R8
describe('the end of a stay', () => {
  it.each([
    ['before the planned day', '2026-03-09T12:00-04:00', '2026-03-10'],
    ['on the planned day', '2026-03-10T12:00-04:00', '2026-03-10'],
    ['in the last minute of the planned day', '2026-03-11T03:59-04:00', '2026-03-10'],
    ['from the rollover after it', '2026-03-11T04:00-04:00', '2026-03-12'],
    ['a week later', '2026-03-17T12:00-04:00', '2026-03-18'],
  ])('while the guest is here, %s: %s gives %s', (_, now, end) =>
    expect(String(aStay().endDay(house.time.houseDay(at(now))))).toBe(end),
  );

  it('leaves every night that begins to a guest who stays on, for any number of days', () =>
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 400 }), (late) => {
        const today = PLANNED.add({ days: late });
        const stay = aStay();
        expect(stay.isHere).toBe(true);
        expect(stay.isStayingOn(today)).toBe(late > 0);
        expect(stay.isLeavingOn(today)).toBe(late === 0);
        expect(stay.nights(today)).toBe(late > 0 ? 5 + late + 1 : 5);
      }),
    ));

  it.each(['2026-03-07', '2026-03-10', '2026-04-01'])(
    'is the departure day once the guest left: asked on %s',
    (today) => {
      const stay = leftStay(at('2026-03-05T15:00-05:00'), at('2026-03-07T09:00-05:00'));
      expect(String(stay.endDay(on(today)))).toBe('2026-03-07');
      expect([stay.isHere, stay.isLeavingOn(on(today)), stay.isStayingOn(on(today))]).toEqual([
        false,
        false,
        false,
      ]);
    },
  );

  it('is nobody’s presence when the arrival was undone', () => {
    const stay = Object.assign(aStay(), { undoneAt: at('2026-03-05T16:00-05:00') });
    expect([stay.isHere, stay.isLeavingOn(PLANNED), stay.isStayingOn(on('2026-03-20'))]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is the planned day again after the departure was taken back', () => {
    const stay = leftStay(at('2026-03-05T15:00-05:00'), at('2026-03-06T09:00-05:00')); // R24
    stay.takeBackDeparture();
    expect(stay.isHere).toBe(true);
    expect(String(stay.endDay(on('2026-03-06')))).toBe('2026-03-08');
    expect(stay.isStayingOn(on('2026-03-09'))).toBe(true);
  });
});

// R23
describe('leaving', () => {
  it.each([
    ['2026-03-07T23:00-05:00', true],
    ['2026-03-08T12:00-04:00', false],
    ['2026-03-09T12:00-04:00', true],
  ])('at %s is on another day than planned: %s', (leftAt, isOther) => {
    expect(leftStay(at('2026-03-05T15:00-05:00'), at(leftAt)).leftOnAnotherDay).toBe(isOther);
    expect(aStay().leftOnAnotherDay).toBe(false);
  });

  const arrivedFirstPass = at('2026-11-01T01:45-04:00');
  const arrivedSecondPass = at('2026-11-01T01:15-05:00');

  it('may be in the minute of the arrival', () => {
    const stay = leftStay(at('2026-03-05T15:00-05:00'), at('2026-03-05T15:00-05:00'));
    expect(String(stay.departureDay)).toBe('2026-03-05');
  });

  it('is refused before the arrival, and changes nothing', () => {
    const stay = aStay();
    const leave = () => stay.leave(at('2026-03-05T14:59-05:00'), house);
    expect(leave).toThrow(RuleViolation);
    expect(leave).toThrow(blamedOn('leftAt'));
    expect([stay.isHere, stay.departureDay]).toEqual([true, null]);
  });

  it('may show an earlier hour than the arrival when the clock went back', () =>
    expect(leftStay(arrivedFirstPass, arrivedSecondPass).nights(on('2026-12-01'))).toBe(0));

  it('is refused at a later hour that came before the arrival', () =>
    expect(() => leftStay(arrivedSecondPass, arrivedFirstPass)).toThrow(RuleViolation));

  it('never has a departure day before the arrival day, though the house changed its rollover', () => {
    const stay = aStay({ arrivedAt: at('2026-03-05T05:00-05:00') });
    stay.leave(at('2026-03-05T06:00-05:00'), aHouse({ rolloverHour: 10 }));
    expect(String(stay.departureDay)).toBe('2026-03-05');
  });
});

describe('the planned day', () => {
  const planned = (day: string, now = '2026-03-05T15:00-05:00') =>
    aStay({ plannedDay: on(day), now: at(now) });

  it.each(['2026-03-05', '2026-03-04', '2025-03-06'])(
    'is refused when it is not after the arrival: %s',
    (day) => {
      expect(() => planned(day)).toThrow('after the arrival');
      expect(() => planned(day)).toThrow(blamedOn('departureDay'));
    },
  );

  it('may be the day after the arrival', () =>
    expect(planned('2026-03-06').nights(on('2026-03-05'))).toBe(1));

  it('may be this calendar date for someone who comes after midnight', () => {
    const stay = aStay({ arrivedAt: at('2026-03-05T02:00-05:00'), plannedDay: on('2026-03-05') });
    expect(stay.nights(on('2026-03-04'))).toBe(1);
  });

  it('may be today when the arrival is recorded late, and not a day that is over', () => {
    expect(String(planned('2026-03-08', '2026-03-08T12:00-04:00').plannedDay)).toBe('2026-03-08');
    expect(String(planned('2026-03-08', '2026-03-09T03:59-04:00').plannedDay)).toBe('2026-03-08');
    expect(() => planned('2026-03-08', '2026-03-09T04:00-04:00')).toThrow('This day is over');
  });

  it('is at most 400 days ahead', () => {
    expect(String(planned('2027-04-09').plannedDay)).toBe('2027-04-09'); // R12
    expect(() => planned('2027-04-10')).toThrow('within 400 days');
  });

  it('is kept as it was first planned, too', () =>
    expect(String(aStay().firstPlannedDay)).toBe('2026-03-10')); // R18
});
