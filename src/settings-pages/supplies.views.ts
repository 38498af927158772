import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Supply } from '../domain/supply.js';
import type { Draft } from '../drafts/drafts.service.js';
import type { SupplyLook } from '../supplies/supplies.service.js';
import type { LookedAt } from '../supplies/supply-lines.service.js';
import { counted } from '../web/counted.js';
import { dayInFull, moment } from '../web/dates.js';
import { draftOf } from '../web/draft-view.js';
import { type Answered, choices, field, problems, titleOf, versionFor } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { type Begun, over } from '../web/begun.js';
import { tabs } from './settings.views.js';

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const questions = (form: Answered) => ({
  name: field(form, 'name', 'What it is'),
  place: field(form, 'place', 'Where it is', { optional: true }),
  everyDays: field(form, 'everyDays', 'Looked at every so many days', { type: 'number' }),
  goodUntil: field(form, 'goodUntil', 'Good until', { type: 'date', optional: true }),
  isOn: choices(form, 'isOn', 'Is it looked at?', YES_NO, { width: 'few' }),
});

export function suppliesView(
  form: Begun,
  facts: {
    house: House;
    today: Temporal.PlainDate;
    all: readonly LookedAt[];
    draft: Draft | null;
    formToken: string;
  },
) {
  return {
    title: titleOf(form, 'Supplies'),
    keptForm: true,
    tabs: tabs(paths.supplySettings()),
    problems: problems(form),
    draft: draftOf(facts.draft, facts.house),
    supplies: facts.all.map((each) => ({
      name: each.supply.name,
      href: paths.supplySetting(each.supply.id),
      words: wordsOf(each, facts.house, facts.today),
    })),
    ...questions(form),
    action: paths.supplySettings(),
    formToken: facts.formToken,
  };
}

function wordsOf(
  { supply, lastAt, personName }: LookedAt,
  { time }: House,
  today: Temporal.PlainDate,
): string {
  if (supply.onSince === null) return 'Not looked at';
  const last = lastAt ? `last ${moment(time, lastAt, today)}, ${personName}` : 'nobody looked yet';
  return `${supply.place} · every ${counted(supply.everyDays, 'day')} · ${last}`;
}

/** What the page of one supply is drawn from. */
export interface SupplyPageFacts {
  house: House;
  today: Temporal.PlainDate;
  supply: Supply;
  looks: readonly SupplyLook[];
  draft: Draft | null;
  formToken: string;
}

export function supplyView(form: Begun, { house, today, supply, looks, draft, formToken }: SupplyPageFacts) {
  return {
    title: titleOf(form, 'Supplies'),
    keptForm: true,
    problems: problems(form),
    heading: supply.name,
    draft: draftOf(draft, house),
    keptNow: form.isOutdated ? keptNow(supply) : null,
    ...questions(over(form, keptIn(supply))),
    looks: looks.map((look) => lookLine(look, house, today)),
    version: versionFor(form, supply.version),
    action: paths.supplySetting(supply.id),
    backHref: paths.supplySettings(),
    formToken,
  };
}

const keptIn = (supply: Supply) => ({
  name: supply.name,
  place: supply.place ?? '',
  everyDays: String(supply.everyDays),
  goodUntil: supply.goodUntil?.toString() ?? '',
  isOn: supply.onSince ? 'yes' : 'no',
});

const keptNow = (supply: Supply) => [
  { term: 'What it is', value: supply.name },
  { term: 'Where it is', value: supply.place ?? 'Not said' },
  { term: 'Looked at every', value: counted(supply.everyDays, 'day') },
  { term: 'Good until', value: supply.goodUntil ? dayInFull(supply.goodUntil) : 'Not said' },
  { term: 'Is it looked at?', value: supply.onSince ? 'Yes' : 'No' },
];

const lookLine = (
  { at, personName, renewedUntil, isUndone }: SupplyLook,
  { time }: House,
  today: Temporal.PlainDate,
) => ({
  words: `${moment(time, at, today)}, ${personName}`,
  more: renewedUntil && `A new one, good until ${dayInFull(renewedUntil)}`,
  isUndone,
});
