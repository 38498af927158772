import type { Temporal } from 'temporal-polyfill';
import type { BedNow } from '../beds/board.service.js';
import { canBeGiven, freeUntil } from '../domain/bed-board.js';
import { isBefore } from '../domain/days.js';
import type { Guest } from '../domain/guest.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { nightsBetween } from '../domain/house-time.js';
import type { Person } from '../domain/person.js';
import { type Stay, stayedBeforeAnswers } from '../domain/stay.js';
import { clockTime, day, dayShort, moment, month, nights } from '../web/dates.js';
import { type Answered, choices, field, hasErrors, problems, titleOf } from '../web/fields.js';
import { exceptionView } from './exception.views.js';
import { stayedBeforeWords } from './stays.views.js';

/** What the check-in page is drawn from. */
export interface CheckInFacts {
  house: House;
  now: Temporal.Instant;
  beds: readonly BedNow[];
  /** People who may be the same: asked once, as initials and month only (R17). */
  alike: readonly { guest: Guest; lastStay: Stay }[];
  /** A bed that is not made up and wants one confirmation (R10). */
  notReady: BedNow | null;
  /** Coordinators to choose from, when the answer goes past what a shift records alone (R22). */
  whoCanAgree: readonly Person[] | null;
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
    name: field(form, 'name', 'Name they go by', {
      hint: 'Any name. It needn’t be on a paper.',
      autofocus: !hasErrors(form),
    }),
    noName: { checked: form.typed('noName') === 'yes' },
    pronouns: field(form, 'pronouns', 'Pronouns', { optional: true }),
    stayedBefore: stayedBeforeChoices(form),
    days: dayChoices(form, house, now, today),
    arrivedAt: field(form, 'arrivedAt', 'Arrived', {
      type: 'datetime-local',
      hint: `Leave it empty for now, ${moment(house.time, now)}.`,
    }),
    arrivedOpen: form.typed('arrivedAt') !== '',
    ...askedView(form, facts),
    sayAloud: SAY_ALOUD,
    undoUntil: `You can undo this until the shift ends, ${moment(house.time, house.shiftEnd(now))}.`,
    formToken: facts.formToken,
    draft: facts.draftSavedAt && { savedAt: moment(house.time, facts.draftSavedAt) },
    isFull: !facts.beds.some((bed) => canBeGiven(bed, today)),
  };
}

/** What the page asks only when an answer stands against another record. */
const askedView = (form: Answered, facts: CheckInFacts) => ({
  suggestions: suggestionsOf(form, facts),
  confirm: confirmView(form, facts),
  exception: facts.whoCanAgree && exceptionView(form, facts.whoCanAgree),
});

function bedChoices(form: Answered, { beds, house }: CheckInFacts, today: Temporal.PlainDate) {
  const free = beds.filter((bed) => canBeGiven(bed, today));
  const options = free.map((each) => ({
    value: each.bed.id,
    label: each.bed.name,
    detail: [each.notReadySince ? 'Getting ready.' : '', bedWords(each, today)].filter(Boolean).join(' '),
    marks: shortMarks(each, today, house.mostNights),
  }));
  const wanted = form.typed('bedId');
  const isThere = options.some(({ value }) => value === wanted);
  const chosen = wanted === '' && !form.errors.bedId ? firstBed(free) : wanted;
  return choices(answering(form, chosen), 'bedId', 'Bed', options, {
    width: options.length > 4 ? 'mid' : 'wide',
    // Whoever is offered a way out chooses: nothing is swapped by itself
    hint: wanted !== '' && !isThere ? 'The bed you chose is not free now. Choose another.' : null,
  });
}

/** Chosen beforehand: the first that is made up, before one that is not. */
const firstBed = (free: readonly BedNow[]): string =>
  (free.find(({ notReadySince }) => notReadySince === null) ?? free[0])?.bed.id ?? '';

/** The same form with another answer standing in for the one question being drawn. */
const answering = (form: Answered, answer: string): Answered => ({
  errors: form.errors,
  ready: form.ready,
  typed: () => answer,
});

/** 'Free', or until when: "Free until Tue 24". */
export function bedWords(bed: BedNow, today: Temporal.PlainDate): string {
  const until = freeUntil(bed, today);
  return until ? `Free until ${dayShort(until)}` : 'Free';
}

/** `no-3 no-4`: this bed is not free for three or four nights; the style sheet hides those days. */
function shortMarks(bed: BedNow, today: Temporal.PlainDate, most: number): string {
  const until = freeUntil(bed, today);
  const marks = Array.from({ length: most }, (_, index) => index + 1).filter(
    (count) => until !== null && isBefore(until, today.add({ days: count })),
  );
  return marks.map((count) => `no-${count}`).join(' ');
}

function stayedBeforeChoices(form: Answered) {
  const answers = stayedBeforeAnswers.map((value) => ({ value, label: stayedBeforeWords[value] }));
  return choices(form, 'stayedBefore', '“Have you stayed before? It’s fine not to say.”', answers);
}

function dayChoices(form: Answered, house: House, now: Temporal.Instant, today: Temporal.PlainDate) {
  const isPastMidnight = isBefore(today, house.time.local(now).day);
  const days = Array.from({ length: house.mostNights }, (_, index) => today.add({ days: index + 1 }));
  const options = days.map((date) => {
    const count = nightsBetween(today, date);
    const isThisMorning = isPastMidnight && count === 1;
    return {
      value: date.toString(),
      label: isThisMorning ? `Until this morning, ${dayShort(date)}` : day(date, today),
      detail: detailOf(count, isThisMorning),
      marks: `night-${count}`,
    };
  });
  return choices(form, 'departureDay', 'Leaving', options);
}

const detailOf = (count: number, isThisMorning: boolean): string => {
  if (isThisMorning) return 'counts as 1 night';
  return count === 1 ? '1 night, then see' : nights(count);
};

function suggestionsOf(form: Answered, { alike }: CheckInFacts) {
  if (alike.length === 0) return null;
  const options = alike.map(({ guest, lastStay }) => ({
    value: guest.id,
    label: new GuestName(guest.name, 'the house').initials(),
    detail: `stayed in ${month(lastStay.arrivalDay)}`,
  }));
  const answers = [...options, { value: 'new', label: 'Someone new', detail: null }];
  return choices(form, 'guestId', 'Is it the same person?', answers, { width: 'mid' });
}

function confirmView(form: Answered, { notReady, house }: CheckInFacts) {
  if (!notReady?.notReadySince) return null;
  return {
    bedName: notReady.bed.name,
    since: clockTime(house.time, notReady.notReadySince),
    checked: form.typed('confirmNotReady') === 'yes',
  };
}
