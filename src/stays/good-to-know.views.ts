import type { Temporal } from 'temporal-polyfill';
import type { Absence } from '../domain/absence.js';
import { isBefore } from '../domain/days.js';
import type { Departure } from '../domain/departure.js';
import { keyOf, wishOf, wordsOn } from '../domain/settling-in.js';
import { nearSince, type Stay } from '../domain/stay.js';
import type { StayTask } from '../domain/stay-task.js';
import { paths } from '../web/paths.js';

/** What a guest said after check-in and how the stay ended, as far as the shift should know it. */
export interface KnownFacts {
  tasks: readonly StayTask[];
  absences: readonly Absence[];
  departure: Departure | null;
}

/** What the shift should know of a guest, as they said it; who may be told what stands there in any case (R49). */
export function goodToKnow({ isHere, undoneAt }: Stay, facts: KnownFacts) {
  if (undoneAt) return [];
  const said = (code: 'told' | 'food' | 'access' | 'contact') => wordsOn(code, facts.tasks)?.words;
  const whileHere = [
    { term: 'Food', value: said('food') ?? '' },
    { term: 'Getting around', value: said('access') ?? '' },
    { term: 'If they are not back', value: wishWords(facts) },
    { term: 'How to reach them', value: said('contact') ?? '' },
    ...emergency(wordsOn('emergency', facts.tasks)),
  ];
  return [
    { term: 'Who may be told', value: said('told') ?? 'Nobody' },
    ...(isHere ? whileHere : []),
    { term: 'Key', value: keyWords(facts) },
  ].filter(({ value }) => value !== '');
}

function wishWords({ absences, tasks }: KnownFacts): string {
  const isAsked = wordsOn('not-back', tasks) !== null;
  return (
    wishOf(absences, tasks) ?? (isAsked ? 'Nothing asked for.' : 'Not asked yet. Wait, and ring on call.')
  );
}

function emergency(said: StayTask | null) {
  if (!said?.words) return [];
  return [
    { term: 'In an emergency', value: said.words },
    { term: 'They may be told', value: said.second ?? 'Only that we ask them to ring back' },
  ];
}

/** '4, lockbox 3: given back'; '' when nobody wrote of a key. */
export function keyWords({ tasks, departure }: Pick<KnownFacts, 'tasks' | 'departure'>): string {
  const key = keyOf(tasks, departure);
  if (!key) return '';
  const which = [key.number, key.lockbox && `lockbox ${key.lockbox}`].filter(Boolean).join(', ');
  const where = key.isBack ? 'given back' : 'with the guest';
  return which === '' ? capital(where) : `${which}: ${where}`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The way to say that a key came back after its guest left; null while they are here, or when none is out. */
export function keyOutHref({ id, leftAt }: Stay, { tasks, departure }: KnownFacts): string | null {
  return leftAt !== null && keyOf(tasks, departure)?.isBack === false ? paths.task(id, 'key') : null;
}

/** Of one who left long ago nothing new happens here. */
export const happenedHref = ({ id, departureDay }: Stay, today: Temporal.PlainDate) =>
  departureDay && isBefore(departureDay, nearSince(today)) ? null : paths.newHappeningOf(id);
