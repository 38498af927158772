import type { Temporal } from 'temporal-polyfill';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { type HelpWithoutBed, NAME_DAYS } from '../domain/without-bed.js';
import type { Draft } from '../drafts/drafts.service.js';
import { moment } from '../web/dates.js';
import { draftOf } from '../web/draft-view.js';
import { type Answered, choices, field, problems, titleOf, versionFor } from '../web/fields.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { whatOf } from './without-bed.views.js';

/** What the page of one line is drawn from. */
export interface DetailsFacts {
  house: House;
  now: Temporal.Instant;
  help: HelpWithoutBed;
  canChange: boolean;
  draft: Draft | null;
  formToken: string;
}

const COUNTS = { visit: 'How many people?', group: 'How many people were there?', thing: 'How many?' };

const YES_NO = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
];

export function detailsView(form: Answered & { body: FormBody }, facts: DetailsFacts) {
  const { house, help, canChange, draft, formToken } = facts;
  const answered = over(form, keptIn(help));
  const { kind } = help;
  return {
    title: titleOf(form, 'Without a bed'),
    keptForm: true,
    problems: problems(form),
    heading: whatOf(help, house),
    lead: `Noted ${moment(house.time, help.notedAt)}.`,
    canChange,
    draft: draftOf(draft, house),
    keptNow: form.isOutdated ? keptNow(help, house) : null,
    count: field(answered, 'count', COUNTS[kind], { type: 'number' }),
    minutes: kind === 'thing' ? null : field(answered, 'minutes', 'Minutes', { optional: true }),
    overnight:
      kind === 'visit' ? choices(answered, 'overnight', 'For the night?', YES_NO, { width: 'few' }) : null,
    name: kind === 'group' ? null : nameQuestion(answered, help, house.time.houseDay(facts.now)),
    at: field(answered, 'at', 'Was it earlier?', {
      type: 'datetime-local',
      optional: true,
      hint: `Left empty: ${moment(house.time, help.at)}.`,
    }),
    version: versionFor(form, help.version),
    action: paths.helpDetails(help.id),
    backHref: paths.withoutBed(),
    formToken,
  };
}

/** What is kept stands in the fields until something is typed. */
const over = (form: Answered & { body: FormBody }, kept: Record<string, string>): Answered => ({
  errors: form.errors,
  ready: form.ready,
  typed: (name) => (form.body.has(name) ? form.typed(name) : (kept[name] ?? '')),
});

/** A field spells a name out: what is kept is shown beside it, by the name helper. */
const nameQuestion = (form: Answered, help: HelpWithoutBed, today: Temporal.PlainDate) => {
  const kept = help.nameOn(today);
  return {
    kept: kept === null ? null : new GuestName(kept, 'the living room'),
    takesAway: form.typed('noName') === 'yes',
    field: field(form, 'name', 'A word to call them by', {
      optional: true,
      hint: `Only if they like. It goes after ${NAME_DAYS} days.`,
    }),
  };
};

const keptIn = ({ count, minutes, isOvernight }: HelpWithoutBed) => ({
  count: String(count),
  minutes: minutes === null ? '' : String(minutes),
  overnight: isOvernight ? 'yes' : 'no',
});

const keptNow = (help: HelpWithoutBed, house: House) => [
  { term: 'How many', value: String(help.count) },
  { term: 'Minutes', value: help.minutes === null ? 'Not said' : String(help.minutes) },
  { term: 'When', value: moment(house.time, help.at) },
];
