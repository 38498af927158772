import { Temporal } from 'temporal-polyfill';
import { WaitlistEntry } from '../../src/domain/waitlist-entry.js';
import { aHouse, at } from '../support/builders.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const by = { personId: 'rosa', at: at('2026-03-08T12:00-05:00'), house: aHouse() };

const anEntry = (askAgainOn: string | null = null) =>
  new WaitlistEntry(
    {
      id: 'kim',
      name: 'Kim',
      need: null,
      askedAt: at('2026-03-06T02:00-05:00'),
      personId: 'rosa',
      askAgainOn: askAgainOn === null ? null : day(askAgainOn),
    },
    aHouse({ timeZone: 'America/New_York' }),
  );

// R16
describe('somebody who waits for a bed', () => {
  it('asked on the house day, and is asked again the next day unless another is said', () => {
    const entry = anEntry();
    expect([entry.askedOn.toString(), entry.askAgainOn.toString()]).toEqual(['2026-03-05', '2026-03-06']);
    expect(anEntry('2026-03-09').askAgainOn.toString()).toBe('2026-03-09');
    expect(entry.daysWaiting(day('2026-03-08'))).toBe(3);
  });

  it('is due from the day that was said on, until somebody ends it', () => {
    const entry = anEntry('2026-03-07');
    expect(['2026-03-06', '2026-03-07', '2026-03-20'].map((each) => entry.isDue(day(each)))).toEqual([
      false,
      true,
      true,
    ]);
    entry.close({ outcome: 'elsewhere', reason: null }, [], by);
    expect(entry.isDue(day('2026-03-20'))).toBe(false);
    entry.reopen();
    expect([entry.isWaiting, entry.closedAt, entry.reason]).toEqual([true, null, null]);
  });

  it.each([
    ['2026-03-04', 'This day is over'],
    ['2026-05-05', 'within 60 days'],
  ])('is not asked again on %s', (wrong, words) => {
    expect(() => anEntry(wrong)).toThrow(words);
  });

  it('goes before those who asked earlier only with a reason', () => {
    const [earlier, entry] = [anEntry(), anEntry()];
    const found = (reason: string | null) => entry.close({ outcome: 'bed_found', reason }, [earlier], by);
    expect(() => found(null)).toThrow('Somebody asked earlier');
    expect(entry.isWaiting).toBe(true);
    found('The only bed without steps');
    expect(entry).toMatchObject({ outcome: 'bed_found', closedBy: 'rosa' });
  });

  it('needs no reason when nobody earlier waits, or when no bed is taken', () => {
    const [gone, one, other] = [anEntry(), anEntry(), anEntry()];
    gone.close({ outcome: 'not_wanted', reason: null }, [one], by);
    one.close({ outcome: 'bed_found', reason: null }, [gone], by);
    expect([gone.isWaiting, one.isWaiting]).toEqual([false, false]);
    expect(() => other.close({ outcome: 'gone', reason: null }, [], by)).toThrow('Choose how');
  });
});
