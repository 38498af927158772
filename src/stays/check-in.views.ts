import type { Temporal } from 'temporal-polyfill';
import type { BedNow } from '../beds/board.service.js';
import { canBeGiven } from '../domain/bed-board.js';
import type { Hold } from '../domain/hold.js';
import type { House } from '../domain/house.js';
import type { KnownGuest } from '../domain/known-guest.js';
import type { TalkFirst } from '../domain/talk-first.js';
import type { StayLimits } from '../domain/stay-limits.js';
import { day, moment, momentShort } from '../web/dates.js';
import { type Answered, choices, field, hasErrors, problems, titleOf } from '../web/fields.js';
import { keptFor } from '../web/kept-for.js';
import { knownAnswers } from '../web/known-answers.js';
import { paths } from '../web/paths.js';
import { text } from '../web/sentence.js';
import { bedChoices, dayChoices, referralChoices, stayedBeforeChoices } from './check-in-choices.views.js';
import { type ExceptionAsked, exceptionView } from './exception.views.js';

export interface HeldFor {
  hold: Hold;
  guestName: string | null;
}

/** What the check-in page is drawn from. */
export interface CheckInFacts {
  house: House;
  now: Temporal.Instant;
  beds: readonly BedNow[];
  /** People who may be the same: asked once, as initials and month only (R17). */
  alike: readonly KnownGuest[];
  /** A bed that is not made up and wants one confirmation (R10). */
  notReady: BedNow | null;
  /** Coordinators to choose from, when the answer goes past what a shift records alone (R22). */
  exception: ExceptionAsked | null;
  /** A coordinator asked to talk first with the one who was chosen (R16). */
  talkFirst: TalkFirst | null;
  limits: StayLimits;
  /** Somebody who is here must not meet somebody: on call knows whom. */
  isTalkFirst: boolean;
  /** The hold they were expected by (R14). */
  held: HeldFor | null;
  draftSavedAt: Temporal.Instant | null;
  formToken: string;
}

const SAY_ALOUD = [
  '“You’re welcome here. You can leave any time.',
  'We write down little. You can read it, add to it, or ask us to put it differently.',
  'A few things I can’t keep to myself; shall I tell you which?”',
];

export function checkInView(form: Answered, facts: CheckInFacts) {
  const { house, now } = facts;
  const today = house.time.houseDay(now);
  return {
    title: titleOf(form, 'Welcome someone'),
    keptForm: true,
    problems: problems(form),
    beds: bedChoices(form, facts, today),
    name: nameField(form, facts),
    noName: { checked: form.typed('noName') === 'yes' },
    pronouns: field(form, 'pronouns', 'Pronouns', { optional: true }),
    stayedBefore: stayedBeforeChoices(form),
    days: dayChoices(form, facts, today),
    held: heldView(facts, today),
    arrivedAt: field(form, 'arrivedAt', 'Arrived', {
      type: 'datetime-local',
      hint: `Leave it empty for now, ${moment(house.time, now)}.`,
    }),
    referralSource: referralChoices(form, house),
    arrivedOpen: ['arrivedAt', 'pronouns', 'referralSource'].some((name) => form.typed(name) !== ''),
    ...askedView(form, facts),
    isTalkFirst: facts.isTalkFirst,
    sayAloud: SAY_ALOUD,
    cannotKeepHref: paths.cannotKeep(),
    undoUntil: `You can undo this until the shift ends, ${moment(house.time, house.shiftEnd(now))}.`,
    formToken: facts.formToken,
    draft: draftOf(facts),
    full: fullView(facts, today),
  };
}

/** Where to go on when there is no bed; null while there is one. */
const fullView = ({ beds }: CheckInFacts, today: Temporal.PlainDate) =>
  beds.some((bed) => canBeGiven(bed, today))
    ? null
    : { callsHref: paths.calls(), waitlistHref: paths.waitlist(), timelineHref: paths.timeline() };

const nameField = (form: Answered, { held }: CheckInFacts) =>
  field(form, 'name', 'Name they go by', {
    hint: held?.guestName
      ? 'Leave it empty to use the name the bed is kept under.'
      : 'Any name. It needn’t be on a paper.',
    autofocus: !hasErrors(form),
  });

const draftOf = ({ draftSavedAt, held, house }: CheckInFacts) =>
  draftSavedAt && {
    savedAt: moment(house.time, draftSavedAt),
    place: held ? paths.checkInFrom(held.hold.id) : paths.checkIn(),
  };

/** Who the bed is kept for, and the way out when somebody else stands at the door. */
function heldView({ held, beds, house }: CheckInFacts, today: Temporal.PlainDate) {
  if (!held) return null;
  const { hold, guestName } = held;
  const bedName = beds.find(({ bed }) => bed.id === hold.bedId)?.bed.name ?? '';
  const { keepUntil } = hold;
  return {
    holdId: hold.id,
    words: [text(`${bedName}: `), ...keptFor({ guestName, keepUntil }, bedName, house, today), text('.')],
    otherHref: paths.checkIn(),
  };
}

/** What the page asks only when an answer stands against another record. */
const askedView = (form: Answered, facts: CheckInFacts) => ({
  suggestions: suggestionsOf(form, facts),
  talkFirst: facts.talkFirst && talkFirstQuestion(form, facts.talkFirst, facts),
  confirm: confirmView(form, facts),
  exception: facts.exception && exceptionView(form, facts.exception),
});

function suggestionsOf(form: Answered, { alike }: CheckInFacts) {
  if (alike.length === 0) return null;
  const answers = [...knownAnswers(alike), { value: 'new', label: 'Someone new', detail: null }];
  const question = choices(form, 'guestId', 'Is it the same person?', answers, { width: 'mid' });
  // What was answered is asked no more: the page leads on to what is
  return {
    ...question,
    isAnswered: question.options.some(({ checked }) => checked) && form.errors.guestId === undefined,
  };
}

/** Either answer goes on: no record bars anyone. */
export const talkFirstQuestion = (
  form: Answered,
  { id, reason, untilDay, toldAt, answer }: TalkFirst,
  { house, now }: Pick<CheckInFacts, 'house' | 'now'>,
) => ({
  lineId: id,
  reason,
  until: `Until ${day(untilDay, house.time.houseDay(now))}.`,
  isToTell: toldAt === null,
  answer,
  talked: choices(form, 'talked', 'Did you talk with a coordinator?', [
    { value: 'talked', label: 'Yes, we talked' },
    { value: 'not-reached', label: 'Nobody could be reached' },
  ]),
});

function confirmView(form: Answered, { notReady, house }: CheckInFacts) {
  if (!notReady?.notReadySince) return null;
  return {
    bedName: notReady.bed.name,
    since: momentShort(house.time, notReady.notReadySince),
    checked: form.typed('confirmNotReady') === 'yes',
  };
}
