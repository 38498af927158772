import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { lastsUntil } from '../domain/house-note.js';
import { hourOn, moment } from '../web/dates.js';
import { type Answered, choices, field, hasErrors, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { WordingView } from '../web/wording-hints.js';
import { PINNED } from './notes.forms.js';

/** What a note form is drawn from. */
export interface NoteFacts {
  house: House;
  now: Temporal.Instant;
  formToken: string;
}

/** A house note is no place for a guest's story (R27), and is never edited (R28). */
const NOT_A_GUEST = 'This is about the house. Nothing about a guest belongs here.';
/** The same for whoever is asked about: a message tells nobody who stays here (R49). */
const MESSAGE =
  'A message for a guest goes here too. Who it is from, whom it is for, what they say. Never whether anyone stays here.';
const STAYS = 'A note stays as it is written.';

const whenField = (form: Answered) =>
  field(form, 'eventAt', 'When it happened', {
    type: 'datetime-local',
    hint: 'Only if that was not just now.',
    optional: true,
  });

const livesAnswers = ({ house, now }: Omit<NoteFacts, 'formToken'>): { value: string; label: string }[] => [
  { value: 'shift', label: `To the next shift, until ${hourOn(house.time, lastsUntil(now, house))}` },
  { value: 'done', label: 'Until it is done' },
  { value: 'date', label: 'Until a day' },
  { value: PINNED, label: 'Pinned, until someone takes it down' },
];

const isMessage = (form: Answered): boolean => form.typed('as') === 'message';

const livesChosen = (form: Answered): string => form.typed('lives') || 'shift';

/** The whole form, with everything that was typed. */
export function noteView(
  form: Answered,
  facts: NoteFacts & { draftSavedAt: Temporal.Instant | null; wording: WordingView },
) {
  // Whoever asked about their words reads that first
  const asksDay = facts.wording === null && livesChosen(form) === 'date' && form.typed('until') === '';
  return {
    title: titleOf(form, isMessage(form) ? 'A message' : 'House note'),
    heading: isMessage(form) ? 'A message for our board' : 'House note',
    as: isMessage(form) ? 'message' : null,
    keptForm: true,
    offersWording: true,
    problems: problems(form),
    draft: facts.draftSavedAt && { savedAt: moment(facts.house.time, facts.draftSavedAt) },
    ...noteFields(form, facts, asksDay),
    wording: facts.wording,
    when: whenField(form),
    action: paths.notes(),
    shiftHref: paths.shift(),
    formToken: facts.formToken,
  };
}

/** What a note asks, also one from paper; `asksDay`: all that is missing is its last day. */
export function noteFields(form: Answered, facts: Omit<NoteFacts, 'formToken'>, asksDay = false) {
  const chosen: Answered = { errors: form.errors, ready: form.ready, typed: () => livesChosen(form) };
  return {
    text: field(form, 'text', isMessage(form) ? 'Message' : 'Note', {
      hint: `${isMessage(form) ? MESSAGE : NOT_A_GUEST} ${STAYS}`,
      rows: 6,
      autofocus: !hasErrors(form) && !asksDay,
    }),
    lives: choices(chosen, 'lives', 'Shown', livesAnswers(facts), { width: 'one' }),
    until: field(form, 'until', 'Last day it is shown', {
      type: 'date',
      hint: 'Only for “Until a day”: that day included.',
      autofocus: asksDay && !hasErrors(form),
    }),
  };
}

/** The small box on the board and the shift page: a text and how long. What its writer began stands in it. */
export function noteBoxView(begun: Answered, facts: NoteFacts) {
  const chosen = livesChosen(begun);
  return {
    text: field(begun, 'text', 'House note', { hint: `About a guest? Not here. ${STAYS}`, rows: 2 }),
    lives: livesAnswers(facts).map((answer) => ({ ...answer, selected: answer.value === chosen })),
    until: begun.typed('until') || null,
    when: { ...whenField(begun), isOpen: begun.typed('eventAt') !== '' },
    action: paths.notes(),
    formToken: facts.formToken,
  };
}
