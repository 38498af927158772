import fc from 'fast-check';
import { HoldOver } from '../../src/domain/conflict.js';
import { anHourLonger, Hold, isAsked, usualHour } from '../../src/domain/hold.js';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import { aHouse, at, on } from '../support/builders.js';

const house = aHouse();
const NOW = at('2026-03-08T17:00-04:00');
const SIX = at('2026-03-08T18:00-04:00');

/** Maple, kept for Ash from Sun 8 March to Wed 11, until 6 pm on Sunday; made at 5 pm. */
const aHold = (facts: Partial<ConstructorParameters<typeof Hold>[0]> = {}, now = NOW): Hold =>
  new Hold(
    {
      id: 'for-ash',
      bedId: 'maple',
      guestName: 'Ash',
      guestId: null,
      firstNight: on('2026-03-08'),
      nights: 3,
      keepUntil: SIX,
      reach: null,
      reason: null,
      madeBy: 'robin',
      ...facts,
    },
    house,
    now,
  );

// R14
describe('a hold', () => {
  it('keeps its nights to the hour, and nothing from then on', () => {
    const hold = aHold();
    expect(hold.endNight.toString()).toBe('2026-03-11');
    expect(hold.isOver(at('2026-03-08T17:59:59-04:00'))).toBe(false);
    expect(hold.isOver(SIX)).toBe(true);
  });

  it.each([
    ['an hour that has come', { keepUntil: NOW }, 'keepUntil'],
    ['an hour when its nights are over', { keepUntil: at('2026-03-11T04:00-04:00') }, 'keepUntil'],
    ['no night', { nights: 0 }, 'nights'],
    ['a night that is over', { firstNight: on('2026-03-07') }, 'firstNight'],
    ['nights too far ahead', { nights: 401 }, 'firstNight'],
  ])('is not made with %s', (_, facts, field) => {
    expect(() => aHold(facts)).toThrow(expect.objectContaining({ field }) as Error);
    expect(() => aHold(facts)).toThrow(RuleViolation);
  });

  it('may be kept to the last minute of its nights', () =>
    expect(aHold({ keepUntil: at('2026-03-11T03:59-04:00') }).ending).toBeNull());

  it('is used once', () => {
    const hold = aHold();
    hold.use(NOW, house);
    expect(hold).toMatchObject({ ending: 'used', endedAt: NOW });
    expect(() => hold.use(NOW, house)).toThrow(HoldOver);
    expect(() => hold.keepLonger(SIX, house, NOW)).toThrow(HoldOver);
  });

  it('stays lapsed or let go when its guest comes late', () => {
    const [lapsed, gone] = [aHold(), aHold()];
    lapsed.end('lapsed', SIX, house);
    gone.letGo(NOW, house);
    for (const hold of [lapsed, gone]) hold.use(SIX, house);
    expect([lapsed.ending, gone.ending]).toEqual(['lapsed', 'let-go']);
    expect(() => gone.letGo(SIX, house)).toThrow(HoldOver);
  });

  it('returns with its old hour, and ends at it when that has come meanwhile (R24)', () => {
    const hold = aHold();
    hold.use(NOW, house);
    hold.takeBackEnding(at('2026-03-08T17:30-04:00'), house);
    expect(hold).toMatchObject({ ending: null, endedAt: null, endedOn: null, keepUntil: SIX });
    hold.use(NOW, house);
    hold.takeBackEnding(at('2026-03-08T18:30-04:00'), house);
    expect(hold).toMatchObject({ ending: 'lapsed', endedAt: SIX });
  });

  it('has the nights that are still to come', () => {
    const first = (today: string) => aHold().nightsFrom(on(today)).firstNight.toString();
    expect([first('2026-03-05'), first('2026-03-10')]).toEqual(['2026-03-08', '2026-03-10']);
  });

  it.each([
    ['2026-03-07', false],
    ['2026-03-08', true],
    ['2026-03-10', true],
    ['2026-03-11', false],
  ])('is for whoever is told later to have come on one of its nights, and no other (R52): %s', (day, is) => {
    expect(aHold().covers(on(day))).toBe(is);
    const check = () => aHold().checkCovers(on(day));
    if (is) expect(check).not.toThrow();
    else expect(check).toThrow(HoldOver);
  });

  it('is asked about from an hour before, and offered an hour longer within its nights', () => {
    expect(isAsked(SIX, at('2026-03-08T16:59-04:00'))).toBe(false);
    expect(isAsked(SIX, NOW)).toBe(true);
    expect(anHourLonger(aHold(), house)?.toString()).toBe('2026-03-08T23:00:00Z');
    expect(anHourLonger(aHold({ keepUntil: at('2026-03-11T03:00-04:00') }), house)).toBeNull();
  });
});

describe('the usual hour', () => {
  it.each([
    ['11 pm of the first night', '2026-03-08T17:00-04:00', '2026-03-09T03:00:00Z'],
    ['two hours from now when that is past', '2026-03-08T23:10-04:00', '2026-03-09T05:10:00Z'],
    ['to the end of the night at most', '2026-03-09T03:10-04:00', '2026-03-09T07:59:00Z'],
  ])('is %s', (_, now, hour) => expect(usualHour(house, on('2026-03-08'), at(now)).toString()).toBe(hour));

  it('makes a hold for any night to come, in the night of a clock change too', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 370 }), fc.integer({ min: 1, max: 20 }), (days, nights) => {
        const firstNight = on('2026-03-08').add({ days });
        const keepUntil = usualHour(house, firstNight, NOW);
        expect(aHold({ firstNight, nights, keepUntil }).isOver(NOW)).toBe(false);
      }),
    ));
});
