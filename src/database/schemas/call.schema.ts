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
    noStayReason: column.text('no_stay_reason', empty),
    minutes: column.number('minutes', empty),
    name: column.text('name', empty),
    at: column.instant('at'),
    houseDay: column.day('house_day'),
    personId: column.text('person_id'),
    ringAt: column.instant('ring_at', empty),
    reach: column.text('reach', empty),
    rungAt: column.instant('rung_at', empty),
    rungBy: column.text('rung_by', empty),
    undoneAt: column.instant('undone_at', empty),
  },
});
