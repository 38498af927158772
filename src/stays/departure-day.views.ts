import type { Temporal } from 'temporal-polyfill';
import { isBefore, isSameDay, laterDay } from '../domain/days.js';
import type { House } from '../domain/house.js';
import { nightsBetween, parseDay } from '../domain/house-time.js';
import type { StayLimits } from '../domain/stay-limits.js';
import type { Stay } from '../domain/stay.js';
import { day, dayShort, nights } from '../web/dates.js';
import { type Answered, choices, field, problems, titleOf, versionFor } from '../web/fields.js';
import type { ObstacleView } from '../web/obstacle.js';
import { paths } from '../web/paths.js';
import type { DepartureDayForm } from './departure-day.forms.js';
import { type ExceptionAsked, exceptionView } from './exception.views.js';
import type { StayWhole } from './stays.service.js';
import { guestName } from './stays.views.js';

/** What the question for another planned day is drawn from. */
export interface DayFacts {
  house: House;
  now: Temporal.Instant;
  whole: StayWhole;
  limits: StayLimits;
  /** The first day on which somebody else has the bed; null when nobody has, as far as anyone plans. */
  freeUntil: Temporal.PlainDate | null;
  exception: ExceptionAsked | null;
  formToken: string;
}

/** What the page of its own shows besides the question, after the day could not be taken. */
export interface DayRefused {
  obstacle: ObstacleView | null;
  latest: Temporal.PlainDate | null;
  draftSavedAt: string | null;
}

/** So many days past the most nights are offered: a coordinator's yes is one question away (R22). */
const DAYS_PAST = 3;

/** The question as it stands on the stay's page and on a page of its own. */
export function dayFormView(form: DepartureDayForm, facts: DayFacts) {
  const { house, now, whole, formToken } = facts;
  const { stay } = whole;
  const asked = answersOf(form, stay);
  return {
    action: paths.departureDay(stay.id),
    exception: facts.exception && exceptionView(form, facts.exception),
    days: choices(
      asked,
      'departureDay',
      'They plan to leave',
      dayOptions(asked, facts, house.time.houseDay(now)),
    ),
    reason: field(form, 'reason', 'Why', { optional: true, hint: 'Stands in the history.' }),
    version: versionFor(form, stay.version),
    formToken,
  };
}

/** The page of its own: what is asked again, and what stands in the way. */
export function departureDayView(form: DepartureDayForm, facts: DayFacts, refused: DayRefused) {
  const { whole, house, now } = facts;
  const { stay } = whole;
  const today = house.time.houseDay(now);
  return {
    title: titleOf(form, 'Leaving day'),
    keptForm: true,
    problems: problems(form),
    guest: guestName(whole),
    backHref: paths.stay(stay.id),
    lead: `${stay.isStayingOn(today) ? 'Was to leave' : 'Leaves'} ${day(stay.plannedDay, today)}.`,
    draft: refused.draftSavedAt && { savedAt: refused.draftSavedAt },
    keptNow: form.isOutdated
      ? [
          { term: 'Planned to leave', value: day(stay.plannedDay, today) },
          { term: 'Bed', value: whole.parts.at(-1)!.bed.name },
        ]
      : null,
    ...waysOut(form, facts, refused, today),
    dayForm: dayFormView(form, facts),
  };
}

function waysOut(
  form: DepartureDayForm,
  { whole, formToken }: DayFacts,
  refused: DayRefused,
  today: Temporal.PlainDate,
) {
  const { obstacle, latest } = refused;
  const { id } = whole.stay;
  return {
    obstacle,
    latestDay: latest && {
      action: paths.departureDay(id),
      label: `Plan ${day(latest, today)} instead`,
      hidden: [
        ...['version', 'reason', 'exceptionReason', 'agreedBy']
          .filter((name) => form.body.has(name))
          .map((name) => ({ name, value: form.typed(name) })),
        { name: 'departureDay', value: latest.toString() },
      ],
      formToken,
    },
    moves: (obstacle?.free ?? []).map(({ bedId, name }) => ({ name, href: paths.moveTo(id, bedId) })),
  };
}

/** What was planned stands chosen until something else was. */
const answersOf = (form: DepartureDayForm, stay: Stay): Answered => ({
  errors: form.errors,
  ready: form.ready,
  typed: (name) =>
    name === 'departureDay' && !form.body.has(name) ? stay.plannedDay.toString() : form.typed(name),
});

function dayOptions(form: Answered, facts: DayFacts, today: Temporal.PlainDate) {
  const { limits, whole, freeUntil } = facts;
  const { stay } = whole;
  const within = limits.leavingDays(stay.arrivalDay).at(-1)!;
  return daysToChoose(form, facts, today).map((date) => {
    const isTaken = freeUntil !== null && isBefore(freeUntil, date);
    const isPast = isBefore(within, date) && isBefore(stay.plannedDay, date);
    return {
      value: date.toString(),
      label: isSameDay(date, today) ? `Today, ${dayShort(date)}` : day(date, today),
      detail: isTaken
        ? 'Bed taken'
        : nights(nightsBetween(stay.arrivalDay, date)) + (isPast ? ', with a yes' : ''),
    };
  });
}

/**
 * From the first day that is possible to a few past the limit, the planned and the asked one among them. A day on which
 * nobody is asked to leave is offered only where it is planned or asked for already (R22).
 */
function daysToChoose(form: Answered, { limits, whole }: DayFacts, today: Temporal.PlainDate) {
  const { arrivalDay, plannedDay } = whole.stay;
  const first = laterDay(today, arrivalDay.add({ days: 1 }));
  const most = laterDay(limits.leavingDays(arrivalDay).at(-1)!, laterDay(plannedDay, today));
  const last = most.add({ days: DAYS_PAST });
  const asked = parseDay(form.typed('departureDay'));
  const days = Array.from({ length: nightsBetween(first, last) + 1 }, (_, index) =>
    first.add({ days: index }),
  ).filter(
    (date) =>
      limits.nameOf(date) === null || isSameDay(date, plannedDay) || (asked && isSameDay(date, asked)),
  );
  return asked && isBefore(last, asked) ? [...days, asked] : days;
}
