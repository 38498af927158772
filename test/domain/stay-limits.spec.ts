import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { StayLimit } from '../../src/domain/stay-limit.js';
import { type NightsInBed, StayLimits } from '../../src/domain/stay-limits.js';
import { on } from '../support/builders.js';

const aLimit = (facts: Partial<StayLimit> = {}): StayLimit => ({
  id: `${facts.bedId ?? 'house'} ${String(facts.fromDay ?? 'always')}`,
  bedId: null,
  fromDay: on('2000-01-01'),
  mostNights: 7,
  rollingNights: null,
  rollingDays: null,
  ...facts,
});

const limits = (all: Partial<StayLimit>[], kept: string[] = []) =>
  new StayLimits(
    all.map(aLimit),
    kept.map((day) => ({ day: on(day), name: 'a holiday' })),
  );

const inBed = (bedId: string, from: string, end: string): NightsInBed => ({
  bedId,
  firstNight: on(from),
  endNight: on(end),
});
const maple = (from: string, end: string) => inBed('maple', from, end);

const words = (days: readonly Temporal.PlainDate[] | undefined) => days?.map(String);

describe('how long somebody stays (R22)', () => {
  describe('the most nights of one stay', () => {
    it('has the last night within it and the next one past it', () => {
      const seven = limits([{}]);
      expect(seven.newlyPast([], [maple('2026-03-01', '2026-03-08')])).toBeNull();
      const past = seven.newlyPast([], [maple('2026-03-01', '2026-03-10')]);
      expect(past).toMatchObject({ kind: 'one stay', count: 9 });
      expect(words(past?.nights)).toEqual(['2026-03-08', '2026-03-09']);
    });

    it('counts a stay as one, whichever beds it is slept in', () => {
      const stay = [maple('2026-03-01', '2026-03-05'), inBed('cedar', '2026-03-05', '2026-03-09')];
      expect(limits([{}]).newlyPast([], stay)?.count).toBe(8);
    });

    it('is that of the day they arrived, though another begins meanwhile', () => {
      const changed = limits([{}, { fromDay: on('2026-03-02'), mostNights: 3 }]);
      expect(changed.newlyPast([], [maple('2026-03-01', '2026-03-08')])).toBeNull();
      expect(changed.newlyPast([], [maple('2026-03-02', '2026-03-06')])?.count).toBe(4);
    });

    it('is none before the first one', () => {
      const late = limits([{ fromDay: on('2026-03-02') }]);
      expect(late.newlyPast([], [maple('2026-03-01', '2026-06-01')])).toBeNull();
    });
  });

  describe('the most nights in a number of days', () => {
    const fourteenInThirty = limits([{ rollingNights: 14, rollingDays: 30, mostNights: 28 }]);

    it('counts the nights of every stay up to that night', () => {
      const before = [maple('2026-03-01', '2026-03-11')];
      // Night 30 March looks back as far as 1 March
      expect(fourteenInThirty.newlyPast([], [maple('2026-03-26', '2026-03-30')], before)).toBeNull();
      const past = fourteenInThirty.newlyPast([], [maple('2026-03-26', '2026-03-31')], before);
      expect(past).toMatchObject({ kind: 'rolling', count: 15 });
      expect(words(past?.nights)).toEqual(['2026-03-30']);
    });

    it('forgets a night once it is so many days ago', () => {
      const before = [maple('2026-03-01', '2026-03-15')];
      // Each night from 31 March on lets one of March go
      expect(fourteenInThirty.newlyPast([], [maple('2026-03-31', '2026-04-13')], before)).toBeNull();
    });
  });

  describe('a limit for one bed', () => {
    const threeInFern = limits([{ mostNights: 9 }, { bedId: 'fern', mostNights: 3 }]);

    it('counts the nights in that bed only', () => {
      const stay = [maple('2026-03-01', '2026-03-05'), inBed('fern', '2026-03-05', '2026-03-08')];
      expect(threeInFern.newlyPast([], stay)).toBeNull();
      const longer = [stay[0]!, inBed('fern', '2026-03-05', '2026-03-09')];
      expect(threeInFern.newlyPast([], longer)).toMatchObject({ count: 4, limit: { bedId: 'fern' } });
    });

    it('ends when the bed is as the others again', () => {
      const over = limits([
        { mostNights: 9 },
        { bedId: 'fern', mostNights: 3 },
        { bedId: 'fern', fromDay: on('2026-03-01'), mostNights: null },
      ]);
      expect(over.newlyPast([], [inBed('fern', '2026-03-01', '2026-03-09')])).toBeNull();
    });
  });

  it('does not ask again for what was agreed', () => {
    const agreed = [maple('2026-03-01', '2026-03-10')];
    const moved = [maple('2026-03-01', '2026-03-04'), inBed('cedar', '2026-03-04', '2026-03-10')];
    const longer = [maple('2026-03-01', '2026-03-11')];
    expect(limits([{}]).newlyPast(agreed, moved)).toBeNull();
    expect(limits([{}]).newlyPast(agreed, longer)?.count).toBe(10);
  });

  describe('days on which nobody is asked to leave', () => {
    const winter = limits([{ mostNights: 3 }], ['2026-12-25', '2026-12-26']);

    it('are skipped by the days that are planned, and the limit ends after them', () => {
      expect(words(winter.leavingDays(on('2026-12-22')))).toEqual(['2026-12-23', '2026-12-24', '2026-12-27']);
      expect(words(winter.leavingDays(on('2026-12-23')))).toEqual(['2026-12-24', '2026-12-27']);
      expect(words(winter.leavingDays(on('2026-12-27')))).toEqual(['2026-12-28', '2026-12-29', '2026-12-30']);
    });

    it('have nights that are not past the limit, but the next is', () => {
      expect(winter.newlyPast([], [maple('2026-12-22', '2026-12-27')])).toBeNull();
      const past = winter.newlyPast([], [maple('2026-12-22', '2026-12-28')]);
      expect(words(past?.nights)).toEqual(['2026-12-27']);
    });

    it('have a name', () => {
      expect(winter.nameOf(on('2026-12-25'))).toBe('a holiday');
      expect(winter.nameOf(on('2026-12-24'))).toBeNull();
    });
  });

  const anyDayOfIt = fc.integer({ min: 0, max: 60 }).map((days) => on('2026-03-01').add({ days }));
  const anyNights = fc
    .tuple(fc.constantFrom('maple', 'fern'), anyDayOfIt, fc.integer({ min: 1, max: 20 }))
    .map(([bedId, firstNight, count]) => ({ bedId, firstNight, endNight: firstNight.add({ days: count }) }));

  it('for any stay: no window of the rolling limit holds more nights than are said to be past and within it', () => {
    fc.assert(
      fc.property(
        anyNights,
        fc.array(anyNights, { maxLength: 3 }),
        fc.integer({ min: 2, max: 30 }),
        fc.nat(20),
        (stay, others, rollingDays, less) => {
          const rollingNights = Math.max(1, rollingDays - 1 - less);
          const rule = limits([{ mostNights: 28, rollingNights, rollingDays }]);
          const past = rule.newlyPast([], [stay], others);
          const isPast = (night: Temporal.PlainDate) => {
            let count = 0;
            for (const { firstNight, endNight } of [stay, ...others]) {
              for (let back = 0; back < rollingDays; back += 1) {
                const each = night.subtract({ days: back });
                const isIn =
                  Temporal.PlainDate.compare(firstNight, each) <= 0 &&
                  Temporal.PlainDate.compare(each, endNight) < 0;
                count += isIn ? 1 : 0;
              }
            }
            return count > rollingNights;
          };
          const all = Array.from({ length: 20 }, (_, index) => stay.firstNight.add({ days: index }));
          const mine = all.filter((night) => Temporal.PlainDate.compare(night, stay.endNight) < 0);
          expect(words(past?.nights) ?? []).toEqual(words(mine.filter(isPast)));
        },
      ),
    );
  });

  it('for any house: every day that is offered is within the limit, and the day after the last is not', () => {
    fc.assert(
      fc.property(
        anyDayOfIt,
        fc.integer({ min: 1, max: 28 }),
        fc.uniqueArray(fc.nat(70), { maxLength: 12 }),
        (arrival, mostNights, kept) => {
          const rule = limits(
            [{ mostNights }],
            kept.map((days) => on('2026-03-01').add({ days }).toString()),
          );
          const days = rule.leavingDays(arrival);
          for (const day of days) {
            expect(rule.nameOf(day)).toBeNull();
            expect(rule.newlyPast([], [{ bedId: 'maple', firstNight: arrival, endNight: day }])).toBeNull();
          }
          const next = days.at(-1)!.add({ days: 1 });
          const past = rule.newlyPast([], [{ bedId: 'maple', firstNight: arrival, endNight: next }]);
          expect(words(past?.nights)).toEqual([days.at(-1)!.toString()]);
        },
      ),
    );
  });
});
