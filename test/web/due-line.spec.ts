import { dueLine } from '../../src/web/due-line.js';
import { aHouse, at } from '../support/builders.js';

const TEN = at('2026-11-23T10:00-05:00');

// R33
describe('the count of follow-ups', () => {
  it.each([
    [{ now: 2, later: 0, from: null }, '2 follow-ups to make'],
    [{ now: 1, later: 0, from: null }, '1 follow-up to make'],
    [{ now: 0, later: 1, from: TEN }, '1 follow-up, from 10 am Mon 23'],
    [{ now: 0, later: 3, from: TEN }, '3 follow-ups, from 10 am Mon 23'],
    [{ now: 0, later: 3, from: null }, '3 follow-ups'],
    [{ now: 2, later: 1, from: TEN }, '2 follow-ups to make · 1 more, from 10 am Mon 23'],
  ])('%j is “%s”', (due, words) => {
    const line = dueLine(due, aHouse())!;
    expect((line.words + line.more).replaceAll('\u00a0', ' ')).toBe(words);
    expect(line.href).toBe('/follow-ups');
  });

  it('is nothing when nothing is due', () =>
    expect(dueLine({ now: 0, later: 0, from: null }, aHouse())).toBeNull());
});
