import fc from 'fast-check';
import { HouseTime } from '../../src/domain/house-time.js';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import { typedMoment } from '../../src/web/typed-moment.js';
import { changeNight } from '../support/arbitraries.js';
import { at, blamedOn } from '../support/builders.js';

const NOW = at('2026-11-23T04:40:31Z');
const time = new HouseTime('America/Chicago', 4);
const typed = (text: string, which = '') => typedMoment(time, 'leftAt', text, which, NOW).toString();

/** What is wrong with a typed time, and the answers it is offered. */
function refusal(text: string, which = ''): RuleViolation {
  try {
    typed(text, which);
  } catch (error) {
    return error as RuleViolation;
  }
  throw new Error(`${text} was taken`);
}

describe('the moment somebody typed (R3)', () => {
  it('is now, to the minute, when nothing was typed', () => expect(typed('')).toBe('2026-11-23T04:40:00Z'));

  it('is read by the clock of the house', () =>
    expect(typed('2026-11-22T22:40')).toBe('2026-11-23T04:40:00Z'));

  it.each([
    '2026-02-30T10:00',
    'tomorrow',
    '2026-11-22',
    '22:40',
    '2026-11-22T24:00',
    '+275760-09-13T00:00',
    '   ',
    '\u0000',
  ])('is refused beside its field when it is none: %j', (text) => {
    expect(() => typed(text)).toThrow(blamedOn('leftAt'));
    expect(refusal(text).message).toContain('Enter a day and a time');
  });

  it('is refused when the clocks jumped over it, with the first time there was', () => {
    expect(refusal('2026-03-08T02:30').message).toContain('Enter 03:00 or later');
    expect(refusal('2026-03-08T02:30').choices).toEqual([]);
  });

  it('is asked back when it came twice: the first time or the second, each with its offset', () => {
    const { field, choices } = refusal('2026-11-01T01:30');
    expect(field).toBe('leftAt');
    expect(choices).toEqual([
      { value: '-05:00', label: 'The first time' },
      { value: '-06:00', label: 'The second time' },
    ]);
    expect(choices.map(({ value }) => typed('2026-11-01T01:30', value))).toEqual([
      '2026-11-01T06:30:00Z',
      '2026-11-01T07:30:00Z',
    ]);
  });

  it.each(['-04:00', '+14:00', 'Z', 'first', '__proto__', '-05:00-05:00', '\u0000'])(
    'takes no other choice: %j',
    (which) => expect(refusal('2026-11-01T01:30', which).choices).toHaveLength(2),
  );

  it('needs no choice where there is none to make', () => {
    for (const which of ['', '-05:00', 'nonsense'])
      expect(typed('2026-11-22T22:40', which)).toBe('2026-11-23T04:40:00Z');
  });

  it('comes back from any minute around a change of clocks, with the choice it is offered', () =>
    fc.assert(
      fc.property(changeNight(1), ({ zone, rolloverHour, instants: [instant] }) => {
        const house = new HouseTime(zone, rolloverHour);
        const shown = house.typed(instant!);
        const [text, which] = [shown.slice(0, 16), shown.slice(16)];
        expect(house.typed(typedMoment(house, 'leftAt', text, which, NOW))).toBe(shown);
      }),
    ));
});
