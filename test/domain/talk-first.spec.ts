import fc from 'fast-check';
import { lastDayFor, TalkFirst } from '../../src/domain/talk-first.js';
import { aHouse, at, on } from '../support/builders.js';

const MADE = at('2026-03-06T22:40:30-05:00');
const aLine = (untilDay: string, isTold = false, madeAt = MADE) =>
  new TalkFirst(
    { id: 'l', guestId: 'ash', reason: 'Keys', untilDay: on(untilDay), isTold, madeAt, personId: 'ines' },
    aHouse(),
  );

// R16
describe('a line that asks to talk with a coordinator first', () => {
  it('holds from its house day to its last day, at most six months, and then ends by itself', () => {
    const line = aLine('2026-09-06');
    expect(line.fromDay.toString()).toBe('2026-03-06');
    expect(['2026-03-06', '2026-09-06', '2026-09-07'].map((day) => line.isInForce(on(day)))).toEqual([
      true,
      true,
      false,
    ]);
    expect(aLine('2026-03-06').isInForce(on('2026-03-06'))).toBe(true);
    expect(() => aLine('2026-09-07')).toThrow('within 6 months');
    expect(() => aLine('2026-03-05')).toThrow('This day is over');
  });

  it('of any day reaches to the same day six months on, or to the end of that month', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1460 }), (days) => {
        const from = on('2026-01-01').add({ days });
        const last = lastDayFor(from);
        expect((last.year - from.year) * 12 + last.month - from.month).toBe(6);
        expect(last.day).toBe(Math.min(from.day, last.daysInMonth));
      }),
    ));

  it('is told once, and keeps the last words the guest said to it', () => {
    const line = aLine('2026-04-01');
    expect([line.toldAt, line.toldBy]).toEqual([null, null]);
    line.tell(null, { personId: 'theo', at: MADE.add({ hours: 1 }) });
    line.tell('I gave them back', { personId: 'rosa', at: MADE.add({ hours: 2 }) });
    line.tell(null, { personId: 'rosa', at: MADE.add({ hours: 3 }) });
    expect([String(line.toldAt), line.toldBy, line.answer]).toEqual([
      '2026-03-07T04:40:00Z',
      'theo',
      'I gave them back',
    ]);
    expect(aLine('2026-04-01', true).toldBy).toBe('ines');
  });

  it('holds no more once it was ended, and again when that was a slip (R24)', () => {
    const line = aLine('2026-04-01');
    line.end({ personId: 'ines', at: MADE });
    expect(line.isInForce(on('2026-03-06'))).toBe(false);
    line.goOn();
    expect(line.isInForce(on('2026-03-06'))).toBe(true);
  });
});
