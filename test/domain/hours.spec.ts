import { hoursWords, hourWords } from '../../src/domain/hours.js';

describe('an hour in words', () => {
  it.each([
    [0, '12 midnight'],
    [1, '1 am'],
    [11, '11 am'],
    [12, '12 noon'],
    [13, '1 pm'],
    [23, '11 pm'],
    [24, '12 midnight'],
  ])('%i is %s', (hour, words) => expect(hourWords(hour)).toBe(words.replace(' ', '\u00a0')));

  it('tells a stretch of the day', () =>
    expect(hoursWords({ from: 10, to: 17 })).toBe('10\u00a0am to 5\u00a0pm'));
});
