import fc from 'fast-check';
import { BedSegment } from '../../src/domain/bed-segment.js';
import { type CorrectionFacts, correctionsOf } from '../../src/domain/correction.js';
import { SHIPPED_RULES } from '../../src/domain/contact-rules.js';
import { dueAfter, dueOn, untouched } from '../../src/domain/follow-up.js';
import { nightsBetween } from '../../src/domain/house-time.js';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import { aHouse, aStay, at, blamedOn, on } from '../support/builders.js';

const house = aHouse();
const ended = { toAt: at('2026-03-07T12:00:00Z') };
const open = { toAt: null };

/** The corrections that can be made. */
const can = (facts: Partial<CorrectionFacts> = {}) =>
  correctionsOf({ stay: aStay(), parts: [open], role: 'coordinator', death: null, ...facts })
    .filter(({ why }) => why === null)
    .map(({ correction }) => correction);

const left = { leftAt: at('2026-03-07T12:00:00Z'), undoneAt: null };

// R25, R53
describe('what can be put right in a stay', () => {
  it('while the guest is here: the arrival, whose it is, and a bed they left', () => {
    expect(can()).toEqual(['arrivedAt', 'guest', 'name']);
    expect(can({ parts: [ended, open] })).toEqual(['arrivedAt', 'bed', 'guest', 'name']);
  });

  it('all of it, once they have left', () => {
    const all = ['arrivedAt', 'leftAt', 'ending', 'destination', 'bed', 'guest', 'name', 'reopen'];
    expect(can({ stay: left, parts: [ended] })).toEqual(all);
  });

  it('of a death: when it was, and that it was none; no answer of a leaving (R50)', () => {
    const stay = { stay: left, parts: [ended] };
    const here = can({ ...stay, death: 'ended it' });
    expect(here).toEqual(['arrivedAt', 'leftAt', 'bed', 'guest', 'name', 'reopen']);
    expect(can({ ...stay, death: 'later' })).toEqual([
      'arrivedAt',
      'leftAt',
      'ending',
      'destination',
      'bed',
      'guest',
      'name',
      'alive',
    ]);
    const another = can({ ...stay, death: 'ended another' });
    expect(another).toEqual(['arrivedAt', 'leftAt', 'ending', 'destination', 'bed', 'guest', 'name']);
    const why = correctionsOf({ ...stay, role: 'coordinator', death: 'ended another' });
    expect(why.at(-1)).toEqual({
      correction: 'alive',
      why: 'It ended another stay of theirs. Put it right on that page.',
    });
  });

  it('nothing by a shift alone, and nothing in a check-in that was undone', () => {
    expect(can({ stay: left, role: 'staff' })).toEqual([]);
    expect(can({ stay: { leftAt: null, undoneAt: at('2026-03-06T12:00:00Z') } })).toEqual([]);
  });
});

// R2, R18, R20, R53
describe('another arrival', () => {
  it.each([
    ['the evening before', '2026-03-04T22:00-05:00', '2026-03-04', 6],
    ['in the small hours, a night earlier', '2026-03-05T02:00-05:00', '2026-03-04', 6],
    ['days later', '2026-03-09T09:00-04:00', '2026-03-09', 1],
  ])('%s', (_, arrivedAt, day, nights) => {
    const stay = aStay();
    stay.correctArrival('value', at(arrivedAt), house);
    expect([String(stay.arrivalDay), stay.nights(on('2026-03-05'))]).toEqual([day, nights]);
    expect(String(stay.firstPlannedDay)).toBe('2026-03-10');
  });

  it.each([
    ['on the day they were to leave', '2026-03-10T09:00-04:00'],
    ['later than that', '2026-03-12T09:00-04:00'],
  ])('is refused %s', (_, arrivedAt) => {
    const stay = aStay();
    expect(() => stay.correctArrival('value', at(arrivedAt), house)).toThrow(blamedOn('value'));
    expect(String(stay.arrivalDay)).toBe('2026-03-05');
  });

  it('is refused after they had left, to the minute', () => {
    const stay = aStay();
    stay.leave(at('2026-03-07T10:00-05:00'), house);
    expect(() => stay.correctArrival('value', at('2026-03-07T10:01-05:00'), house)).toThrow(
      blamedOn('value'),
    );
    stay.correctArrival('value', at('2026-03-07T10:00-05:00'), house);
    expect(stay.nights(on('2026-03-20'))).toBe(0);
  });

  it('is refused after they went to another bed', () => {
    const stay = aStay();
    const part = new BedSegment({ id: 'part', stay, bedId: 'maple' });
    part.end('movedAt', at('2026-03-06T12:00-05:00'), house);
    stay.correctArrival('value', at('2026-03-08T12:00-05:00'), house);
    expect(() => part.beginWith('value', stay)).toThrow(blamedOn('value'));
  });

  it('for any arrival and move, the first part begins with the stay and ends where the next begins', () =>
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 0, max: 3000 }), (off, moved) => {
        const stay = aStay();
        const first = new BedSegment({ id: 'one', stay, bedId: 'maple' });
        first.end('movedAt', stay.arrivedAt.add({ minutes: moved }), house);
        const next = new BedSegment({ id: 'two', stay, bedId: 'cedar', after: first });
        const arrivedAt = stay.arrivedAt.add({ minutes: off });
        try {
          stay.correctArrival('value', arrivedAt, house);
          first.beginWith('value', stay);
        } catch (error) {
          return error instanceof RuleViolation && off > moved;
        }
        const slept =
          nightsBetween(first.fromDay, first.toDay!) + nightsBetween(next.fromDay, stay.plannedDay);
        return (
          String(first.fromAt) === String(stay.arrivedAt) &&
          String(first.toAt) === String(next.fromAt) &&
          slept === stay.nights(stay.arrivalDay)
        );
      }),
    ));
});

// R33
describe('follow-ups after another departure day', () => {
  const plan = [
    { id: 'open', isOpen: true },
    { id: 'tried', isOpen: true },
    { id: 'closed', isOpen: false },
  ];

  it('those that nobody touched move', () => {
    expect(untouched(plan, [{ followUpId: 'tried' }]).map(({ id }) => id)).toEqual(['open']);
  });

  it('to the day the plan says, and one the plan no longer has stays where it is', () => {
    const before = on('2026-03-13');
    for (const point of SHIPPED_RULES.points)
      expect(String(dueAfter({ point: point.code, dueOn: before }, on('2026-03-31')))).toBe(
        String(dueOn(point, on('2026-03-31'))),
      );
    expect(String(dueAfter({ point: 'gone', dueOn: before }, on('2026-03-31')))).toBe('2026-03-13');
  });
});
