import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../domain/days.js';
import type { Bed } from '../domain/bed.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { counted } from '../web/counted.js';
import { day, moment, nightBehind } from '../web/dates.js';
import { type Answered, field, problems, select, titleOf } from '../web/fields.js';
import { keptHour } from '../web/kept-for.js';
import { paths } from '../web/paths.js';
import type { Expected, Found, FoundStay } from './find.service.js';

export type Tab = 'here' | 'coming' | 'left';

/** What the page to find stays is drawn from. */
export interface FindFacts {
  house: House;
  beds: readonly Bed[];
  /** Who is expected, on their own tab. */
  expected: readonly Expected[];
  /** The current house day. */
  today: Temporal.PlainDate;
  /** False while the desk shows initials. */
  isNameShown: boolean;
  /** Null below the answer to a search. */
  tab: Tab | null;
  /** The page is one of those after the first. */
  isFurther: boolean;
  found: Found;
}

export function findView(form: Answered, facts: FindFacts) {
  const { tab, found, today } = facts;
  return {
    title: titleOf(form, 'Find'),
    problems: problems(form),
    action: paths.findStay(),
    q: field(form, 'q', 'Name', { optional: true, hint: hintOf(facts) }),
    ...otherwise(form, facts),
    tabs: [
      { href: paths.staysHere(), label: 'Here now', current: tab === 'here' },
      { href: paths.staysComing(), label: 'Coming', current: tab === 'coming' },
      { href: paths.staysLeft(), label: 'Left', current: tab === 'left' },
    ],
    ...headOf(facts),
    stays: [
      ...found.stays.map((stay) => lineOf(stay, facts.house, today)),
      ...facts.expected.map((each) => expectedLine(each, facts)),
    ],
    earlierHref: tab === 'left' && found.hasMore ? paths.staysLeftBefore(found.stays.at(-1)!.id) : null,
    latestHref: facts.isFurther ? paths.staysLeft() : null,
    findNoteHref: paths.findNote(),
    askedAboutHref: paths.askedAbout(),
  };
}

/** What else may be remembered of a stay. */
const otherwise = (form: Answered, { beds }: FindFacts) => ({
  isMoreOpen: ['month', 'bedId'].some((name) => form.typed(name) !== '' || form.errors[name] !== undefined),
  month: field(form, 'month', 'They came in the month', { optional: true, hint: 'As 2026-11.' }),
  bed: select(form, 'bedId', 'They slept in', [
    { value: '', label: 'Any bed' },
    ...beds.map(({ id, name }) => ({ value: id, label: name })),
  ]),
});

/** Under either tab: the search does not stop at the list that is open. */
const HINT = 'A part of it is enough. Looks among all stays, here and left.';
const hintOf = ({ isNameShown }: FindFacts): string =>
  isNameShown ? HINT : `${HINT} To see whole names, show names first.`;

/** What stands over the list, and what there is to say when it is empty or cut short. */
interface Head {
  heading: string;
  words: string | null;
}

function headOf(facts: FindFacts): Head {
  const { tab, isFurther, found } = facts;
  if (tab === 'here') return hereHead(found.stays.length);
  if (tab === 'coming') return comingHead(facts.expected.length);
  if (tab === null) return foundHead(found);
  if (found.stays.length > 0) return { heading: 'Left, the latest first', words: null };
  return { heading: 'Left', words: isFurther ? 'Nobody left before these.' : 'Nobody has left yet.' };
}

function hereHead(count: number): Head {
  if (count === 0) return { heading: 'Here now', words: 'All quiet. Nobody is staying just now.' };
  return { heading: `${counted(count, 'guest')} here`, words: null };
}

function comingHead(count: number): Head {
  if (count === 0) return { heading: 'Coming', words: 'No bed is kept for anyone.' };
  return { heading: `${counted(count, 'bed')} kept`, words: null };
}

function foundHead({ stays, hasMore }: Found): Head {
  const count = stays.length;
  if (count === 0)
    return { heading: 'Nothing found', words: 'Try fewer letters, or another way to write it.' };
  if (hasMore) return { heading: `The newest ${count} stays`, words: 'Type more of the name to see fewer.' };
  return {
    heading: `${counted(count, 'stay')} found${count === 1 ? '' : ', the newest first'}`,
    words: null,
  };
}

function lineOf(stay: FoundStay, house: House, today: Temporal.PlainDate) {
  return {
    href: paths.stay(stay.id),
    guest: new GuestName(stay.guestName, stay.bedName),
    // A guest without a name goes by the bed already
    bedName: stay.guestName === null ? null : stay.bedName,
    days: `Came ${cameWords(stay, house, today)} · ${endOf(stay, house, today)}`,
  };
}

function expectedLine(each: Expected, { house, today }: FindFacts) {
  return {
    href: paths.hold(each.id),
    guest: new GuestName(each.guestName, each.bedName),
    bedName: each.guestName === null ? null : each.bedName,
    days: `From ${day(each.firstNight, today)} to ${day(each.endNight, today)} · kept until ${keptHour(each.keepUntil, house, today)}`,
  };
}

/** With the night, for one who came after midnight (R1). */
const cameWords = (
  { arrivedAt, arrivalDay }: FoundStay,
  { time }: House,
  today: Temporal.PlainDate,
): string => moment(time, arrivedAt, today) + nightBehind(time.local(arrivedAt).day, arrivalDay);

function endOf(stay: FoundStay, { time }: House, today: Temporal.PlainDate): string {
  const { plannedDay, departureDay, leftAt, isDeath } = stay;
  if (!leftAt) return `${isBefore(plannedDay, today) ? 'was to leave' : 'leaves'} ${day(plannedDay, today)}`;
  // No time of day: sometimes nobody knows it
  const date = time.local(leftAt).day;
  return `${isDeath ? 'died' : 'left'} ${day(date, today)}${nightBehind(date, departureDay!)}`;
}
