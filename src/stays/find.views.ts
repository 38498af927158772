import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../domain/days.js';
import { GuestName } from '../domain/guest-name.js';
import { counted } from '../web/counted.js';
import { day } from '../web/dates.js';
import { type Answered, field, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { Found, FoundStay } from './find.service.js';

export type Tab = 'here' | 'left';

/** What the page to find stays is drawn from. */
export interface FindFacts {
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
    q: field(form, 'q', 'Name', { hint: hintOf(facts) }),
    tabs: [
      { href: paths.staysHere(), label: 'Here now', current: tab === 'here' },
      { href: paths.staysLeft(), label: 'Left', current: tab === 'left' },
    ],
    ...headOf(facts),
    stays: found.stays.map((stay) => lineOf(stay, today)),
    earlierHref: tab === 'left' && found.hasMore ? paths.staysLeftBefore(found.stays.at(-1)!.id) : null,
    latestHref: facts.isFurther ? paths.staysLeft() : null,
    askedAboutHref: paths.askedAbout(),
  };
}

/** Under either tab: the search does not stop at the list that is open. */
const HINT = 'A part of it is enough. Looks among all stays, here and left.';
const hintOf = ({ isNameShown }: FindFacts): string =>
  isNameShown ? HINT : `${HINT} To see whole names, show names first.`;

/** What stands over the list, and what there is to say when it is empty or cut short. */
interface Head {
  heading: string;
  words: string | null;
}

function headOf({ tab, isFurther, found }: FindFacts): Head {
  if (tab === 'here') return hereHead(found.stays.length);
  if (tab === null) return foundHead(found);
  if (found.stays.length > 0) return { heading: 'Left, the latest first', words: null };
  return { heading: 'Left', words: isFurther ? 'Nobody left before these.' : 'Nobody has left yet.' };
}

function hereHead(count: number): Head {
  if (count === 0) return { heading: 'Here now', words: 'All quiet. Nobody is staying just now.' };
  return { heading: `${counted(count, 'guest')} here`, words: null };
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

function lineOf(stay: FoundStay, today: Temporal.PlainDate) {
  return {
    href: paths.stay(stay.id),
    guest: new GuestName(stay.guestName, stay.bedName),
    // A guest without a name goes by the bed already
    bedName: stay.guestName === null ? null : stay.bedName,
    days: `Came ${day(stay.arrivalDay, today)} · ${endOf(stay, today)}`,
  };
}

function endOf({ plannedDay, departureDay, isDeath }: FoundStay, today: Temporal.PlainDate): string {
  if (departureDay) return `${isDeath ? 'died' : 'left'} ${day(departureDay, today)}`;
  return `${isBefore(plannedDay, today) ? 'was to leave' : 'leaves'} ${day(plannedDay, today)}`;
}
