import { EntitySchema } from 'typeorm';
import { Absence } from '../../domain/absence.js';
import { column, empty } from '../columns.js';

export const AbsenceSchema = new EntitySchema<Absence>({
  name: 'Absence',
  target: Absence,
  tableName: 'absences',
  columns: {
    id: column.id(),
    stayId: column.text('stay_id'),
    kind: column.text('kind'),
    sinceAt: column.instant('since_at'),
    sinceDay: column.day('since_day'),
    backBy: column.instant('back_by', empty),
    wish: column.text('wish', empty),
    backAt: column.instant('back_at', empty),
    backDay: column.day('back_day', empty),
    ending: column.text('ending', empty),
    undoneAt: column.instant('undone_at', empty),
  },
});
