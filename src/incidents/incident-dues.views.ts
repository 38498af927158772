import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Incident } from '../domain/incident.js';
import { type Due, isPast } from '../domain/incident-clock.js';
import type { IncidentWords } from '../domain/incident-words.js';
import { moment, momentShort } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { undoButton } from '../web/undo-button.js';

/** What the clocks of one happening are drawn from. */
export interface DuesFacts {
  house: House;
  now: Temporal.Instant;
  incident: Pick<Incident, 'id' | 'isOpen'>;
  words: readonly IncidentWords[];
  /** Who wrote, by id. */
  names: ReadonlyMap<string, string>;
  /** The acts by which somebody was told, by the words they wrote, as long as they can be undone. */
  undos: ReadonlyMap<string, string>;
  formToken: string;
}

type UndoFacts = Pick<DuesFacts, 'incident' | 'undos' | 'formToken'>;

/** A clock: who is to hear of it and by when, or who was told. */
export function dueView(due: Due, facts: DuesFacts) {
  const { incident, words, formToken } = facts;
  const answer = words.find((each) => each.due === due.code && each.undoneAt === null);
  return {
    words: answer ? toldWords(answer, whoOf(due), facts) : `Tell ${whoOf(due)}${whenDue(due, facts)}`,
    isOpen: !answer,
    why: answer?.text ?? null,
    of: whoOf(due),
    code: due.code,
    action: paths.happeningDue(incident.id),
    undo: answer ? undoView(answer.id, facts) : null,
    formToken,
  };
}

const whoOf = ({ kind, reportTo }: Due): string =>
  kind === null ? 'a coordinator' : (reportTo ?? 'whoever outside the house must know');

function whenDue(due: Due, { house, now }: DuesFacts): string {
  const by = moment(house.time, due.dueAt, house.time.houseDay(now));
  return isPast(due, now) ? `: was due ${by}` : ` by ${by}`;
}

/** Null once it can be undone no more. */
export function undoView(wordsId: string, { incident, undos, formToken }: UndoFacts) {
  return undoButton(incident.isOpen ? undos.get(wordsId) : null, formToken);
}

function toldWords(answer: IncidentWords, who: string, { house, names }: DuesFacts): string {
  const when = `${momentShort(house.time, answer.toldAt!)}, ${names.get(answer.personId) ?? 'someone'}`;
  const start = `${who.charAt(0).toUpperCase()}${who.slice(1)}`;
  return answer.code === 'notNeeded' ? `${start}: not needed, ${when}` : `${start} was told ${when}`;
}
