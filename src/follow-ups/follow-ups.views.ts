import type { Temporal } from 'temporal-polyfill';
import { labelOf } from '../domain/list-entry.js';
import { planPoints } from '../domain/follow-up.js';
import type { Offer } from '../domain/follow-up-offer.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { clockTime, day, dayShort, moment } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { houseHours, resultWords, wayWords } from './contact-words.views.js';
import type { FollowUpNow } from './follow-ups.service.js';

/** The guest of a follow-up, on the way to a page. */
export const guestOf = ({ guest, bedName }: FollowUpNow): GuestName => new GuestName(guest.name, bedName);

export const pointWords = ({ followUp }: FollowUpNow): string => labelOf(planPoints, followUp.point);

export function followUpsView(open: readonly FollowUpNow[], house: House, now: Temporal.Instant) {
  const of = (kind: Offer['kind']) =>
    open.filter(({ offer }) => offer.kind === kind).map((each) => lineOf(each, house, now));
  const due = of('now');
  return {
    title: 'Follow-ups',
    heading: due.length === 0 ? 'Nothing to call now' : `${due.length} to make now`,
    lead: `Calls can be made from ${houseHours}, or when the person said.`,
    parts: [
      { id: 'now', heading: 'Now', lines: due },
      { id: 'later', heading: 'Due, but not at this hour', lines: of('later') },
      { id: 'here', heading: 'Staying here again: ask in person', lines: of('here') },
      { id: 'waiting', heading: 'They will call us: don’t ring', lines: of('waiting') },
      { id: 'coming', heading: 'Coming up', lines: of('coming') },
    ].filter(({ lines }) => lines.length > 0),
    quiet: open.length === 0 ? 'All quiet. Nothing is due in the next two weeks.' : null,
  };
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
      lastTry(each, house, today),
    ]
      .filter((words) => words !== '')
      .join('. '),
    end: endWords(offer, house, today),
  };
}

function lastTry({ tries }: FollowUpNow, house: House, today: Temporal.PlainDate): string {
  const last = tries.at(-1);
  if (!last) return '';
  return `Tried ${moment(house.time, last.at, today)}: ${resultWords(last.result, last.channel).toLowerCase()}`;
}

function endWords(offer: Offer, house: House, today: Temporal.PlainDate): string {
  if (offer.kind === 'later') {
    return `From ${clockTime(house.time, offer.from)}, ${dayShort(house.time.local(offer.from).day)}`;
  }
  if (offer.kind === 'waiting')
    return `Waiting since ${day(house.time.houseDay(offer.since), today)}, until ${day(offer.until, today)}`;
  return offer.kind === 'coming' ? day(offer.on, today) : '';
}
