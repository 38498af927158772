import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../domain/days.js';
import type { Guest } from '../domain/guest.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import type { KnownGuest } from '../domain/known-guest.js';
import type { StaysOverlap } from '../domain/linked-guests.js';
import { mayDo } from '../domain/permissions.js';
import type { Role } from '../domain/person.js';
import type { GuestStay } from '../guests/guest-stays.service.js';
import type { TalkFirst } from '../domain/talk-first.js';
import { counted } from '../web/counted.js';
import { day, moment } from '../web/dates.js';
import { type Answered, hasErrors, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { linkHistoryLine, type LinkLine, linkView, overlapWords } from './guest-links.views.js';

/** What a guest's page is drawn from. */
export interface GuestFacts {
  house: House;
  now: Temporal.Instant;
  guest: Guest;
  /** On all linked records, the newest first. */
  stays: readonly GuestStay[];
  /** The records this one is linked to. */
  others: readonly Guest[];
  /** Who may be the same besides. */
  alike: readonly KnownGuest[];
  links: readonly LinkLine[];
  /** A coordinator asked to talk with them first (R16). */
  talkFirst: TalkFirst | null;
  role: Role;
  overlap: StaysOverlap | null;
  refused: string | null;
  draftSavedAt: Temporal.Instant | null;
  /** For the form that is kept when it is half filled in, and for those that are not. */
  formToken: string;
  plainToken: string;
}

/** The forms of the page; only one was sent. */
export interface GuestForms {
  link: Answered;
  otherName: Answered;
}

export function guestView(forms: GuestForms, facts: GuestFacts) {
  const { house, now, guest, stays, others, overlap } = facts;
  const today = house.time.houseDay(now);
  const sent = hasErrors(forms.otherName) ? forms.otherName : forms.link;
  return {
    title: titleOf(sent, 'Guest'),
    keptForm: facts.alike.length > 0,
    problems: problems(sent),
    guest: nameOf(guest, stays),
    pronouns: guest.pronouns ?? '',
    lead: leadOf(stays, others.length),
    refused: facts.refused,
    overlap: overlap && overlapWords(overlap, today),
    stays: stays.map((stay) => stayLine(stay, facts, today)),
    others: others.map((other) => otherLine(other, facts)),
    ...linkView(forms, facts),
    talkFirst: talkFirstLine(facts),
    consentsHref: paths.consents(guest.id),
    history: facts.links.map((line) => linkHistoryLine(line, facts, today)).reverse(),
    draft: facts.draftSavedAt && {
      savedAt: moment(house.time, facts.draftSavedAt),
      place: paths.guest(guest.id),
    },
  };
}

/** A guest without a name goes by the bed of their last stay. */
const nameOf = ({ id, name }: Guest, stays: readonly GuestStay[]): GuestName =>
  new GuestName(name, stays.find(({ guestId }) => guestId === id)?.bedName ?? 'the house');

function leadOf(stays: readonly GuestStay[], others: number): string {
  const linked = others === 0 ? '' : `, written down as ${counted(others + 1, 'guest')}`;
  return `${counted(stays.length, 'stay')}${linked}`;
}

function stayLine(stay: GuestStay, { guest, others }: GuestFacts, today: Temporal.PlainDate) {
  const isElsewhere = others.length > 0 && stay.guestId !== guest.id;
  return {
    href: paths.stay(stay.id),
    bedName: stay.bedName,
    days: `Came ${day(stay.arrivalDay, today)} · ${endOf(stay, today)}`,
    // Told apart only where there is something to tell apart
    recordedAs: isElsewhere ? new GuestName(stay.guestName, stay.bedName) : null,
  };
}

function endOf({ departureDay, plannedDay }: GuestStay, today: Temporal.PlainDate): string {
  if (departureDay) return `left ${day(departureDay, today)}`;
  return `here now, ${isBefore(plannedDay, today) ? 'was to leave' : 'leaves'} ${day(plannedDay, today)}`;
}

/** The line that holds, or the way for a coordinator to write one. */
const talkFirstLine = ({ guest, talkFirst, role, house, now }: GuestFacts) => ({
  href: paths.talkFirst(guest.id),
  until: talkFirst && `Until ${day(talkFirst.untilDay, house.time.houseDay(now))}`,
  reason: talkFirst?.reason ?? '',
  isOffered: talkFirst === null && mayDo(role, 'guests.talkFirst'),
});

const otherLine = (other: Guest, { stays, plainToken }: GuestFacts) => ({
  guest: nameOf(other, stays),
  stays: counted(stays.filter(({ guestId }) => guestId === other.id).length, 'stay'),
  action: paths.guestUnlink(other.id),
  formToken: plainToken,
});
