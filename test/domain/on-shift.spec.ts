import { RuleViolation } from '../../src/domain/rule-violation.js';
import { OnShift, onCallWords } from '../../src/domain/on-shift.js';
import { at } from '../support/builders.js';

const FROM = at('2026-11-22T22:00:00Z');
const TO = at('2026-11-23T06:00:00Z');
const put = (facts: Partial<ConstructorParameters<typeof OnShift>[0]> = {}) =>
  new OnShift({
    id: 'a',
    personId: 'robin',
    role: 'shift',
    fromAt: FROM,
    toAt: TO,
    phone: null,
    putBy: 'robin',
    putAt: at('2026-11-22T21:00:00Z'),
    ...facts,
  });

describe('being on shift', () => {
  it('begins at its first moment and is over at its end', () => {
    const is = (now: string) => put().isAt(at(now));
    expect([is('2026-11-22T21:59:59Z'), is('2026-11-22T22:00:00Z')]).toEqual([false, true]);
    expect([is('2026-11-23T05:59:59Z'), is('2026-11-23T06:00:00Z')]).toEqual([true, false]);
  });

  it('ends when somebody is taken off, and never was when that is undone from the start', () => {
    const each = Object.assign(put(), { endedAt: at('2026-11-23T01:00:00Z') });
    expect(each.isAt(at('2026-11-23T00:59:00Z'))).toBe(true);
    expect(each.isAt(at('2026-11-23T01:00:00Z'))).toBe(false);
    expect(each.isAhead(at('2026-11-23T01:00:00Z'))).toBe(false);
    expect(Object.assign(put(), { undoneAt: FROM }).isAt(FROM)).toBe(false);
    expect(Object.assign(put(), { undoneAt: FROM }).isAhead(FROM)).toBe(false);
  });

  it('never was when somebody was taken off before it began', () => {
    const each = Object.assign(put(), { endedAt: at('2026-11-22T21:30:00Z') });
    expect(each.touches(at('2026-11-22T00:00:00Z'), at('2026-11-24T00:00:00Z'))).toBe(false);
    expect(each.isAhead(at('2026-11-22T21:00:00Z'))).toBe(false);
  });

  it.each([
    ['to', { toAt: FROM }],
    ['to', { putAt: TO }],
    ['to', { toAt: at('2026-12-23T22:01:00Z') }],
    ['from', { fromAt: at('2027-02-20T21:01:00Z'), toAt: at('2027-02-21T21:01:00Z') }],
  ])('refuses beside %s: %j', (field, facts) => {
    const error = (() => {
      try {
        put(facts);
        return null;
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(RuleViolation);
    expect((error as RuleViolation).field).toBe(field);
  });

  it('takes just the longest and the furthest', () => {
    expect(put({ toAt: at('2026-12-23T22:00:00Z') }).toAt).toBeDefined();
    expect(put({ fromAt: at('2027-02-20T21:00:00Z'), toAt: at('2027-02-21T21:00:00Z') }).toAt).toBeDefined();
  });
});

describe('the words for on call', () => {
  const onCall = (...names: [string, string | null][]) => ({
    onShift: [],
    onCall: names.map(([name, phone]) => ({ name, phone })),
  });

  it.each([
    [onCall(), 'Dana 555-0100', 'Dana 555-0100'],
    [onCall(), '', ''],
    [onCall(['Ines', '555-0101']), 'Dana 555-0100', 'Ines 555-0101'],
    [onCall(['Ines', null]), 'Dana 555-0100', 'Ines, or Dana 555-0100'],
    [onCall(['Ines', null]), '', 'Ines'],
    [onCall(['Ines', null], ['Theo', '555-0102']), 'Dana', 'Ines, Theo 555-0102'],
  ])('%j beside the line %j: %j', (planned, line, words) => expect(onCallWords(planned, line)).toBe(words));
});
