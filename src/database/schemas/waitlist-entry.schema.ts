import { EntitySchema } from 'typeorm';
import { WaitlistEntry } from '../../domain/waitlist-entry.js';
import { column, empty } from '../columns.js';

export const WaitlistEntrySchema = new EntitySchema<WaitlistEntry>({
  name: 'WaitlistEntry',
  target: WaitlistEntry,
  tableName: 'waitlist',
  columns: {
    number: { type: 'integer', primary: true, generated: true },
    id: column.text('id'),
    name: column.text('name', empty),
    need: column.text('need', empty),
    askedAt: column.instant('asked_at'),
    askedOn: column.day('asked_on'),
    personId: column.text('person_id'),
    askAgainOn: column.day('ask_again_on'),
    outcome: column.text('outcome', empty),
    reason: column.text('reason', empty),
    closedAt: column.instant('closed_at', empty),
    closedBy: column.text('closed_by', empty),
    version: column.number('version'),
  },
});
