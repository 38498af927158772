import { EntitySchema } from 'typeorm';
import { OnShift } from '../../domain/on-shift.js';
import { column, empty } from '../columns.js';

export const OnShiftSchema = new EntitySchema<OnShift>({
  name: 'OnShift',
  target: OnShift,
  tableName: 'on_shift',
  columns: {
    id: column.id(),
    personId: column.text('person_id'),
    role: column.text('role'),
    fromAt: column.instant('from_at'),
    toAt: column.instant('to_at'),
    phone: column.text('phone', empty),
    putBy: column.text('put_by'),
    putAt: column.instant('put_at'),
    endedAt: column.instant('ended_at', empty),
    endedBy: column.text('ended_by', empty),
    undoneAt: column.instant('undone_at', empty),
  },
});
