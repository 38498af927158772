import type { Temporal } from 'temporal-polyfill';
import type { BedNow } from '../beds/board.service.js';
import { canBeGiven, freeUntil } from '../domain/bed-board.js';
import { isBefore } from '../domain/days.js';
import type { House } from '../domain/house.js';
import { nightsBetween, parseDay } from '../domain/house-time.js';
import { NOT_ASKED } from '../domain/referral-sources.js';
import type { StayLimits } from '../domain/stay-limits.js';
import { stayedBeforeAnswers } from '../domain/stay.js';
import { day, dayShort, nights } from '../web/dates.js';
import { type Answered, choices, listed, select } from '../web/fields.js';
import type { CheckInFacts } from './check-in.views.js';
import { stayedBeforeWords } from './stays.views.js';

/** The beds that can be given on this house day, the first that is made up chosen beforehand. */
export function bedChoices(form: Answered, { beds, limits, house }: CheckInFacts, today: Temporal.PlainDate) {
  const most = lastNumber(limits.leavingDays(today), today);
  const free = beds.filter((bed) => canBeGiven(bed, today));
  const options = free.map((each) => ({
    value: each.bed.id,
    label: each.bed.name,
    detail: [
      each.notReadySince ? 'Not made up yet.' : '',
      bedWords(each, today),
      ownLimit(each, limits, today),
      offersOf(each, house),
    ]
      .filter(Boolean)
      .join(' '),
    marks: shortMarks(each, today, most),
  }));
  const wanted = form.typed('bedId');
  const isThere = options.some(({ value }) => value === wanted);
  const chosen = wanted === '' && !form.errors.bedId ? firstBed(free) : wanted;
  return choices(answering(form, chosen), 'bedId', 'Bed', options, {
    width: options.length > 3 ? 'mid' : 'wide',
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

/** The limit that a bed has of its own (R22): "Up to 3 nights". */
function ownLimit({ bed }: BedNow, limits: StayLimits, today: Temporal.PlainDate): string {
  const most = limits.inForce(bed.id, today)?.mostNights ?? null;
  return most === null ? '' : `Up to ${nights(most)}.`;
}

const lastNumber = (days: readonly Temporal.PlainDate[], today: Temporal.PlainDate): number =>
  nightsBetween(today, days.at(-1)!);

/** What it offers, for those who need it: after a dot, when anything is said of it. */
const offersOf = ({ bed }: BedNow, { lists }: House): string => {
  const offers = bed.offers(lists.of('bed-features'));
  return offers === '' ? '' : `· ${offers}`;
};

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

/** Asked aloud, in these words; three answers are different ways of not knowing (R17, R37). */
export function stayedBeforeChoices(form: Answered) {
  const answers = stayedBeforeAnswers.map((value) => ({ value, label: stayedBeforeWords[value] }));
  return choices(form, 'stayedBefore', '“Have you stayed before? It’s fine not to say.”', answers);
}

/** The days they may plan to leave; after midnight the first is this morning and counts as one night (R2). */
export function dayChoices(
  form: Answered,
  { house, limits, now, held }: CheckInFacts,
  today: Temporal.PlainDate,
) {
  const isPastMidnight = isBefore(today, house.time.local(now).day);
  const days = limits.leavingDays(today);
  // Further ahead than is offered at the door: the day that was planned, and one that is asked for with a yes (R22)
  for (const date of [held?.hold.endNight, parseDay(form.typed('departureDay'))]) {
    if (date && isBefore(days.at(-1)!, date)) days.push(date);
  }
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

/** Asked only where it fits; what nobody asked reads so (R37). */
export const referralChoices = (form: Answered, { lists }: House) =>
  select(
    form,
    'referralSource',
    '“How did you hear of us?”',
    [
      { value: '', label: 'Not asked' },
      ...listed(lists.of('referral-sources').live.filter(({ code }) => code !== NOT_ASKED)),
    ],
    'It tells the house who knows of it. No answer is needed.',
  );
