import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { OutOfOrder } from '../../src/domain/conflict.js';
import { House } from '../../src/domain/house.js';
import { HouseNote } from '../../src/domain/house-note.js';
import { checkOrder, writerOf } from '../../src/domain/paper-sheet.js';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import { Turnover } from '../../src/domain/turnover.js';

const at = (text: string) => Temporal.Instant.from(`2026-11-${text}:00Z`);
const thrown = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

describe('the order of the lines of a sheet (R52)', () => {
  it('takes the first line, a later one and one of the same minute', () => {
    expect(thrown(() => checkOrder(at('23T02:00'), null, false))).toBeNull();
    expect(thrown(() => checkOrder(at('23T02:00'), at('23T01:59'), false))).toBeNull();
    expect(thrown(() => checkOrder(at('23T02:00'), at('23T02:00'), false))).toBeNull();
  });

  it('asks about one that is a minute earlier, and says when the last one was', () => {
    const error = thrown(() => checkOrder(at('23T01:59'), at('23T02:00'), false));
    expect(error).toBeInstanceOf(OutOfOrder);
    expect((error as OutOfOrder).lastAt.toString()).toBe('2026-11-23T02:00:00Z');
    expect((error as OutOfOrder).at.toString()).toBe('2026-11-23T01:59:00Z');
  });

  it('takes it once somebody said that it is right', () => {
    expect(thrown(() => checkOrder(at('23T01:59'), at('23T02:00'), true))).toBeNull();
  });

  it('for any two moments asks exactly when time runs backwards', () => {
    const minutes = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(minutes, minutes, fc.boolean(), (one, other, isSaid) => {
        const [line, last] = [one, other].map((count) => at('01T00:00').add({ minutes: count }));
        const isAsked = thrown(() => checkOrder(line!, last!, isSaid)) !== null;
        expect(isAsked).toBe(one < other && !isSaid);
      }),
    );
  });
});

describe('whose hand it was (R52)', () => {
  it('is somebody who works here, or a name on the paper', () => {
    expect(writerOf('rosa', '')).toEqual({ writerId: 'rosa', writerName: null });
    expect(writerOf('', 'Old Ned')).toEqual({ writerId: null, writerName: 'Old Ned' });
  });

  it.each([
    ['nobody', '', '', 'writer'],
    ['both', 'rosa', 'Old Ned', 'writerName'],
  ])('is not %s', (_, id, name, field) => {
    const error = thrown(() => writerOf(id, name));
    expect(error).toBeInstanceOf(RuleViolation);
    expect((error as RuleViolation).field).toBe(field);
  });
});

describe('how far back a line may lie where nobody is asked (R4)', () => {
  const house = new House({ name: 'Willow House', timeZone: 'America/Chicago' });
  const now = at('23T13:00');
  const refused = (text: string) =>
    (thrown(() => house.checkRecent('at', at(text), now)) as Error | null)?.message;

  it('is seven house days, counted from their rollover at 4 am', () => {
    expect(refused('16T10:00')).toBeUndefined();
    expect(refused('16T09:59')).toContain('within the last 7 days');
  });

  it('is never the future', () => {
    expect(refused('23T13:00')).toBeUndefined();
    expect(refused('23T13:01')).toContain('in the future');
  });

  it('holds for the moment of a note, which places it and changes nothing else (R29)', () => {
    const note = (eventAt: Temporal.Instant | null) =>
      new HouseNote(
        {
          number: 1,
          id: 'n',
          text: 'Bins',
          lives: 'shift',
          untilDay: null,
          eventAt,
          writtenAt: now,
          personId: 'kim',
        },
        house,
      );
    expect(note(null).placedAt.toString()).toBe(now.toString());
    const placed = note(at('23T04:00'));
    expect(placed.placedAt.toString()).toBe('2026-11-23T04:00:00Z');
    const rest = ({ shiftEndsAt, houseDay }: HouseNote) => [String(shiftEndsAt), String(houseDay)];
    expect(rest(placed)).toEqual(rest(note(null)));
    expect((thrown(() => note(at('15T04:00'))) as RuleViolation).field).toBe('eventAt');
  });
});

describe('a bed that was made ready (R10)', () => {
  const turnover = () => new Turnover({ id: 't', bedId: 'maple', segmentId: 'p', sinceAt: at('23T02:00') });

  it('was left before that, or in the same minute', () => {
    const left = turnover();
    left.end('happenedAt', at('23T02:00'), 'kim');
    expect([left.endedAt?.toString(), left.readyBy]).toEqual(['2026-11-23T02:00:00Z', 'kim']);
    expect((thrown(() => turnover().end('happenedAt', at('23T01:59'), 'kim')) as RuleViolation).field).toBe(
      'happenedAt',
    );
  });
});
