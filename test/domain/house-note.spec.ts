import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { HouseNote, type NoteLife, noteLives } from '../../src/domain/house-note.js';
import { changeNight } from '../support/arbitraries.js';
import { aHouse, at, blamedOn, on } from '../support/builders.js';

/** Written Fri 20 March 2026, 10:40 pm; the next shift ends at 2 pm the next day. */
const EVENING = '2026-03-20T22:40-04:00';

function aNote(lives: NoteLife, facts: Partial<HouseNote> = {}, house = aHouse()): HouseNote {
  const untilDay = facts.untilDay ?? null;
  const writtenAt = facts.writtenAt ?? at(EVENING);
  const note = new HouseNote(
    { number: 1, id: 'note', text: 'Bins', lives, untilDay, writtenAt, personId: 'p' },
    house,
  );
  return Object.assign(note, facts);
}

const isShown = (note: HouseNote, now: string): boolean => note.isShown(at(now), aHouse());

// R30
describe('how long a house note is shown', () => {
  it.each([
    ['2026-03-20T22:40-04:00', true],
    ['2026-03-21T03:59-04:00', true],
    ['2026-03-21T08:00-04:00', true],
    ['2026-03-21T13:59-04:00', true],
    ['2026-03-21T14:00-04:00', false],
  ])('for this shift, through the next: at %s %s', (now, is) =>
    expect(isShown(aNote('shift'), now)).toBe(is),
  );

  it('for this shift, when it is written at the sharp beginning of one: through the next', () => {
    const note = aNote('shift', { writtenAt: at('2026-03-20T08:00-04:00') });
    expect(isShown(note, '2026-03-20T21:59-04:00')).toBe(true);
    expect(isShown(note, '2026-03-20T22:00-04:00')).toBe(false);
  });

  it.each([
    ['2026-03-22T23:00-04:00', true],
    ['2026-03-23T03:59-04:00', true],
    ['2026-03-23T04:00-04:00', false],
  ])('until a day, that house day included: at %s %s', (now, is) =>
    expect(isShown(aNote('date', { untilDay: on('2026-03-22') }), now)).toBe(is),
  );

  it('until it is done, however long that takes', () =>
    expect(isShown(aNote('done'), '2028-01-01T12:00Z')).toBe(true));

  it.each([
    ['2026-03-22T07:59-04:00', true],
    ['2026-03-22T08:00-04:00', false],
  ])('done, to the end of the shift in which it was: at %s %s', (now, is) =>
    expect(isShown(aNote('done', { doneAt: at('2026-03-22T02:00-04:00'), doneBy: 'p' }), now)).toBe(is),
  );

  it('done at the sharp beginning of a shift, to its end', () => {
    const note = aNote('done', { doneAt: at('2026-03-22T08:00-04:00'), doneBy: 'p' });
    expect(isShown(note, '2026-03-22T13:59-04:00')).toBe(true);
    expect(isShown(note, '2026-03-22T14:00-04:00')).toBe(false);
  });

  it('is one stretch without a hole, and ends where its words say, on any change night', () =>
    fc.assert(
      fc.property(changeNight(4), fc.constantFrom(...noteLives), (night, lives) => {
        const house = aHouse({ timeZone: night.zone, rolloverHour: night.rolloverHour });
        const [writtenAt, ...looks] = [...night.instants].sort(byTime);
        const untilDay = house.time.houseDay(writtenAt!).add({ days: 1 });
        const note = aNote(
          lives,
          { writtenAt: writtenAt!, untilDay: lives === 'date' ? untilDay : null },
          house,
        );
        const shown = looks.map((now) => note.isShown(now, house));
        expect(shown).toEqual([...shown].sort((one, other) => Number(other) - Number(one)));
        expect(note.isShown(writtenAt!, house)).toBe(true);
        for (const now of looks) {
          const shifts = [house.shiftStart(writtenAt!), house.shiftEnd(writtenAt!)];
          const isTheirs = shifts.some((start) => start.equals(house.shiftStart(now)));
          if (lives === 'shift') expect(note.isShown(now, house)).toBe(isTheirs);
          if (lives === 'date')
            expect(note.isShown(now, house)).toBe(isUpTo(house.time.houseDay(now), untilDay));
        }
      }),
      { numRuns: 500 },
    ));

  it('done, is shown in the shift of its being done and in no later one, on any change night', () =>
    fc.assert(
      fc.property(changeNight(2), ({ zone, instants }) => {
        const house = aHouse({ timeZone: zone });
        const [doneAt, now] = [...instants].sort(byTime);
        const note = aNote('done', { writtenAt: doneAt!, doneAt: doneAt!, doneBy: 'p' }, house);
        expect(note.isShown(now!, house)).toBe(house.shiftStart(now!).equals(house.shiftStart(doneAt!)));
      }),
      { numRuns: 500 },
    ));
});

// R12
describe('the day a note lives to', () => {
  const until = (day: string | null) => aNote('date', { untilDay: day === null ? null : on(day) });

  it.each(['2026-03-20', '2026-03-21', '2027-04-24'])('may be %s', (day) =>
    expect(until(day).untilDay?.toString()).toBe(day),
  );

  it.each([
    ['missing', null],
    ['over', '2026-03-19'],
    ['further than 400 days away', '2027-04-25'],
  ])('is refused when it is %s', (_, day) => expect(() => until(day)).toThrow(blamedOn('until')));

  it('is the house day, not the date on the wall', () => {
    const afterMidnight = { writtenAt: at('2026-03-21T03:59-04:00'), untilDay: on('2026-03-20') };
    expect(() => aNote('date', afterMidnight)).not.toThrow();
    expect(() => aNote('date', { ...afterMidnight, writtenAt: at('2026-03-21T04:00-04:00') })).toThrow();
  });

  it('counts for no other note', () => {
    expect(aNote('shift', { writtenAt: at(EVENING) }).untilDay).toBeNull();
    const facts = {
      number: 1,
      id: 'n',
      text: 'Bins',
      writtenAt: at(EVENING),
      personId: 'p',
      untilDay: on('2020-01-01'),
    };
    expect(new HouseNote({ ...facts, lives: 'done' }, aHouse()).untilDay).toBeNull();
  });
});

const byTime = (one: Temporal.Instant, other: Temporal.Instant): number =>
  one.epochMilliseconds - other.epochMilliseconds;

const isUpTo = (day: Temporal.PlainDate, last: Temporal.PlainDate): boolean =>
  day.toString() <= last.toString();
