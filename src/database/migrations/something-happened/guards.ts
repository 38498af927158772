import { isNeverDeleted, isNotReplaced, keepsItsKey } from '../open-the-house/kept-rows.js';
import { anyChanged, onEveryWrite, refuse } from '../open-the-house/refuse.js';

/** Locked: closed, or taken back. */
const isLocked = (incident: string) =>
  `EXISTS (SELECT 1 FROM incidents i WHERE i.id = ${incident} AND (i.closed_at IS NOT NULL OR i.undone_at IS NOT NULL))`;

/** Once closed, nothing of it changes, whoever writes to the file: words are added, and none of the others go. */
export const guards = [
  isNotReplaced('incidents'),
  keepsItsKey('incidents'),
  isNeverDeleted('incidents'),
  refuse(
    'incidents_are_locked_on_close',
    `BEFORE UPDATE ON incidents WHEN OLD.closed_at IS NOT NULL OR OLD.undone_at IS NOT NULL`,
    'incidents: closed, only added to',
  ),
  refuse(
    'incidents_keep_their_writer',
    `BEFORE UPDATE ON incidents WHEN ${anyChanged('written_at', 'person_id', 'clocks_up_to')}`,
    'incidents: who wrote it and when never changes',
  ),
  ...onEveryWrite(
    'incident_guests_are_locked',
    'incident_guests',
    isLocked('NEW.incident_id'),
    'incident_guests: closed, only added to',
  ),
  refuse(
    'incident_guests_are_not_replaced',
    `BEFORE INSERT ON incident_guests WHEN EXISTS (SELECT 1 FROM incident_guests
      WHERE incident_id = NEW.incident_id AND guest_id = NEW.guest_id)`,
    'incident_guests: already there',
  ),
  refuse(
    'incident_guests_stay_who_they_are',
    `BEFORE UPDATE ON incident_guests WHEN ${anyChanged('incident_id', 'guest_id', 'stay_id')}`,
    'incident_guests: who it is never changes',
  ),
  isNeverDeleted('incident_guests'),
  refuse(
    'incident_words_are_not_replaced',
    `BEFORE INSERT ON incident_words WHEN EXISTS (SELECT 1 FROM incident_words
      WHERE number = NEW.number OR id = NEW.id)`,
    'incident_words: already there',
  ),
  refuse(
    'incident_words_are_only_added_after_close',
    `BEFORE INSERT ON incident_words WHEN NEW.code NOT IN ('told', 'addition') AND ${isLocked('NEW.incident_id')}`,
    'incident_words: closed, only added to',
  ),
  // Blanked when they are forgotten (R47); that somebody was told can be taken back
  refuse(
    'incident_words_stay_as_written',
    `BEFORE UPDATE ON incident_words WHEN (OLD.undone_at IS NOT NULL AND ${anyChanged('undone_at')})
      OR (NEW.text IS NOT NULL AND ${anyChanged('text')})
      OR ${anyChanged('number', 'id', 'incident_id', 'code', 'guest_id', 'told_at', 'due', 'person_id', 'written_at')}`,
    'incident_words: never changed',
  ),
  isNeverDeleted('incident_words'),
  refuse(
    'incident_clocks_are_not_replaced',
    `BEFORE INSERT ON incident_clocks WHEN EXISTS (SELECT 1 FROM incident_clocks WHERE number = NEW.number)`,
    'incident_clocks: already there',
  ),
  refuse(
    'incident_clocks_are_not_changed',
    'BEFORE UPDATE ON incident_clocks',
    'incident_clocks: only added to',
  ),
  isNeverDeleted('incident_clocks'),
];
