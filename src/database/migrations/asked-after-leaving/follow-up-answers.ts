import { anyChanged, refuse } from '../open-the-house/refuse.js';

const REACHED = `SELECT 1 FROM follow_ups f JOIN consents c ON c.id = f.consent_id
      WHERE f.id = NEW.follow_up_id AND f.stay_id = NEW.stay_id AND f.closed_as = 'reached' AND c.withdrawn_at IS NULL
        AND (c.expires_on IS NULL OR c.expires_on >= NEW.house_day)`;

/** What is said at a follow-up belongs to it, once; it is asked only of somebody who was reached under a yes that holds (R32). */
export const followUpAnswers = [
  'ALTER TABLE answer_sets ADD COLUMN follow_up_id TEXT REFERENCES follow_ups',
  `CREATE UNIQUE INDEX answer_sets_once_at_a_follow_up ON answer_sets (follow_up_id)
    WHERE undone_at IS NULL AND follow_up_id IS NOT NULL`,
  refuse(
    'answer_sets_at_a_follow_up_are_not_pushed_out',
    `BEFORE INSERT ON answer_sets WHEN NEW.undone_at IS NULL AND EXISTS (
      SELECT 1 FROM answer_sets WHERE follow_up_id = NEW.follow_up_id AND undone_at IS NULL)`,
    'answer_sets: answered already',
  ),
  refuse(
    'answer_sets_at_a_follow_up_need_it',
    `BEFORE INSERT ON answer_sets WHEN (NEW.moment = 'follow-up') <> (NEW.follow_up_id IS NOT NULL)
      OR (NEW.follow_up_id IS NOT NULL AND NOT EXISTS (${REACHED}))`,
    'answer_sets: nobody was reached, or no yes holds',
  ),
  refuse(
    'answer_sets_keep_their_follow_up',
    `BEFORE UPDATE ON answer_sets WHEN ${anyChanged('follow_up_id')}`,
    'answer_sets: only their undoing can be added',
  ),
];
