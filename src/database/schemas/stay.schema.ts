import { EntitySchema } from 'typeorm';
import { Stay } from '../../domain/stay.js';
import { column, empty } from '../columns.js';

export const StaySchema = new EntitySchema<Stay>({
  name: 'Stay',
  target: Stay,
  tableName: 'stays',
  columns: {
    id: column.id(),
    guestId: column.text('guest_id'),
    stayedBefore: column.text('stayed_before'),
    referralSource: column.text('referral_source'),
    arrivedAt: column.instant('arrived_at'),
    arrivalDay: column.day('arrival_day'),
    firstPlannedDay: column.day('first_planned_day'),
    plannedDay: column.day('planned_day'),
    leftAt: column.instant('left_at', empty),
    departureDay: column.day('departure_day', empty),
    undoneAt: column.instant('undone_at', empty),
    version: column.number('version'),
  },
});
