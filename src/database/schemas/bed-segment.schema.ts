import { EntitySchema } from 'typeorm';
import { BedSegment } from '../../domain/bed-segment.js';
import { column, empty } from '../columns.js';

export const BedSegmentSchema = new EntitySchema<BedSegment>({
  name: 'BedSegment',
  target: BedSegment,
  tableName: 'bed_segments',
  columns: {
    id: column.id(),
    stayId: column.text('stay_id'),
    bedId: column.text('bed_id'),
    fromAt: column.instant('from_at'),
    fromDay: column.day('from_day'),
    toAt: column.instant('to_at', empty),
    toDay: column.day('to_day', empty),
    place: column.number('place'),
    undoneAt: column.instant('undone_at', empty),
  },
});
