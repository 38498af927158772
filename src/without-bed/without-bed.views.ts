import type { Temporal } from 'temporal-polyfill';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import type { HelpWithoutBed } from '../domain/without-bed.js';
import { callsTabs } from '../web/calls-tabs.js';
import { counted } from '../web/counted.js';
import { machine } from '../web/dates.js';
import { nightsAround, periodOf, whenOf } from '../web/day-list.js';
import { type Answered, field, listed, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { undoButton } from '../web/undo-button.js';
import { people } from './quiet-line.views.js';

/** What the page is drawn from. */
export interface WithoutBedFacts {
  house: House;
  now: Temporal.Instant;
  /** The house day that is listed. */
  houseDay: Temporal.PlainDate;
  help: readonly HelpWithoutBed[];
  /** The names of the people who noted it, by id. */
  people: ReadonlyMap<string, string>;
  /** The acts that can still be undone, by the line's id. */
  undoable: ReadonlyMap<string, string>;
  formToken: string;
}

const LIST = { what: 'The list', now: paths.withoutBed(), of: paths.withoutBedOf };

export function withoutBedView(form: Answered, facts: WithoutBedFacts) {
  const { house, now, houseDay, help, formToken } = facts;
  const today = house.time.houseDay(now);
  return {
    title: titleOf(form, 'Without a bed'),
    tabs: callsTabs(paths.withoutBed()),
    problems: problems(form),
    action: paths.withoutBed(),
    formToken,
    codeError: { thing: codeError(form, 'thing'), group: codeError(form, 'group') },
    groups: listed(house.lists.of('groups').live),
    things: listed(house.lists.of('things').live),
    heads: field(form, 'count', 'How many people were there?', { type: 'number' }),
    caption: `Noted ${periodOf(house, houseDay, today)}`,
    lines: help.map((each) => lineOf(each, facts, today)),
    quiet: help.length === 0 ? `Nothing noted ${periodOf(house, houseDay, today)}.` : null,
    nights: nightsAround(houseDay, today, LIST),
  };
}

/** Stands at the buttons that were tapped. */
const codeError = (form: Answered, kind: string): string | null =>
  form.typed('kind') === kind ? (form.errors.code ?? null) : null;

function lineOf(
  help: HelpWithoutBed,
  { house, people: names, undoable, formToken }: WithoutBedFacts,
  today: Temporal.PlainDate,
) {
  const when = whenOf(help, house);
  const name = help.nameOn(today);
  const what = whatOf(help, house);
  const undo = undoable.get(help.id);
  return {
    when,
    machine: machine(house.time, help.at),
    what,
    more: moreOf(help),
    name: name === null ? null : new GuestName(name, 'the living room'),
    by: names.get(help.personId) ?? '',
    detailsHref: undo ? paths.helpDetails(help.id) : null,
    of: `${what}, ${when}`,
    undo: undoButton(undo, formToken),
  };
}

/** 'A visit', 'A walk', 'Food' */
export const whatOf = ({ kind, code, isOvernight }: HelpWithoutBed, { lists }: House): string => {
  if (kind === 'visit') return isOvernight ? 'A visit for the night' : 'A visit';
  return lists.label(kind === 'group' ? 'groups' : 'things', code!);
};

function moreOf({ kind, count, minutes }: HelpWithoutBed): string {
  const many = kind === 'thing' ? (count > 1 ? `${count} of it` : null) : people(count);
  return [many, minutes !== null && counted(minutes, 'minute')].filter(Boolean).join(' · ');
}

/** What is said once it is noted. */
export const notedWords = (kind: string): string =>
  ({ visit: 'Noted: a visit.', group: 'Noted: a group.' })[kind] ?? 'Noted: something given.';
