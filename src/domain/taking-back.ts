import { Temporal } from 'temporal-polyfill';
import { isEarlier } from './days.js';
import type { NoteRef } from './amendment.js';
import type { ListEntry } from './list-entry.js';
import { type Actor } from './person.js';
import { RuleViolation } from './rule-violation.js';

/** Why a note goes. `misfiled` moves it to the stay it is about. */
export const takeBackReasons: readonly ListEntry[] = [
  { code: 'misfiled', label: 'It is about a guest: it goes to their stay' },
  { code: 'names_someone', label: 'It names someone who should not be named here' },
  { code: 'not_so', label: 'It is not so' },
  { code: 'not_needed', label: 'The house does not need to know it' },
  { code: 'by_mistake', label: 'Saved by mistake' },
];

/** How long its writer takes a note back alone. */
const WRITERS_TIME = Temporal.Duration.from({ hours: 1 });

/** What stands where a text was. */
export const NO_WORDS = '–';

/** Why nothing can be done with it any more. */
export const WORDS_GONE = 'This note was taken back. Its words are gone.';

/** Who took a note back, when and why; its words are gone from the file (R28). */
export class TakenBack {
  id: string;
  at: Temporal.Instant;
  personId: string;
  reason: string;
  noteId: string | null;
  guestNoteId: string | null;

  constructor(facts: { id: string; at: Temporal.Instant; personId: string; reason: string; of: NoteRef }) {
    this.id = facts.id;
    this.at = facts.at;
    this.personId = facts.personId;
    this.reason = facts.reason;
    this.noteId = facts.of.noteId;
    this.guestNoteId = facts.of.guestNoteId;
  }
}

/** Why this person cannot take the note back at `now`, or null: its writer within the hour, a coordinator always (R28). */
export function whyNotTakeBack(
  note: { personId: string; writtenAt: Temporal.Instant },
  who: Actor,
  now: Temporal.Instant,
): string | null {
  if (who.role !== 'staff') return null;
  if (note.personId !== who.id) return 'Only who wrote it takes it back, within the hour, or a coordinator.';
  return isEarlier(now, note.writtenAt.add(WRITERS_TIME))
    ? null
    : 'The hour in which you take it back yourself is over. A coordinator can.';
}

/**
 * A note is misfiled exactly when a stay is chosen to which it goes. Throws a RuleViolation for `rightStayId` or `reason`
 * when the two do not fit each other.
 */
export function checkRightStay(reason: string, rightStayId: string): void {
  if (reason === 'misfiled' && rightStayId === '')
    throw new RuleViolation('rightStayId', 'Choose whose note it is');
  if (reason !== 'misfiled' && rightStayId !== '')
    throw new RuleViolation('reason', 'You chose a guest. Is the note about them, or does it go for good?');
}
