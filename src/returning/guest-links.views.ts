import type { Temporal } from 'temporal-polyfill';
import type { Act } from '../domain/act.js';
import type { Guest } from '../domain/guest.js';
import { GuestName } from '../domain/guest-name.js';
import { linkGrounds, type StayBetween, type StaysOverlap } from '../domain/linked-guests.js';
import { mayDo } from '../domain/permissions.js';
import { day, moment } from '../web/dates.js';
import { type Answered, choices, field, hasErrors, listed } from '../web/fields.js';
import { knownAnswers } from '../web/known-answers.js';
import { linkedWords, UNLINKED } from '../web/link-words.js';
import { paths } from '../web/paths.js';
import { named, type Part, text } from '../web/sentence.js';
import { undoButton } from '../web/undo-button.js';
import type { GuestFacts, GuestForms } from './guest-page.views.js';

/** A line of what was linked and taken apart. */
export interface LinkLine {
  act: Act;
  personName: string;
  whyNotUndo: string | null;
}

/** The question whether somebody else on file is this guest. */
export function linkView({ link, otherName }: GuestForms, facts: GuestFacts) {
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
export function overlapWords({ one, other }: StaysOverlap, today: Temporal.PlainDate): Part[][] {
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

/** One line of what was linked and taken apart, and whether it can still be undone (R24). */
export function linkHistoryLine(
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
    undo: undoButton(isOpen ? act.id : null, facts.plainToken),
  };
}
