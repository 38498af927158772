import { EntitySchema } from 'typeorm';
import { Closure } from '../../domain/closure.js';
import { column, empty } from '../columns.js';

export const ClosureSchema = new EntitySchema<Closure>({
  name: 'Closure',
  target: Closure,
  tableName: 'closures',
  columns: {
    id: column.id(),
    bedId: column.text('bed_id'),
    firstNight: column.day('first_night'),
    lastNight: column.day('last_night', empty),
    reason: column.text('reason'),
    note: column.text('note', empty),
    isPlanned: column.yesOrNo('is_planned'),
    madeBy: column.text('made_by'),
    madeAt: column.instant('made_at'),
    seenBy: column.text('seen_by', empty),
    seenAt: column.instant('seen_at', empty),
    endedAt: column.instant('ended_at', empty),
    endedOn: column.day('ended_on', empty),
    ending: column.text('ending', empty),
    version: column.number('version'),
  },
});
