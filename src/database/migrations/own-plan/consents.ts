import { isNeverDeleted, isNotReplaced, keepsItsKey } from '../open-the-house/kept-rows.js';
import { anyChanged, refuse } from '../open-the-house/refuse.js';
import { isInstant, isOneOf, isText } from '../open-the-house/shapes.js';

const yesOrNo = (column: string, usual = 0) =>
  `${column} INTEGER NOT NULL DEFAULT ${usual} CHECK (${column} IN (0, 1))`;

const before = `id, guest_id, stay_id, purpose, channel, detail, voicemail, say_house_name, safe_from, safe_to, given_at, given_on,
  withdrawn_at, withdrawn_by, set_aside_by, held_by`;

/**
 * Every purpose a guest can say yes to (R32). SQLite cannot widen a CHECK, so the table is made anew with its rows; what points
 * at them is looked at when all of it is done.
 */
const anew = [
  'PRAGMA defer_foreign_keys = ON',
  `CREATE TABLE consents_before AS SELECT ${before} FROM consents`,
  'DROP TABLE consents',
  `CREATE TABLE consents (
    id TEXT PRIMARY KEY NOT NULL,
    guest_id TEXT NOT NULL REFERENCES guests,
    stay_id TEXT NOT NULL REFERENCES stays,
    purpose TEXT NOT NULL CHECK (${isOneOf('purpose', ['follow-up', 'things', 'alternate', 'research'])}),
    channel TEXT NOT NULL CHECK (${isOneOf('channel', ['call', 'text', 'post', 'they-call', 'none'])}),
    detail TEXT CHECK (${isText('detail', 500)}),
    ${yesOrNo('voicemail')},
    ${yesOrNo('say_house_name')},
    safe_from INTEGER CHECK (safe_from BETWEEN 0 AND 23),
    safe_to INTEGER CHECK (safe_to BETWEEN 1 AND 24),
    given_at TEXT NOT NULL CHECK (${isInstant('given_at')}),
    given_on TEXT NOT NULL REFERENCES nights,
    withdrawn_at TEXT CHECK (${isInstant('withdrawn_at')}),
    withdrawn_by TEXT REFERENCES attempts (id),
    set_aside_by TEXT REFERENCES attempts (id),
    held_by TEXT REFERENCES guests CHECK (held_by IS NULL OR withdrawn_at IS NOT NULL),
    ${yesOrNo('shared_phone')},
    language TEXT CHECK (${isText('language', 100)}),
    expires_on TEXT REFERENCES nights CHECK (expires_on >= given_on),
    person TEXT CHECK (${isText('person', 100)}),
    told TEXT CHECK (${isText('told', 500)}),
    ${yesOrNo('at_leaving', 1)},
    given_by TEXT REFERENCES people,
    withdrawn_person TEXT REFERENCES people,
    undone_at TEXT CHECK (${isInstant('undone_at')}),
    CHECK ((channel IN ('they-call', 'none')) = (detail IS NULL)),
    CHECK ((purpose = 'research') = (channel = 'none')),
    CHECK (channel <> 'they-call' OR purpose = 'follow-up'),
    CHECK ((purpose = 'alternate') = (person IS NOT NULL)),
    CHECK ((safe_from IS NULL) = (safe_to IS NULL) AND (safe_from IS NULL OR safe_from < safe_to)),
    CHECK (withdrawn_at IS NOT NULL OR (withdrawn_by IS NULL AND withdrawn_person IS NULL AND undone_at IS NULL)),
    CHECK ((at_leaving = 1) = (given_by IS NULL))
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO consents (${before}) SELECT ${before} FROM consents_before`,
  'DROP TABLE consents_before',
  'CREATE INDEX consents_of_a_guest ON consents (guest_id)',
  'CREATE INDEX consents_of_a_stay ON consents (stay_id)',
];

/** What a guest said stays as they said it; only its end is added. Whose it is follows the stay (R53). */
const guards = [
  isNotReplaced('consents'),
  keepsItsKey('consents'),
  isNeverDeleted('consents'),
  refuse(
    'consents_keep_what_was_said',
    `BEFORE UPDATE ON consents WHEN ${anyChanged(
      ...'stay_id purpose channel detail voicemail say_house_name safe_from safe_to given_at given_on'.split(
        ' ',
      ),
      ...'shared_phone language expires_on person told at_leaving given_by'.split(' '),
    )}`,
    'consents: what was said stays; write a new one',
  ),
];

/** A follow-up is planned, and tried, only for a yes to it that still holds then (R32, R35). */
const live = [
  'DROP TRIGGER follow_ups_need_a_live_consent',
  'DROP TRIGGER attempts_need_a_live_consent',
  refuse(
    'follow_ups_need_a_live_consent',
    `BEFORE INSERT ON follow_ups WHEN NOT EXISTS (
      SELECT 1 FROM consents c WHERE c.id = NEW.consent_id AND c.stay_id = NEW.stay_id AND c.withdrawn_at IS NULL
        AND c.purpose = 'follow-up' AND (c.expires_on IS NULL OR c.expires_on >= NEW.due_on))`,
    'follow_ups: no live consent',
  ),
  refuse(
    'attempts_need_a_live_consent',
    `BEFORE INSERT ON attempts WHEN NOT EXISTS (
      SELECT 1 FROM follow_ups f JOIN consents c ON c.id = f.consent_id
      WHERE f.id = NEW.follow_up_id AND f.closed_at IS NULL AND c.withdrawn_at IS NULL
        AND (c.expires_on IS NULL OR c.expires_on >= NEW.house_day))`,
    'attempts: no live consent',
  ),
];

export const consents = [...anew, ...guards, ...live];
