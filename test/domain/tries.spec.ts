import fc from 'fast-check';
import { secondsToWait, waitAfter } from '../../src/domain/tries.js';
import { at } from '../support/builders.js';

const LAST = at('2026-03-10T12:00:00Z');
const after = (seconds: number) => LAST.add({ milliseconds: Math.round(seconds * 1000) });

describe('the wait after failed tries', () => {
  it('is none for five, then doubles up to a quarter of an hour', () =>
    expect(Array.from({ length: 16 }, (_, failed) => waitAfter(failed))).toEqual([
      ...[0, 0, 0, 0, 0],
      ...[2, 4, 8, 16, 32, 64, 128, 256, 512],
      ...[900, 900],
    ]));

  it.each([
    [4, 0, 0],
    [5, 0, 2],
    [5, 0.001, 2],
    [5, 1, 1],
    [5, 1.999, 1],
    [5, 2, 0],
    [5, 86_400, 0],
    [14, 0, 900],
  ])('counts from the last try: %d failed, %d seconds ago, %d to go', (failed, ago, wait) =>
    expect(secondsToWait(failed, LAST, after(ago))).toBe(wait),
  );

  it.each([-1, -3600, -31_536_000])('is over when the clock was set back by %d seconds', (seconds) =>
    expect(secondsToWait(14, LAST, after(seconds))).toBe(0),
  );

  it('is never for ever: a quarter of an hour later anyone may try, after any number of tries', () =>
    fc.assert(
      fc.property(fc.nat(), fc.integer(), (failed, seconds) => {
        expect(secondsToWait(failed, LAST, after(seconds))).toBeLessThanOrEqual(900);
        expect(secondsToWait(failed, LAST, after(900))).toBe(0);
      }),
    ));

  it('never lets one more through by waiting a moment less than it says', () =>
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 2000 }), fc.integer({ min: 0, max: 899_999 }), (failed, ms) => {
        const wait = secondsToWait(failed, LAST, after(ms / 1000));
        expect(wait === 0).toBe(ms >= waitAfter(failed) * 1000);
        expect(secondsToWait(failed, LAST, after(ms / 1000 + wait))).toBe(0);
      }),
    ));
});
