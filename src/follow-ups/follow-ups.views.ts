import type { Temporal } from 'temporal-polyfill';
import { hoursWords } from '../domain/hours.js';
import { type ClosedAs, type FollowUp, pointLabel } from '../domain/follow-up.js';
import type { Offer } from '../domain/follow-up-offer.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { clockTime, day, dayShort, moment } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { resultWords, wayWords } from './contact-words.views.js';
import { filterLinks, isIn, type ListFilter, quietWords } from './list-filter.views.js';
import type { FollowUpNow } from './follow-ups.service.js';

/** The guest of a follow-up, on the way to a page. */
export const guestOf = ({ guest, bedName }: FollowUpNow): GuestName => new GuestName(guest.name, bedName);

export const pointWords = ({ followUp }: FollowUpNow): string => pointLabel(followUp.point);

/** What the list is drawn from. */
export interface ListFacts {
  open: readonly FollowUpNow[];
  done: readonly FollowUpNow[];
  show: ListFilter;
  /** Whose list it is, where only what they were asked for is shown. */
  mine: string;
  house: House;
  now: Temporal.Instant;
}

export function followUpsView({ open: all, done, show, mine, house, now }: ListFacts) {
  const isMine = ({ caller }: FollowUpNow) => !show.isMine || caller?.id === mine;
  const open = all.filter(isMine).filter((each) => isIn(show.part, each, house.time.houseDay(now)));
  const of = (kind: Offer['kind']) =>
    open.filter(({ offer }) => offer.kind === kind).map((each) => lineOf(each, house, now));
  const due = of('now');
  const ended = show.part === 'done' ? done.filter(isMine) : [];
  const parts = [
    { id: 'now', heading: 'Now', lines: due },
    { id: 'later', heading: 'Due, but not at this hour', lines: of('later') },
    { id: 'here', heading: 'Staying here again: ask in person', lines: of('here') },
    { id: 'waiting', heading: 'They will call us: don’t ring', lines: of('waiting') },
    { id: 'coming', heading: 'Coming up', lines: of('coming') },
    { id: 'done', heading: 'Done in the last 30 days', lines: ended.map((each) => lineOf(each, house, now)) },
  ].filter(({ lines }) => lines.length > 0);
  return {
    title: 'Follow-ups',
    ...filterLinks(show),
    heading: headingOf(show, due.length),
    lead: `Calls can be made from ${hoursWords(house.contact.hours)}, or when the person said.`,
    parts,
    quiet: parts.length === 0 ? quietWords(show) : null,
  };
}

function headingOf({ part }: ListFilter, due: number): string {
  if (part === 'done') return 'Follow-ups that are done';
  return due === 0 ? 'Nothing to call now' : `${due} to make now`;
}

function lineOf(each: FollowUpNow, house: House, now: Temporal.Instant) {
  const { followUp, consent, offer } = each;
  const today = house.time.houseDay(now);
  return {
    href: paths.followUp(followUp.id),
    guest: guestOf(each),
    // Two guests can have the same initials; one without a name goes by the bed already
    bedName: each.guest.name === null ? null : each.bedName,
    point: pointWords(each),
    about: [
      `Due ${day(followUp.dueOn, today)}`,
      offer.kind === 'waiting' ? '' : wayWords(consent),
      askedFor(each),
      lastTry(each, house, today),
    ]
      .filter((words) => words !== '')
      .join('. '),
    end: followUp.closedAt ? doneWords(followUp, house, today) : endWords(offer, house, today),
  };
}

function askedFor({ caller }: FollowUpNow): string {
  if (!caller) return '';
  return caller.worksHere ? `Asked for ${caller.name}` : `Asked for ${caller.name}, who left: the team rings`;
}

function lastTry({ tries, lastReached }: FollowUpNow, house: House, today: Temporal.PlainDate): string {
  const last = tries.at(-1);
  const isTold = lastReached === null || last?.at.equals(lastReached);
  return [
    last &&
      `Tried ${moment(house.time, last.at, today)}: ${resultWords(last.result, last.channel).toLowerCase()}`,
    isTold ? null : `Last reached ${moment(house.time, lastReached, today)}`,
  ]
    .filter(Boolean)
    .join('. ');
}

const doneAs: Partial<Record<ClosedAs, string>> = {
  reached: 'Reached',
  'not-reached': 'Not reached',
  'not-this-one': 'Not this one',
};

const doneWords = ({ closedAt, closedAs }: FollowUp, { time }: House, today: Temporal.PlainDate): string =>
  `${doneAs[closedAs!] ?? 'Ended'}, ${day(time.houseDay(closedAt!), today)}`;

function endWords(offer: Offer, house: House, today: Temporal.PlainDate): string {
  if (offer.kind === 'later') {
    return `From ${clockTime(house.time, offer.from)}, ${dayShort(house.time.local(offer.from).day)}`;
  }
  if (offer.kind === 'waiting')
    return `Waiting since ${day(house.time.houseDay(offer.since), today)}, until ${day(offer.until, today)}`;
  return offer.kind === 'coming' ? day(offer.on, today) : '';
}
