import { EntitySchema } from 'typeorm';
import { Act } from '../../domain/act.js';
import { column, empty } from '../columns.js';

export const ActSchema = new EntitySchema<Act>({
  name: 'Act',
  target: Act,
  tableName: 'acts',
  columns: {
    number: { type: 'integer', primary: true },
    id: column.text('id', { unique: true }),
    kind: column.text('kind'),
    personId: column.text('person_id'),
    at: column.instant('at'),
    houseDay: column.day('house_day'),
    stayId: column.text('stay_id', empty),
    bedId: column.text('bed_id', empty),
    details: column.json('details'),
    reason: column.text('reason', empty),
    undoUntil: column.instant('undo_until', empty),
    undoneByAct: column.text('undone_by_act', empty),
  },
});
