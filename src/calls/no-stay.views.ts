import type { Temporal } from 'temporal-polyfill';
import { callers, callLines } from '../domain/call.js';
import type { House } from '../domain/house.js';
import { noStayGroups } from '../domain/no-stay.js';
import type { Draft } from '../drafts/drafts.service.js';
import { day } from '../web/dates.js';
import { type Answered, choices, field, listed, problems, select, titleOf } from '../web/fields.js';
import { draftOf } from '../web/draft-view.js';
import { paths } from '../web/paths.js';
import { ringBackFields } from './ring-back.views.js';

/** What can be added to a call: how long it was, a name when one was said, and when to ring back. */
export const moreFields = (form: Answered, house: House, now: Temporal.Instant) => ({
  isOpen: ['minutes', 'name', 'ringAt', 'ringOther', 'reach'].some(
    (name) => form.typed(name) !== '' || form.errors[name] !== undefined,
  ),
  minutes: field(form, 'minutes', 'Minutes', { optional: true, type: 'number' }),
  name: field(form, 'name', 'Name', { optional: true }),
  ring: ringBackFields(form, house, now),
});

/** What the house can offer when there is no bed: its own list (R15). */
export const insteadView = (house: House) => ({
  offers: house.insteadOfABed.split('\n').filter((line) => line.trim() !== ''),
  ringFirst: house.onCall || 'your coordinator',
  boardHref: paths.board(),
  waitlistHref: paths.waitlist(),
  placesHref: paths.places(),
});

interface NoStayFacts {
  house: House;
  now: Temporal.Instant;
  today: Temporal.PlainDate;
  draft: Draft | null;
  formToken: string;
}

/** What is asked of somebody who would like to hear from the house, folded away until something of it is said. */
const ABOUT_THEM = ['name', 'reach', 'ringOther', 'askAgainOn', 'need'];

const reasonsByGroup = ({ lists }: House) =>
  noStayGroups
    .map(({ group, label }) => ({
      label,
      reasons: listed(lists.of('no-stay-reasons').live.filter((reason) => reason.group === group)),
    }))
    .filter(({ reasons }) => reasons.length > 0);

/** Why no stay was offered: three groups of reasons, each a click that saves (R15). */
export function noStayView(form: Answered, { house, now, today, draft, formToken }: NoStayFacts) {
  const more = moreFields(form, house, now);
  return {
    title: titleOf(form, 'Why no stay'),
    keptForm: true,
    draft: draftOf(draft, house),
    problems: problems(form),
    action: paths.calls(),
    reasonError: form.errors.noStayReason ?? null,
    groups: reasonsByGroup(house),
    waits: form.typed('wait') === 'yes',
    more: { isOpen: ABOUT_THEM.some((name) => form.typed(name) !== '' || form.errors[name] !== undefined) },
    name: more.name,
    ring: more.ring,
    askAgainOn: field(form, 'askAgainOn', 'Ask again on', {
      optional: true,
      type: 'date',
      hint: `Left empty: ${day(today.add({ days: 1 }), today)}.`,
    }),
    need: field(form, 'need', 'What they need', { optional: true, hint: 'And how to reach them.' }),
    moreOpen: ['line', 'caller', 'minutes'].some((name) => form.errors[name] !== undefined),
    line: choices(form, 'line', 'How', listed(callLines), { width: 'few' }),
    caller: select(form, 'caller', 'Who', listed(callers)),
    minutes: more.minutes,
    instead: insteadView(house),
    formToken,
  };
}
