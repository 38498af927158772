import { EntitySchema } from 'typeorm';
import { FollowUp } from '../../domain/follow-up.js';
import { column, empty } from '../columns.js';

export const FollowUpSchema = new EntitySchema<FollowUp>({
  name: 'FollowUp',
  target: FollowUp,
  tableName: 'follow_ups',
  columns: {
    id: column.id(),
    stayId: column.text('stay_id'),
    consentId: column.text('consent_id'),
    point: column.text('point'),
    dueOn: column.day('due_on'),
    nextTryAt: column.instant('next_try_at', empty),
    waitsSince: column.instant('waits_since', empty),
    closedAt: column.instant('closed_at', empty),
    closedAs: column.text('closed_as', empty),
    callerId: column.text('caller_id', empty),
    ifGone: column.text('if_gone', empty),
    mostTries: column.number('most_tries'),
    version: column.number('version'),
  },
});
