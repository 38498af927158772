import { Departure, type DepartureAnswers } from '../../src/domain/departure.js';
import { at, departureAnswers } from '../support/builders.js';

const answers = departureAnswers();
const departure = new Departure({ id: 'departure', stayId: 'stay-of-ash', answers });

// R23
describe('a departure recorded at two desks', () => {
  it('is one when both say the same', () => expect(departure.saysTheSameAs({ ...answers })).toBe(true));

  it('is one when the second desk pressed a minute later', () =>
    expect(departure.saysTheSameAs({ ...answers, leftAt: at('2026-03-10T10:01-04:00') })).toBe(true));

  it.each<Partial<DepartureAnswers>>([
    { leftAbout: 'about' },
    { ending: 'early_choice' },
    { destination: 'family' },
    { ownWords: 'It was quiet here' },
    { inTouch: 'not-asked' },
    { keysBack: 'not-yet' },
    { thingsLeft: 'A coat' },
  ])('is not one when the second says %j', (other) =>
    expect(departure.saysTheSameAs({ ...answers, ...other })).toBe(false),
  );
});
