import type { House } from '../domain/house.js';
import type { Incident } from '../domain/incident.js';
import { emergencyAnswers } from '../domain/incident-lists.js';
import { type IncidentWords, standing, type WordsCode } from '../domain/incident-words.js';
import { labelOf } from '../domain/list-entry.js';
import { moment } from '../web/dates.js';

interface Kept {
  incident: Incident;
  words: readonly IncidentWords[];
}

/** Where words stood that were forgotten (R47). */
export const GONE = 'These words were taken away.';

/** What each question is called where its answer is read. */
export const wordsLabels: Record<WordsCode, string> = {
  nextShift: 'What the next shift must know',
  place: 'Where',
  happened: 'What happened',
  tried: 'What was tried',
  guestSupport: 'Offered to the guest',
  staffSupport: 'Offered to us who were there',
  part: 'For a guest to read',
  told: 'Told',
  notNeeded: 'Not needed',
  addition: 'Added',
};

export const kindsWords = (kinds: readonly string[], { lists }: House): string =>
  kinds.map((kind) => lists.label('happened-kinds', kind)).join(' · ');

export const emergencyWords = (code: string): string => labelOf(emergencyAnswers, code);

export const peopleWords = (
  ids: readonly string[],
  people: readonly { id: string; name: string }[],
): string => ids.map((id) => people.find((each) => each.id === id)?.name ?? 'Someone').join(', ');

/** What is said in a few words; guests stand apart, for only the page can name them. */
export function factLines(
  { incident, words }: Kept,
  house: House,
  people: readonly { id: string; name: string }[],
) {
  const lines: [string, string | null][] = [
    ['When', moment(house.time, incident.happenedAt)],
    [wordsLabels.place, standing(words, 'place')],
    ['What it was', kindsWords(incident.kinds, house)],
    ['Who of us had part in it', peopleWords(incident.people, people) || null],
    ['Who asked for emergency services', emergencyWords(incident.emergency)],
  ];
  return lines.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]));
}
