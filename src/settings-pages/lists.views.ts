import type { HouseEntry, HouseList } from '../domain/house-list.js';
import { changesOf, type ListChange } from '../domain/list-changes.js';
import type { House } from '../domain/house.js';
import type { ListName } from '../domain/house-lists.js';
import type { Draft } from '../drafts/drafts.service.js';
import type { SavedList } from '../house/lists.service.js';
import { counted } from '../web/counted.js';
import { day, moment } from '../web/dates.js';
import { type Answered, choices, field, problems, titleOf, versionFor } from '../web/fields.js';
import { draftOf } from '../web/draft-view.js';
import { paths } from '../web/paths.js';
import { type Begun } from '../web/begun.js';
import { tabs } from './settings.views.js';

/** What each list is called, and where its answers are asked for. */
const words: Record<ListName, { title: string; lead: string }> = {
  'closure-reasons': { title: 'Why a bed is out of use', lead: 'Asked when a bed or a room is closed.' },
  'bed-features': {
    title: 'What a bed offers',
    lead: 'Ticked for each bed under Settings. Asked for when a bed is offered.',
  },
  'no-stay-reasons': { title: 'Why no stay was offered', lead: 'Asked when a call ends without a stay.' },
  endings: { title: 'How a stay ended', lead: 'Asked when leaving is recorded.' },
  destinations: { title: 'Where a guest went', lead: 'Asked when leaving is recorded.' },
  'referral-sources': { title: 'How guests heard of us', lead: 'Asked at check-in, where it fits.' },
  'happened-kinds': { title: 'What can happen', lead: 'Ticked when something happened.' },
  groups: { title: 'Groups', lead: 'Tapped when people did something together.' },
  things: { title: 'Things given', lead: 'Tapped when something was given to somebody.' },
  'place-kinds': { title: 'What places are for', lead: 'Groups the directory of places.' },
  'waitlist-outcomes': { title: 'How waiting ends', lead: 'Asked when somebody waits no more.' },
};

const wordsOf = ({ kind }: HouseList) => words[kind.name as ListName];

export const listsView = ({ lists }: House) => ({
  title: 'Lists',
  tabs: tabs(paths.listSettings()),
  lists: lists.all.map((list) => ({
    ...wordsOf(list),
    href: paths.listSetting(list.kind.name),
    count: counted(list.live.length, 'answer'),
  })),
});

/** What the page of a list is drawn from. */
export interface ListFacts {
  house: House;
  /** As it is kept now. */
  list: HouseList;
  shipped: readonly HouseEntry[];
  saved: readonly SavedList[];
  draft: Draft | null;
  formToken: string;
}

export function listView(form: Begun, facts: ListFacts) {
  const { house, list, draft, formToken } = facts;
  const { title, lead } = wordsOf(list);
  const away = list.entries.slice(list.live.length);
  const answered = over(form, list);
  return {
    title: titleOf(form, title),
    keptForm: true,
    tabs: tabs(paths.listSettings()),
    problems: problems(form),
    heading: title,
    lead,
    action: paths.listSetting(list.kind.name),
    draft: draftOf(draft, house),
    keptNow: form.isOutdated ? keptNow(list) : null,
    answers: list.live.map((entry, index) => answer(answered, list, entry, index + 1)),
    ...ownAnswer(answered, list),
    away: away.map((entry) => ({
      code: entry.code,
      label: entry.label,
      since: `Set aside since ${day(entry.retiredOn!)}`,
      checked: answered.chosen!('back').includes(entry.code),
    })),
    history: historyOf(facts),
    version: versionFor(form, list.number),
    formToken,
  };
}

/** What is kept stands in each field until something is typed there. */
function over(form: Begun, list: HouseList): Answered {
  const kept = new Map(
    list.live.flatMap(({ code, label }, index) => [
      [`label-${code}`, label],
      [`place-${code}`, String(index + 1)],
    ]),
  );
  return {
    errors: form.errors,
    ready: form.ready,
    typed: (name) => (form.body.has(name) ? form.typed(name) : (kept.get(name) ?? '')),
    chosen: (name) => form.chosen?.(name) ?? [],
  };
}

function answer(form: Answered, { kind }: HouseList, { code, label, group }: HouseEntry, place: number) {
  return {
    code,
    label,
    words: field(form, `label-${code}`, `Answer ${place}`),
    place: field(form, `place-${code}`, 'Order', { type: 'number' }),
    group: kind.groups.find((each) => each.group === group)?.label ?? null,
    fixed: kind.fixed[code] ?? null,
    checked: form.chosen!('aside').includes(code),
  };
}

const ownAnswer = (form: Answered, { kind: { groups } }: HouseList) => ({
  newLabel: field(form, 'newLabel', 'Another answer', { optional: true, hint: 'It comes last on the list.' }),
  newGroup:
    groups.length === 0
      ? null
      : choices(
          form,
          'newGroup',
          'What it counts as',
          groups.map(({ group, label }) => ({ value: group, label })),
          { width: 'mid', hint: 'Figures count it so from the first day, so this stays as it is.' },
        ),
});

const keptNow = ({ live }: HouseList) =>
  live.map(({ label }, index) => ({ term: `Answer ${index + 1}`, value: label }));

/** Newest first: who changed what, and when. */
const historyOf = ({ house, shipped, saved }: ListFacts) =>
  saved
    .map(({ entries, at, personName }, index) => ({
      meta: `${moment(house.time, at)}, ${personName}`,
      changes: changesOf(saved[index - 1]?.entries ?? shipped, entries).map(changeWords),
    }))
    .reverse();

function changeWords(change: ListChange): string {
  if (change.kind === 'order') return 'Another order';
  if (change.kind === 'reworded') return `“${change.from}” reads “${change.to}”`;
  const done = { added: 'is new', aside: 'was set aside', back: 'is offered again' };
  return `“${change.label}” ${done[change.kind]}`;
}
