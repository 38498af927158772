import { Death } from '../../src/domain/death.js';
import { DIED } from '../../src/domain/departure-lists.js';
import { HouseLists } from '../../src/domain/house-lists.js';
import { codesOf } from '../../src/domain/list-entry.js';
import { outcomesOf } from '../../src/domain/measures.js';
import { aHouse, aStay, at, blamedOn, on } from '../support/builders.js';

const death = (diedAt: string, stay = aStay()) =>
  new Death(
    { id: 'd', diedAt: at(diedAt), about: 'about', writtenAt: at('2026-03-20T12:00:00Z'), personId: 'robin' },
    stay,
  );

// R50
describe('a death', () => {
  it('is the guest’s, from the minute they came on', () => {
    expect(death('2026-03-05T15:00-05:00')).toMatchObject({
      guestId: 'ash',
      stayId: 'stay-of-ash',
      undoneAt: null,
    });
    expect(() => death('2026-03-05T14:59-05:00')).toThrow(blamedOn('diedAt'));
  });

  it('of one who left comes after that, to the minute', () => {
    const stay = aStay();
    stay.leave(at('2026-03-07T10:00-05:00'), aHouse());
    expect(() => death('2026-03-07T09:59-05:00', stay)).toThrow(blamedOn('diedAt'));
    expect(String(death('2026-03-07T10:00-05:00', stay).diedAt)).toBe('2026-03-07T15:00:00Z');
  });

  it('is no answer at a leaving, and has its words where figures are read', () => {
    for (const list of [HouseLists.shipped.of('endings'), HouseLists.shipped.of('destinations')]) {
      expect(codesOf(list.entries)).not.toContain(DIED);
      expect(list.words.find(({ code }) => code === DIED)).toEqual({ code: DIED, label: 'Died' });
    }
  });

  it('counts once among the stays that left, apart from every other ending (R36, R37)', () => {
    const stay = {
      id: 'a-stay',
      arrivalDay: on('2026-03-05'),
      departureDay: on('2026-03-07'),
      isUndone: false,
      absences: [],
    };
    const period = { start: on('2026-03-01'), end: on('2026-04-01') };
    const outcomes = outcomesOf(
      [
        { ...stay, ending: DIED, destination: DIED },
        { ...stay, ending: 'planned', destination: 'family' },
      ],
      period,
      HouseLists.shipped,
    );
    expect(outcomes.left).toBe(2);
    expect(outcomes.endings).toEqual([
      { code: 'planned', stays: 1 },
      { code: DIED, stays: 1 },
    ]);
  });
});
