import { EntitySchema } from 'typeorm';
import { Hold } from '../../domain/hold.js';
import { column, empty } from '../columns.js';

export const HoldSchema = new EntitySchema<Hold>({
  name: 'Hold',
  target: Hold,
  tableName: 'holds',
  columns: {
    id: column.id(),
    bedId: column.text('bed_id'),
    guestName: column.text('guest_name', empty),
    guestId: column.text('guest_id', empty),
    firstNight: column.day('first_night'),
    endNight: column.day('end_night'),
    keepUntil: column.instant('keep_until'),
    reach: column.text('reach', empty),
    reason: column.text('reason', empty),
    madeBy: column.text('made_by'),
    madeAt: column.instant('made_at'),
    endedAt: column.instant('ended_at', empty),
    endedOn: column.day('ended_on', empty),
    ending: column.text('ending', empty),
    version: column.number('version'),
  },
});
