import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Incident } from '../domain/incident.js';
import type { Due } from '../domain/incident-clock.js';
import { type IncidentWords, standing } from '../domain/incident-words.js';
import type { Actor } from '../domain/person.js';
import { moment, momentShort } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { dueView } from './incident-dues.views.js';
import { GONE, kindsWords } from './incident-facts.views.js';

interface Told {
  incident: Incident;
  words: readonly IncidentWords[];
  dues: readonly Due[];
}

export interface LinesFacts {
  who: Actor;
  house: House;
  now: Temporal.Instant;
  names: ReadonlyMap<string, string>;
  undos: ReadonlyMap<string, string>;
  formToken: string;
}

export type IncidentLinesView = ReturnType<typeof linesView>;

/** A line of a shift that is over: nothing can be pressed there. */
export interface PastLine {
  line: string;
  meta: string;
  href: string | null;
}

export const pastLine = (
  { incident, words }: Listed,
  facts: Pick<LinesFacts, 'who' | 'house' | 'names'>,
): PastLine => ({
  line: standing(words, 'nextShift') ?? GONE,
  meta: metaOf(incident, facts),
  href: incident.isWholeFor(facts.who) ? paths.happening(incident.id) : null,
});

/** One line each for everyone; the way to the rest only for those who may read it. */
export const linesView = (told: readonly Told[], facts: LinesFacts) => ({
  lines: told.map(({ incident, words, dues }) => ({
    ...pastLine({ incident, words }, facts),
    dues: dues.map((due) => dueView(due, { ...facts, incident, words })),
  })),
  newHref: paths.newHappening(),
  allHref: paths.happened(),
});

function metaOf(
  { happenedAt, personId, closedAt }: Incident,
  { house, names }: Pick<LinesFacts, 'house' | 'names'>,
): string {
  const closed = closedAt ? ` · closed ${momentShort(house.time, closedAt)}` : '';
  return `${momentShort(house.time, happenedAt)} · written by ${names.get(personId) ?? 'someone'}${closed}`;
}

type Listed = Omit<Told, 'dues'>;

/** The newest first, each with what it was. */
export const happenedList = (
  all: readonly Listed[],
  { house, isEverything }: { house: House; isEverything: boolean },
) => ({
  title: 'Something happened',
  lead: isEverything
    ? 'Everything that was written down, the newest first.'
    : 'What you wrote down, the newest first.',
  lines: all.map(({ incident, words }) => ({
    href: paths.happening(incident.id),
    when: moment(house.time, incident.happenedAt),
    kinds: kindsWords(incident.kinds, house),
    line: standing(words, 'nextShift') ?? GONE,
    state: incident.closedAt ? 'Closed' : 'Open',
  })),
  newHref: paths.newHappening(),
  shiftHref: paths.shift(),
});
