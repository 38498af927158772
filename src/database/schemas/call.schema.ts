import { EntitySchema } from 'typeorm';
import { Call } from '../../domain/call.js';
import { column, empty } from '../columns.js';

export const CallSchema = new EntitySchema<Call>({
  name: 'Call',
  target: Call,
  tableName: 'calls',
  columns: {
    id: column.id(),
    line: column.text('line'),
    caller: column.text('caller'),
    outcome: column.text('outcome'),
    at: column.instant('at'),
    houseDay: column.day('house_day'),
    personId: column.text('person_id'),
    undoneAt: column.instant('undone_at', empty),
  },
});
