import { Temporal } from 'temporal-polyfill';
import type { Act } from '../domain/act.js';
import { before, type IncidentWords } from '../domain/incident-words.js';
import { moment, momentShort } from '../web/dates.js';
import { undoView } from './incident-dues.views.js';
import { emergencyWords, GONE, kindsWords, peopleWords, wordsLabels } from './incident-facts.views.js';
import type { IncidentPageFacts } from './incident.views.js';

/** The name of somebody who works or worked here. */
export const by = (id: string | null, { names }: IncidentPageFacts): string =>
  names.get(id ?? '') ?? 'someone';

/** Words with who wrote them and when. */
export const written = (each: IncidentWords, facts: IncidentPageFacts) => ({
  text: each.text ?? GONE,
  meta: `${momentShort(facts.house.time, each.writtenAt)}, ${by(each.personId, facts)}`,
});

/** Whom nobody had to tell by a clock. */
export const toldLines = (facts: IncidentPageFacts) =>
  facts.words
    .filter(({ code, due, undoneAt }) => code === 'told' && due === null && undoneAt === null)
    .map((each) => ({
      text: each.text ?? GONE,
      meta: `Told ${momentShort(facts.house.time, each.toldAt!)} · written by ${by(each.personId, facts)}`,
      undo: undoView(each.id, facts),
    }));

/** What was said before and is not said any more, with who said it. */
export const earlierLines = (facts: IncidentPageFacts) => [
  ...before(facts.words).map((each) => ({ term: wordsLabels[each.code], ...written(each, facts) })),
  ...facts.changes.flatMap((act) => earlierFacts(act, facts)),
];

function earlierFacts({ details, at, personId }: Act, facts: IncidentPageFacts) {
  const meta = `until ${momentShort(facts.house.time, at)}, changed by ${by(personId, facts)}`;
  const said: [string, string | null][] = [
    ['When', details.happenedAt ? moment(facts.house.time, Temporal.Instant.from(details.happenedAt)) : null],
    ['What it was', details.kinds === undefined ? null : kindsWords(split(details.kinds), facts.house)],
    ['Who asked for emergency services', details.emergency ? emergencyWords(details.emergency) : null],
    [
      'Who of us had part in it',
      details.people === undefined ? null : peopleWords(split(details.people), facts.people) || 'Nobody',
    ],
  ];
  return said.flatMap(([term, text]) => (text === null ? [] : [{ term, text, meta }]));
}

const split = (codes: string | null | undefined): string[] => (codes ?? '').split(' ').filter(Boolean);
