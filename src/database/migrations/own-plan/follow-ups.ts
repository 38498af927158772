import { isOneOf } from '../open-the-house/shapes.js';

/** Who rings, as the guest wishes, and what then happens when that person no longer works here (R33). */
const callers = [
  `ALTER TABLE follow_ups ADD COLUMN caller_id TEXT REFERENCES people`,
  `ALTER TABLE follow_ups ADD COLUMN if_gone TEXT CHECK (${isOneOf('if_gone', ['team', 'nobody'])}
    AND (caller_id IS NULL) = (if_gone IS NULL))`,
  `ALTER TABLE follow_ups ADD COLUMN most_tries INTEGER NOT NULL DEFAULT 3 CHECK (most_tries BETWEEN 1 AND 10)`,
];

/** A yes that was taken back leaves no task, not even one that no page shows (R35). */
const noTaskLeft = `UPDATE follow_ups SET closed_as = 'stopped', next_try_at = NULL, waits_since = NULL,
  closed_at = (SELECT substr(c.withdrawn_at, 1, 17) || '00Z' FROM consents c WHERE c.id = consent_id)
  WHERE closed_at IS NULL AND consent_id IN (SELECT id FROM consents WHERE withdrawn_at IS NOT NULL)`;

/** What ended lately stands on the list for a while. */
const byEnd = `CREATE INDEX follow_ups_ended ON follow_ups (closed_at) WHERE closed_at IS NOT NULL`;

export const followUps = [...callers, noTaskLeft, byEnd];
