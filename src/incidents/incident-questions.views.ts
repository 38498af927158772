import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { emergencyAnswers } from '../domain/incident-lists.js';
import { moment } from '../web/dates.js';
import { type Answered, choices, field, listed, ticks } from '../web/fields.js';
import type { NearbyStay } from '../guests/nearby-stays.service.js';

/** What the questions are asked with. */
export interface QuestionFacts {
  house: House;
  now: Temporal.Instant;
  /** Kinds that are ticked already, offered still or not; null while nothing is kept. */
  keptKinds: readonly string[] | null;
  near: readonly NearbyStay[];
  people: readonly { id: string; name: string }[];
}

/** What everyone is asked at once. */
export function firstQuestions(form: Answered, { house, now, keptKinds, near }: QuestionFacts) {
  const kinds = house.lists.of('happened-kinds').offered(keptKinds ?? []);
  return {
    happenedAt: field(form, 'happenedAt', 'When', {
      type: 'datetime-local',
      hint: keptKinds ? null : `Leave it empty for now, ${moment(house.time, now)}.`,
    }),
    place: field(form, 'place', 'Where', { optional: true }),
    kinds: ticks(form, 'kinds', 'What was it? Tick all that fit', listed(kinds), { width: 'wide' }),
    nextShift: field(form, 'nextShift', 'What the next shift must know', {
      hint: 'One line. Everyone on shift reads it, so no guest’s name in it.',
    }),
    guests: near.length > 0 ? guestTicks(form, near) : null,
    happened: field(form, 'happened', 'What happened', {
      optional: true,
      rows: 6,
      hint: 'Plain words, what you saw and heard. You, coordinators and managers read it.',
    }),
  };
}

const guestTicks = (form: Answered, near: readonly NearbyStay[]) =>
  ticks(
    form,
    'guests',
    'Guests it concerns',
    near.map((each) => ({
      value: each.stayId,
      label: '',
      guest: each.guest,
      detail: each.isHere ? null : 'left',
    })),
    { width: 'mid', hint: 'Here now, or left within a week. Leave it empty when it is about nobody.' },
  );

/** What can wait. */
export const moreQuestions = (form: Answered, { people }: QuestionFacts) => ({
  people: ticks(
    form,
    'people',
    'Who of us had part in it',
    people.map(({ id, name }) => ({ value: id, label: name })),
    { width: 'mid' },
  ),
  tried: field(form, 'tried', 'What was tried', { optional: true, rows: 4 }),
  emergency: choices(form, 'emergency', 'Who asked for emergency services?', listed(emergencyAnswers), {
    width: 'mid',
  }),
  guestSupport: field(form, 'guestSupport', 'What was offered to the guest', { optional: true, rows: 3 }),
  staffSupport: field(form, 'staffSupport', 'What was offered to us who were there', {
    optional: true,
    rows: 3,
  }),
});

/** The names of the questions that can wait. */
export const LATER = ['people', 'tried', 'emergency', 'guestSupport', 'staffSupport'];
