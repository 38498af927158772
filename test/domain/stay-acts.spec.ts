import fc from 'fast-check';
import { type ActFacts, actsOf, nightsLeft, nightsOfArrival } from '../../src/domain/stay-acts.js';
import type { Role } from '../../src/domain/person.js';
import { aHouse, aStay, at, on } from '../support/builders.js';

/** Why not: leave, plan, move, swap, away, not seen, back. */
const reasons = (facts: Partial<ActFacts> = {}) =>
  actsOf({ stay: aStay(), role: 'staff', freeBeds: 1, othersHere: 1, absence: null, ...facts }).map(
    ({ why }) => why,
  );

// R25
describe('what can be done with a stay', () => {
  const out = 'Nobody wrote down that they are out.';

  it('everything, while the guest is here and there is another bed and another guest', () => {
    expect(reasons()).toEqual([null, null, null, null, null, null, out]);
  });

  it('says why not, each act for itself', () => {
    const noBed: unknown = expect.stringContaining('No other bed');
    expect(reasons({ freeBeds: 0 })).toEqual([null, null, noBed, null, null, null, out]);
    expect(reasons({ othersHere: 0 })).toEqual([null, null, null, 'Nobody else is here.', null, null, out]);
    expect(new Set(reasons({ role: 'guest' as Role }))).toEqual(new Set(['Your role does not have this.']));
  });

  it('all of it for a guest who is out of the house, and that they are back (R21)', () => {
    const own = 'They are away by their own word.';
    expect(reasons({ absence: 'away' })).toEqual([null, null, null, null, null, own, null]);
    const known = 'This is written down already.';
    expect(reasons({ absence: 'not-seen' })).toEqual([null, null, null, null, null, known, null]);
  });

  it('nothing, once they have left or the check-in was undone', () => {
    const left = { isHere: false, undoneAt: null };
    expect(new Set(reasons({ stay: left }))).toEqual(new Set(['They have left already.']));
    const undone = { isHere: false, undoneAt: at('2026-03-05T22:00:00Z') };
    expect(new Set(reasons({ stay: undone }))).toEqual(new Set(['This check-in was undone.']));
  });
});

// R2, R6, R8
describe('the nights a guest wants in a bed', () => {
  it.each([
    ['before the planned day, up to it', '2026-03-07', '2026-03-10'],
    ['on the planned day, the coming night, for they are in it', '2026-03-10', '2026-03-11'],
    ['staying on, the night that has begun', '2026-03-12', '2026-03-13'],
  ])('%s', (_, today, end) => {
    const wanted = nightsLeft(aStay(), { bedId: 'maple', firstNight: on(today), own: ['part'] }, on(today));
    expect(wanted).toMatchObject({ bedId: 'maple', own: ['part'], isEntered: true });
    expect([wanted.firstNight.toString(), wanted.endNight.toString()]).toEqual([today, end]);
  });
});

// R2, R8, R52
describe('the nights a stay asks for as it begins', () => {
  const asked = (stay = aStay(), today = '2026-03-06') => {
    const { firstNight, endNight, ...rest } = nightsOfArrival(stay, 'maple', on(today));
    return { nights: `${firstNight.toString()}/${endNight.toString()}`, ...rest };
  };

  it('go into the bed now, up to the planned day or, staying on, through this night', () => {
    const inIt = { bedId: 'maple', isEntered: true };
    expect(asked()).toEqual({ nights: '2026-03-05/2026-03-10', ...inIt });
    expect(asked(aStay(), '2026-03-12')).toEqual({ nights: '2026-03-05/2026-03-13', ...inIt });
  });

  it('are those they were here, and nobody has to be out of the bed for them, for whoever has left since', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 * 24 }), fc.integer({ min: 0, max: 60 }), (hours, days) => {
        const stay = aStay();
        stay.leave(stay.arrivedAt.add({ hours }), aHouse());
        const today = stay.departureDay!.add({ days }).toString();
        const nights = `2026-03-05/${stay.departureDay!.toString()}`;
        expect(asked(stay, today)).toEqual({ nights, bedId: 'maple', isEntered: false });
      }),
    ));
});
