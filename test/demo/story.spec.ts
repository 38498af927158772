import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Story, ToldStay } from '../../src/demo/story.js';
import { changeNights, onHouseDay } from '../../src/demo/story-days.js';
import { practiceBeds, tellStory } from '../../src/demo/tell-story.js';
import { endings, destinations } from '../../src/domain/departure-lists.js';
import { GuestName } from '../../src/domain/guest-name.js';
import { House } from '../../src/domain/house.js';
import { on } from '../support/builders.js';

const house = new House({ name: 'Willow House', timeZone: 'America/Chicago', isPractice: true });
const TODAY = on('2026-11-25');
const { time } = house;

const anyDay = fc.integer({ min: 0, max: 3 * 365 }).map((days) => on('2026-01-01').add({ days }));
const dayOf = (at: Temporal.Instant) => time.houseDay(at).toString();
/** The stays that have the same key, each group in order. */
function groups({ stays }: Story, key: (stay: ToldStay) => string): ToldStay[][] {
  const found = new Map<string, ToldStay[]>();
  for (const stay of stays) found.set(key(stay), [...(found.get(key(stay)) ?? []), stay]);
  return [...found.values()];
}

const told = (story: Story) =>
  JSON.stringify(story.stays, (_, value: unknown) =>
    value instanceof Temporal.Instant ? value.toString() : value,
  );

describe('the story of a practice house', () => {
  const year = tellStory(house, TODAY, 52);

  it('is the same story each time it is told on one day', () => {
    expect(told(tellStory(house, TODAY, 52))).toBe(told(year));
    expect(told(tellStory(house, TODAY.add({ days: 1 }), 52))).not.toBe(told(year));
  });

  it('has one guest at a time in each bed, made up before the next one comes, on any day', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 6, max: 54 }), (today, weeks) => {
        for (const stays of groups(tellStory(house, today, weeks), ({ bed }) => bed)) {
          stays.slice(1).forEach(({ arrivedAt }, place) => {
            const { readyAt, leaving } = stays[place]!;
            expect(Temporal.Instant.compare(readyAt ?? leaving!.answers.leftAt, arrivedAt)).toBe(-1);
          });
        }
      }),
      { numRuns: 15 },
    ));

  it('has each guest in the house once at a time, and leaving after they came, on any day', () =>
    fc.assert(
      fc.property(anyDay, (today) => {
        const story = tellStory(house, today, 52);
        for (const stays of groups(story, ({ guest }) => guest)) {
          const moments = stays.flatMap(({ arrivedAt, leaving }) => [
            arrivedAt,
            ...(leaving ? [leaving.answers.leftAt] : []),
          ]);
          const inOrder = [...moments].sort((one, other) => Temporal.Instant.compare(one, other));
          expect(moments.map(String)).toEqual(inOrder.map(String));
        }
      }),
      { numRuns: 8 },
    ));

  it('is over when its last day begins, at whatever hour it is told', () => {
    const begins = onHouseDay(time, TODAY, '04:00');
    const moments = year.stays.flatMap(({ arrivedAt, leaving, readyAt }) => [
      arrivedAt,
      leaving?.answers.leftAt,
      readyAt,
    ]);
    for (const at of [...moments, ...year.claims.map(({ toldAt }) => toldAt)]) {
      if (at) expect(Temporal.Instant.compare(at, begins)).toBe(-1);
    }
  });

  it('is as long and as full as a year of six beds', () => {
    expect(year.stays.length).toBeGreaterThanOrEqual(250);
    expect(year.stays.length).toBeLessThanOrEqual(350);
    expect(groups(year, ({ bed }) => bed)).toHaveLength(practiceBeds.length);
    const share = (kind: (stay: ToldStay) => boolean) => year.stays.filter(kind).length / year.stays.length;
    expect(share(({ leaving }) => leaving?.answers.ending === 'planned')).toBeGreaterThan(0.5);
    const toHospital = share(({ leaving }) => leaving?.answers.ending.startsWith('hospital') ?? false);
    expect(toHospital).toBeGreaterThan(0.01);
    expect(toHospital).toBeLessThan(0.1);
    expect(share(({ stayedBefore }) => stayedBefore === 'yes')).toBeGreaterThan(0.08);
  });

  it('says endings and destinations in the words of the house, and only to those who were asked', () => {
    for (const { leaving } of year.stays) {
      if (!leaving) continue;
      const { ending, destination, inTouch } = leaving.answers;
      expect(endings.map(({ code }) => code)).toContain(ending);
      expect(destinations.map(({ code }) => code)).toContain(destination);
      expect(leaving.contact !== null).toBe(inTouch === 'yes');
    }
  });

  it('gives nobody a number that could be somebody’s', () => {
    const details = year.stays.flatMap(({ leaving }) => leaving?.contact?.detail ?? []);
    expect(details.length).toBeGreaterThan(50);
    for (const detail of details) expect(detail).toMatch(/^555-01\d\d$|^\d+ Nowhere Lane, Inventedville$/);
  });

  it('has guests coming to the door in both nights of a clock change', () => {
    const nights = changeNights(time, year.start, TODAY).map(String);
    expect(nights).toEqual(['2026-03-07', '2026-10-31']);
    const arrivals = year.stays.filter(({ arrivedAt }) => nights.includes(dayOf(arrivedAt)));
    const shown = arrivals.map(({ arrivedAt }) => time.typed(arrivedAt));
    expect(shown).toContain('2026-03-08T01:30');
    expect(shown).toContain('2026-11-01T01:30-06:00');
  });

  it('has what a house must be able to write down', () => {
    const names = year.stays.map(({ name }) => name);
    const invented = groups(year, ({ guest }) => guest).map(([stay]) => stay!.name);
    expect(new Set(invented.filter(Boolean)).size).toBe(invented.filter(Boolean).length);
    expect(names).toContain('Q');
    expect(names).toContain(null);
    const words = year.stays.find(({ name }) => name === 'Lucero Candil')!.leaving!.answers.ownWords!;
    expect(words.length).toBeGreaterThan(800);
    expect(groups(year, ({ guest }) => guest).some((stays) => stays.length > 2)).toBe(true);
    expect(
      year.stays.some(
        ({ arrivedAt, leaving }) => leaving && dayOf(arrivedAt) === dayOf(leaving.answers.leftAt),
      ),
    ).toBe(true);
    const here = year.stays.filter(({ leaving }) => leaving === null);
    expect(here.map(({ name, bed }) => new GuestName(name, bed).initials()).sort()).toEqual([
      'J.L.',
      'J.L.',
      'guest in Birch',
    ]);
  });
});
