import { EntitySchema } from 'typeorm';
import { Attempt } from '../../domain/attempt.js';
import { column, empty } from '../columns.js';

export const AttemptSchema = new EntitySchema<Attempt>({
  name: 'Attempt',
  target: Attempt,
  tableName: 'attempts',
  columns: {
    number: { type: 'integer', primary: true, generated: true },
    id: column.text('id'),
    followUpId: column.text('follow_up_id'),
    at: column.instant('at'),
    houseDay: column.day('house_day'),
    channel: column.text('channel'),
    result: column.text('result'),
    askedFor: column.instant('asked_for', empty),
    personId: column.text('person_id'),
    undoneAt: column.instant('undone_at', empty),
  },
});
