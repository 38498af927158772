import { isNeverDeleted, isNotReplaced, keepsItsKey } from '../open-the-house/kept-rows.js';
import { anyChanged, onEveryWrite, refuse } from '../open-the-house/refuse.js';
import { isInstant, isMinute, isOneOf, isText } from '../open-the-house/shapes.js';

/** Nights a guest is out of the house and the bed is kept (R21). One that is open ends with the stay. */
export const absences = [
  `CREATE TABLE absences (
    id TEXT PRIMARY KEY NOT NULL,
    stay_id TEXT NOT NULL REFERENCES stays,
    kind TEXT NOT NULL CHECK (${isOneOf('kind', ['away', 'not-seen'])}),
    since_at TEXT NOT NULL CHECK (${isMinute('since_at')}),
    since_day TEXT NOT NULL REFERENCES nights,
    back_by TEXT CHECK (${isMinute('back_by')}),
    wish TEXT CHECK (${isText('wish', 500)}),
    back_at TEXT CHECK (${isMinute('back_at')}),
    back_day TEXT REFERENCES nights,
    ending TEXT CHECK (${isOneOf('ending', ['back', 'told-anew'])}),
    undone_at TEXT CHECK (${isInstant('undone_at')}),
    CHECK ((kind = 'away') = (back_by IS NOT NULL)),
    CHECK (kind = 'away' OR wish IS NULL),
    CHECK ((back_at IS NULL) = (back_day IS NULL) AND (back_at IS NULL) = (ending IS NULL)),
    CHECK (back_at >= since_at AND back_day >= since_day)
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX absences_one_open_per_stay ON absences (stay_id) WHERE back_at IS NULL AND undone_at IS NULL`,
  `CREATE INDEX absences_of_a_stay ON absences (stay_id, since_at)`,

  isNotReplaced('absences'),
  keepsItsKey('absences'),
  isNeverDeleted('absences'),
  // The wish may be forgotten (R47), who was out of the house when stays
  refuse(
    'absences_keep_what_they_were',
    `BEFORE UPDATE ON absences WHEN ${anyChanged('stay_id', 'kind', 'since_at', 'since_day', 'back_by')}`,
    'absences: stay, kind and times never change',
  ),
  // For nights gone by as well as for what is open: a night counts once
  ...onEveryWrite(
    'one_absence_at_a_time',
    'absences',
    `NEW.undone_at IS NULL AND EXISTS (
      SELECT 1 FROM absences a
      WHERE a.stay_id = NEW.stay_id AND a.id <> NEW.id AND a.undone_at IS NULL
        AND NEW.since_day < ifnull(a.back_day, '9999') AND a.since_day < ifnull(NEW.back_day, '9999'))`,
    'absences: out of the house already',
  ),
];
