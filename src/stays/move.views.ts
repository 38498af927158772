import type { Temporal } from 'temporal-polyfill';
import type { Bed } from '../domain/bed.js';
import type { House } from '../domain/house.js';
import type { Stay } from '../domain/stay.js';
import { day, moment } from '../web/dates.js';
import { bedChoice } from '../web/bed-choice.js';
import { type Answered, choices, field, problems, titleOf, versionFor } from '../web/fields.js';
import type { ObstacleView } from '../web/obstacle.js';
import { paths } from '../web/paths.js';
import { type ExceptionAsked, exceptionView } from './exception.views.js';
import type { StayWhole } from './stays.service.js';
import { guestName } from './stays.views.js';

/** What the pages of a move and of a swap are drawn from. */
export interface MoveFacts {
  house: House;
  now: Temporal.Instant;
  whole: StayWhole;
  /** The beds that are free for the nights that are left. */
  offers: readonly { bed: Bed; isReady: boolean }[];
  /** Everybody else who is here, in the house's own order of beds. */
  others: readonly { stay: Stay; bed: Bed }[];
  obstacle: ObstacleView | null;
  exception: ExceptionAsked | null;
  draftSavedAt: Temporal.Instant | null;
  formToken: string;
}

export function moveView(form: Answered, facts: MoveFacts) {
  const { whole, offers, others } = facts;
  const { bed } = whole.parts.at(-1)!;
  const answers = offers.map((offer) => ({
    bed: offer.bed,
    detail: [offer.bed.room, offer.isReady ? 'Ready' : 'Not made up yet'].filter(Boolean).join(' · '),
  }));
  return {
    ...movedView(form, facts, 'Move to another bed', paths.move(whole.stay.id)),
    ...bedChoice(form, answers, {
      legend: 'To which bed?',
      lists: facts.house.lists,
      chosen: form.typed('bedId'),
      hint: offers.length === 0 ? 'No other bed is free for the nights that are left.' : null,
    }),
    question: null,
    button: 'Move to this bed',
    after: `${bed.name} then needs getting ready.`,
    swapHref: others.length > 0 ? paths.swap(whole.stay.id) : null,
  };
}

export function swapView(form: Answered, facts: MoveFacts) {
  const { whole, others, house, now } = facts;
  const today = house.time.houseDay(now);
  const options = others.map(({ stay, bed }) => ({
    value: stay.id,
    label: bed.name,
    detail: `${stay.isStayingOn(today) ? 'was to leave' : 'leaves'} ${day(stay.plannedDay, today)}`,
  }));
  return {
    ...movedView(form, facts, 'Swap beds', paths.swap(whole.stay.id)),
    needs: null,
    beds: null,
    question: choices(form, 'otherStayId', 'With the guest in which bed?', options, {
      width: 'mid',
      hint: others.length === 0 ? 'Nobody else is here.' : null,
    }),
    button: 'Swap the two beds',
    after: 'Both change in one step. No bed needs getting ready.',
    swapHref: null,
  };
}

function movedView(form: Answered, facts: MoveFacts, title: string, action: string) {
  const { house, now, whole, formToken } = facts;
  const { stay } = whole;
  const { bed } = whole.parts.at(-1)!;
  const today = house.time.houseDay(now);
  const plan = stay.isStayingOn(today) ? 'Was to leave' : 'Leaves';
  return {
    title: titleOf(form, title),
    keptForm: true,
    problems: problems(form),
    guest: guestName(whole),
    heading: title,
    lead: `In ${bed.name} now. ${plan} ${day(stay.plannedDay, today)}.`,
    backHref: paths.stay(stay.id),
    action,
    draft: facts.draftSavedAt && { savedAt: moment(house.time, facts.draftSavedAt) },
    keptNow: form.isOutdated
      ? [
          { term: 'Bed', value: bed.name },
          { term: 'Planned to leave', value: day(stay.plannedDay, today) },
        ]
      : null,
    obstacle: facts.obstacle,
    exception: facts.exception && exceptionView(form, facts.exception),
    ...whyAndWhen(form, house, now),
    version: versionFor(form, stay.version),
    undoUntil: `You can undo this until the shift ends, ${moment(house.time, house.shiftEnd(now))}.`,
    formToken,
  };
}

const whyAndWhen = (form: Answered, house: House, now: Temporal.Instant) => ({
  reason: field(form, 'reason', 'Why?', { hint: 'A few words. They stand in the history.' }),
  movedAt: field(form, 'movedAt', 'Day and time', {
    type: 'datetime-local',
    hint: `Leave it empty for now, ${moment(house.time, now)}.`,
  }),
  isTimeOpen: form.typed('movedAt') !== '' || form.errors.movedAt !== undefined,
  nightWords: 'The night belongs to the bed they sleep in.',
});
