import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { type Shift, shiftAfter, shiftBefore } from '../domain/shift.js';
import { dayInFull } from '../web/dates.js';
import { guestNoteLine } from '../web/note-line.js';
import { paths } from '../web/paths.js';
import { shiftHours } from '../web/shift-words.js';
import { lapsedLine } from './bed-lines.views.js';
import { happenedLine } from './happened.views.js';
import { noteLine } from './note-lines.views.js';
import type { PastShift } from './past-shift.service.js';
import { peopleLines } from './people-lines.views.js';

/** A shift that is over: what it left behind, and nothing that can be pressed. */
export function pastShiftView(past: PastShift, { house, now }: { house: House; now: Temporal.Instant }) {
  const { shift, people } = past;
  const hours = shiftHours(house, shift);
  return {
    title: `Shift, ${hours}`,
    hours,
    began: `It began ${dayInFull(shift.day)}.`,
    earlier: linkTo(house, shiftBefore(house, shift), now),
    later: linkTo(house, shiftAfter(house, shift), now),
    nowHref: paths.shift(),
    people: peopleLines(people),
    incidents: past.incidents,
    withoutBed: past.withoutBed,
    ...linesOf(past, house, house.time.houseDay(now)),
  };
}

function linesOf(
  { shift, happened, lapsed, notes, guestNotes }: PastShift,
  house: House,
  today: Temporal.PlainDate,
) {
  const facts = { house, today, formToken: '', fresh: new Set<string>() };
  return {
    happened: [
      ...happened.map((each) => happenedLine(each, house)),
      ...lapsed.map((each) => lapsedLine(each, house, shift.day)),
    ],
    notes: notes.map((each) => ({ ...noteLine(each, facts), doneForm: null, undo: null })),
    guestNotes: guestNotes.map((each) => guestNoteLine(each, facts)),
  };
}

/** The way to another shift, by its hours; the one that is running has its own page. */
export function linkTo(house: House, shift: Shift, now: Temporal.Instant) {
  const isRunning = house.shiftStart(now).equals(shift.start);
  const href = isRunning ? paths.shift() : paths.shiftOf(shift.day.toString(), shift.slot);
  return { href, words: shiftHours(house, shift) };
}
