import { Temporal } from 'temporal-polyfill';
import type { AbsenceKind } from '../domain/absent-nights.js';
import { type BedStatus, claimedUntil, freeUntil, statusOf, waitingFor } from '../domain/bed-board.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { outInFull } from '../web/absence-words.js';
import { WORDS_TO_SAY } from '../web/asked-about.js';
import { counted } from '../web/counted.js';
import { clockTime, day, dayShort, moment, month } from '../web/dates.js';
import { keptHour } from '../web/kept-for.js';
import { statusWords } from './bed-card.views.js';
import { type BedNow, nameOf } from './board.service.js';
import { holdOf } from './held.views.js';

/** What the night sheet is drawn from: the facts of the board. */
export interface SheetFacts {
  house: House;
  now: Temporal.Instant;
  /** Those the board counts. */
  beds: readonly BedNow[];
  printedBy: string;
}

/** One page has room for this many beds and lines to write on together. */
const ROWS = 18;
const FEWEST_LINES = 5;

/** The night on paper: all there is of it when the computer is down (R52). */
export function nightSheetView({ house, now, beds, printedBy }: SheetFacts) {
  const today = house.time.houseDay(now);
  const end = today.add({ days: 1 });
  const here = beds.filter(({ stay }) => stay !== null).length;
  return {
    title: 'Night sheet',
    night: `night of ${dayShort(today)} to ${dayShort(end)} ${month(end)}`,
    freeLine: countLine(beds, today, 'free', 'free now'),
    readyLine: countLine(beds, today, 'getting-ready', 'getting ready'),
    hereLine: `${counted(here, 'guest')} here`,
    beds: beds.map((each) => rowOf(each, house, now)),
    lines: linesBeside(beds.length),
    fireLine: fireLine(beds),
    wordsToSay: WORDS_TO_SAY,
    ringFirst: house.onCall || 'your coordinator',
    printed: `Printed ${moment(house.time, now)} by ${printedBy}.`,
  };
}

/** Whoever is away is not looked for in a fire; whoever was not seen may be in the house (R21). */
function fireLine(beds: readonly BedNow[]): string {
  const here = beds.filter(({ stay }) => stay !== null);
  const out = (kind: AbsenceKind, words: string) => {
    const names = here.filter(({ absence }) => absence?.kind === kind).map(({ bed }) => bed.name);
    return names.length > 0 ? ` ${names.length} ${words}: ${names.join(', ')}.` : '';
  };
  if (here.length === 0) return 'tick each guest who is out. Nobody is here.';
  const all = `tick each guest who is out. ${counted(here.length, 'guest')} in all.`;
  return all + out('away', 'away') + out('not-seen', 'not seen, look for them too');
}

const linesBeside = (beds: number) =>
  Array.from({ length: Math.max(FEWEST_LINES, ROWS - beds) }, (_, index) => ({ number: index + 1 }));

/** '2 free now: Maple, Fern', counted as the board counts. */
function countLine(
  beds: readonly BedNow[],
  today: Temporal.PlainDate,
  status: BedStatus,
  words: string,
): string {
  const names = beds.filter((each) => statusOf(each, today) === status).map(({ bed }) => bed.name);
  return [`${names.length} ${words}`, names.join(', ')].filter(Boolean).join(': ');
}

/** One bed of the sheet. Nobody has said who may be told: that reads "Nobody" (R49). */
function rowOf(each: BedNow, house: House, now: Temporal.Instant) {
  const { bed, stay, absence } = each;
  const today = house.time.houseDay(now);
  const status = statusOf(each, today);
  return {
    bed: bed.name,
    room: bed.room,
    status: statusWords(each, status, today),
    dataStatus: status,
    guest: stay ? nameOf(each) : expectedIn(each, status),
    until: untilWords(each, status, house, today),
    mayBeTold: stay ? 'Nobody' : '',
    toKnow: absence ? outInFull(absence, house, now) : '',
  };
}

const isKept = (status: BedStatus): boolean => status === 'arriving' || status === 'held';

/** Whoever is expected in a bed that is kept; without a name the bed's status says enough. */
function expectedIn(each: BedNow, status: BedStatus): GuestName | null {
  const name = isKept(status) ? (holdOf(each)?.guestName ?? null) : null;
  return name === null ? null : new GuestName(name, each.bed.name);
}

function untilWords(each: BedNow, status: BedStatus, house: House, today: Temporal.PlainDate): string {
  const { stay, notReadySince } = each;
  if (stay)
    return [
      stayWords(stay, today),
      waitingFor(each, today) ? 'Two for this bed' : '',
      notReadySince ? 'Not made up yet' : '',
    ]
      .filter(Boolean)
      .join('. ');
  return emptyWords(each, status, house, today);
}

function emptyWords(each: BedNow, status: BedStatus, house: House, today: Temporal.PlainDate): string {
  const hold = holdOf(each);
  if (hold && isKept(status)) return `Kept until ${keptHour(hold.keepUntil, house, today)}`;
  const claimed = claimedUntil(each, today);
  if (claimed) return `Until ${day(claimed, today)}`;
  if (status === 'getting-ready') return `Since ${sinceWords(each.notReadySince!, house, today)}`;
  const until = status === 'free' ? freeUntil(each, today) : null;
  return until ? `Free until ${day(until, today)}` : '';
}

function stayWords(stay: NonNullable<BedNow['stay']>, today: Temporal.PlainDate): string {
  if (stay.isStayingOn(today)) return `Was to leave ${dayShort(stay.plannedDay)}`;
  if (stay.isLeavingOn(today)) return 'Free once they have left';
  return `Leaves ${day(stay.plannedDay, today)}`;
}

/** The time alone when it was on this house day: the sheet says the day at its head. */
function sinceWords(since: Temporal.Instant, { time }: House, today: Temporal.PlainDate): string {
  const isToday = Temporal.PlainDate.compare(time.houseDay(since), today) === 0;
  return isToday ? clockTime(time, since) : moment(time, since, today);
}
