import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { type Due, isPast } from '../domain/incident-clock.js';
import type { IncidentWords } from '../domain/incident-words.js';
import { moment, momentShort } from '../web/dates.js';
import { paths } from '../web/paths.js';

/** What the clocks of one happening are drawn from. */
export interface DuesFacts {
  house: House;
  now: Temporal.Instant;
  incidentId: string;
  words: readonly IncidentWords[];
  /** Who wrote, by id. */
  names: ReadonlyMap<string, string>;
  /** The acts by which somebody was told, by the words they wrote, as long as they can be undone. */
  undos: ReadonlyMap<string, string>;
  formToken: string;
}

/** A clock: who is to hear of it and by when, or who was told. */
export function dueView(due: Due, facts: DuesFacts) {
  const { house, now, incidentId, words, formToken } = facts;
  const answer = words.find((each) => each.due === due.code && each.undoneAt === null);
  const who = due.kind === null ? 'a coordinator' : (due.reportTo ?? 'whoever outside the house must know');
  const by = moment(house.time, due.dueAt, house.time.houseDay(now));
  const undo = answer && facts.undos.get(answer.id);
  return {
    words: answer
      ? toldWords(answer, who, facts)
      : `Tell ${who}${isPast(due, now) ? `: was due ${by}` : ` by ${by}`}`,
    isOpen: !answer,
    why: answer?.text ?? null,
    of: who,
    code: due.code,
    action: paths.happeningDue(incidentId),
    notNeeded: paths.happeningNotNeeded(incidentId),
    undo: undo ? { action: paths.undo(undo), label: 'Undo', formToken } : null,
    formToken,
  };
}

function toldWords(answer: IncidentWords, who: string, { house, names }: DuesFacts): string {
  const when = `${momentShort(house.time, answer.toldAt!)}, ${names.get(answer.personId) ?? 'someone'}`;
  const start = `${who.charAt(0).toUpperCase()}${who.slice(1)}`;
  return answer.code === 'notNeeded' ? `${start}: not needed, ${when}` : `${start} was told ${when}`;
}
