import { Temporal } from 'temporal-polyfill';
import type { Act } from '../domain/act.js';
import { isBefore } from '../domain/days.js';
import type { Guest } from '../domain/guest.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import type { KnownGuest } from '../domain/known-guest.js';
import { linkGrounds, type StayBetween, type StaysOverlap } from '../domain/linked-guests.js';
import { mayDo } from '../domain/permissions.js';
import type { Role } from '../domain/person.js';
import type { GuestStay } from '../guests/guest-stays.service.js';
import type { TalkFirst } from '../domain/talk-first.js';
import { counted } from '../web/counted.js';
import { day, moment } from '../web/dates.js';
import { type Answered, choices, field, hasErrors, listed, problems, titleOf } from '../web/fields.js';
import { knownAnswers } from '../web/known-answers.js';
import { linkedWords, UNLINKED } from '../web/link-words.js';
import { paths } from '../web/paths.js';
import { named, type Part, text } from '../web/sentence.js';

/** A line of what was linked and taken apart. */
interface LinkLine {
  act: Act;
  personName: string;
  whyNotUndo: string | null;
}

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
    history: facts.links.map((line) => historyLine(line, facts, today)).reverse(),
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

/** The question whether somebody else on file is this guest. */
function linkView({ link, otherName }: GuestForms, facts: GuestFacts) {
  const { guest, alike, role, formToken } = facts;
  const isCoordinator = mayDo(role, 'guests.linkSlip');
  const grounds = listed(linkGrounds).filter(({ value }) => isCoordinator || value !== 'slip');
  return {
    none: alike.length === 0 ? noneWords(guest, otherName) : null,
    link: alike.length > 0 && {
      action: paths.guestLinks(guest.id),
      formToken,
      other: choices(link, 'other', 'Who is it?', knownAnswers(alike), { width: 'mid' }),
      ground: choices(link, 'ground', 'How do you know?', grounds, {
        width: 'mid',
        hint: isCoordinator ? null : 'Was it only mistyped? A coordinator can link that.',
      }),
      reason: isCoordinator
        ? field(link, 'reason', 'What was mistyped?', { optional: true, hint: 'For a mistyped name only.' })
        : null,
    },
    find: {
      action: paths.guestFind(guest.id),
      isOpen: otherName.typed('q') !== '' || hasErrors(otherName),
      q: field(otherName, 'q', 'Another name they went by'),
    },
  };
}

const noneWords = ({ name }: Guest, otherName: Answered): string => {
  if (otherName.typed('q') !== '') return 'Nobody who left goes by a name like this.';
  return name === null
    ? 'There is no name yet to look for.'
    : 'Nobody else who left goes by a name like this.';
};

/** 'S.I. was in Maple from Tue 3 to Fri 6 March, J.R. …': both stays are named (R46). */
function overlapWords({ one, other }: StaysOverlap, today: Temporal.PlainDate): Part[][] {
  return [one, other].map((stay) => [
    named(new GuestName(stay.guestName, stay.bedName)),
    text(stay.departureDay ? wasWords(stay, stay.departureDay, today) : isWords(stay, today)),
  ]);
}

const wasWords = (
  { bedName, arrivalDay }: StayBetween,
  left: Temporal.PlainDate,
  today: Temporal.PlainDate,
) => ` was in ${bedName} from ${day(arrivalDay, today)} to ${day(left, today)}.`;

const isWords = ({ bedName, arrivalDay }: StayBetween, today: Temporal.PlainDate) =>
  ` is in ${bedName} since ${day(arrivalDay, today)}.`;

function historyLine(
  { act, personName, whyNotUndo }: LinkLine,
  facts: GuestFacts,
  today: Temporal.PlainDate,
) {
  const isOpen = act.undoUntil !== null && whyNotUndo === null;
  return {
    words: act.kind === 'guest.linked' ? linkedWords(act.details.ground ?? '') : UNLINKED,
    meta: `${moment(facts.house.time, act.at, today)}, ${personName}`,
    reason: act.reason,
    undone: act.undoneByAct !== null,
    undo: isOpen ? { action: paths.undo(act.id), formToken: facts.plainToken, label: 'Undo' } : null,
  };
}
