import { EntitySchema } from 'typeorm';
import { Turnover } from '../../domain/turnover.js';
import { column, empty } from '../columns.js';

export const TurnoverSchema = new EntitySchema<Turnover>({
  name: 'Turnover',
  target: Turnover,
  tableName: 'turnovers',
  columns: {
    id: column.id(),
    bedId: column.text('bed_id'),
    segmentId: column.text('segment_id'),
    sinceAt: column.instant('since_at'),
    endedAt: column.instant('ended_at', empty),
    readyBy: column.text('ready_by', empty),
  },
});
