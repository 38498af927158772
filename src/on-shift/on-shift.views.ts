import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { ShiftRole } from '../domain/on-shift.js';
import type { Person } from '../domain/person.js';
import { shiftAfter, shiftAt } from '../domain/shift.js';
import type { Draft } from '../drafts/drafts.service.js';
import type { Named } from '../house/planned.service.js';
import { hourOn } from '../web/dates.js';
import { draftOf } from '../web/draft-view.js';
import { type Answered, choices, field, problems, select, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { shiftHours } from '../web/shift-words.js';

/** What the page of who is on shift is drawn from. */
export interface PeopleOnShift {
  house: House;
  now: Temporal.Instant;
  ahead: readonly Named[];
  people: readonly Person[];
  draft: Draft | null;
  formToken: string;
}

export function onShiftView(form: Answered, facts: PeopleOnShift) {
  const { house, now, ahead, draft, formToken } = facts;
  const lines = (isNow: boolean) =>
    ahead.filter(({ entry }) => entry.isAt(now) === isNow).map((each) => lineOf(each, house, formToken));
  return {
    title: titleOf(form, 'Who is on shift'),
    keptForm: true,
    draft: draftOf(draft, house),
    problems: problems(form),
    here: lines(true),
    coming: lines(false),
    onCallLine: house.onCallLine,
    ...questions(form, facts),
    action: paths.shiftPeople(),
    backHref: paths.shift(),
    formToken,
  };
}

const roleWords: Record<ShiftRole, string> = { shift: 'on shift', 'on-call': 'on call' };

function lineOf({ entry, name }: Named, { time }: House, formToken: string) {
  return {
    name,
    words: [roleWords[entry.role], entry.phone].filter(Boolean).join(' '),
    hours: `${hourOn(time, entry.fromAt)} to ${hourOn(time, entry.toAt)}`,
    action: paths.shiftPersonOff(entry.id),
    formToken,
  };
}

const questions = (form: Answered, facts: PeopleOnShift) => ({
  person: select(form, 'person', 'Who', [
    { value: '', label: 'Choose a name' },
    ...facts.people.map(({ id, name }) => ({ value: id, label: name })),
  ]),
  role: choices(form, 'role', 'They are', [
    { value: 'shift', label: 'On shift' },
    { value: 'on-call', label: 'On call' },
  ]),
  span: whenChoices(form, facts),
  from: field(form, 'from', 'From', { type: 'datetime-local' }),
  to: field(form, 'to', 'To', { type: 'datetime-local' }),
  phone: field(form, 'phone', 'Number', {
    type: 'tel',
    optional: true,
    hint: 'For on call: it stands on every page, also before signing in.',
  }),
});

function whenChoices(form: Answered, { house, now }: PeopleOnShift) {
  const running = shiftAt(house, now);
  const asked = form.typed('span') === '' ? { ...form, typed: first(form) } : form;
  const answers = [
    { value: 'this', label: 'This shift', detail: shiftHours(house, running) },
    { value: 'next', label: 'The next shift', detail: shiftHours(house, shiftAfter(house, running)) },
    { value: 'typed', label: 'Other hours' },
  ];
  return choices(asked, 'span', 'When', answers, { width: 'wide' });
}

/** This shift stands chosen until another is. */
const first = (form: Answered) => (name: string) => (name === 'span' ? 'this' : form.typed(name));
