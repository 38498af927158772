import fc from 'fast-check';
import { nightsBetween } from '../../src/domain/house-time.js';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import { changeNight } from '../support/arbitraries.js';
import { aHouse, at, blamedOn } from '../support/builders.js';

const NOON = at('2026-03-20T12:00-04:00');
const isFarBack = (then: string, house = aHouse()) => house.isFarBack('leftAt', at(then), NOON);

// R4
describe('recording something that happened earlier', () => {
  it.each([
    ['a minute ago', '2026-03-20T11:59-04:00'],
    ['now', '2026-03-20T12:00-04:00'],
    ['seven house days back, in the afternoon', '2026-03-13T15:00-04:00'],
    ['seven house days back, from its first minute', '2026-03-13T04:00-04:00'],
  ])('is for anyone on shift: %s', (_, then) => expect(isFarBack(then)).toBe(false));

  it.each([
    ['eight house days back, in its last minute', '2026-03-13T03:59-04:00'],
    ['eight house days back', '2026-03-12T15:00-04:00'],
    ['last year', '2025-03-20T12:00-04:00'],
  ])('is far back: %s', (_, then) => expect(isFarBack(then)).toBe(true));

  it('follows the days the house set', () => {
    const strict = aHouse({ backDatingDays: 0 });
    expect(isFarBack('2026-03-20T04:00-04:00', strict)).toBe(false);
    expect(isFarBack('2026-03-20T03:59-04:00', strict)).toBe(true);
  });

  it.each(['2026-03-20T12:01-04:00', '2027-03-20T12:00-04:00'])('is refused in the future: %s', (then) => {
    expect(() => isFarBack(then)).toThrow(RuleViolation);
    expect(() => isFarBack(then)).toThrow(blamedOn('leftAt'));
  });

  it('counts house days, not hours, on any change night', () =>
    fc.assert(
      fc.property(changeNight(2), fc.nat({ max: 9 }), ({ zone, rolloverHour, instants }, backDatingDays) => {
        const house = aHouse({ timeZone: zone, rolloverHour, backDatingDays });
        const [then, now] = [...instants].sort(
          (one, other) => one.epochMilliseconds - other.epochMilliseconds,
        );
        const daysBack = nightsBetween(house.time.houseDay(then!), house.time.houseDay(now!));
        expect(house.isFarBack('leftAt', then!, now!)).toBe(daysBack > backDatingDays);
      }),
      { numRuns: 500 },
    ));
});

// R24
describe('the end of the shift', () => {
  it.each([
    ['2026-03-20T08:00-04:00', '2026-03-20T14:00-04:00'],
    ['2026-03-20T13:59-04:00', '2026-03-20T14:00-04:00'],
    ['2026-03-20T14:00-04:00', '2026-03-20T22:00-04:00'],
    ['2026-03-20T22:00-04:00', '2026-03-21T08:00-04:00'],
    ['2026-03-21T02:00-04:00', '2026-03-21T08:00-04:00'],
  ])('at %s is %s', (now, end) => expect(String(aHouse().shiftEnd(at(now)))).toBe(String(at(end))));

  it('follows the hours the house set', () =>
    expect(String(aHouse({ shiftStarts: '7 19' }).shiftEnd(NOON))).toBe('2026-03-20T23:00:00Z'));

  it.each([
    ['spring', '2026-03-07T22:00-05:00', '2026-03-08T08:00-04:00'],
    ['autumn', '2026-10-31T22:00-04:00', '2026-11-01T08:00-05:00'],
  ])('is 8 by the clock after the change in %s', (_, now, end) =>
    expect(String(aHouse().shiftEnd(at(now)))).toBe(String(at(end))),
  );
});
