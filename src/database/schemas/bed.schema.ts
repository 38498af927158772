import { EntitySchema } from 'typeorm';
import { Bed } from '../../domain/bed.js';
import { column, empty } from '../columns.js';

export const BedSchema = new EntitySchema<Bed>({
  name: 'Bed',
  target: Bed,
  tableName: 'beds',
  columns: {
    id: column.id(),
    name: column.text('name'),
    room: column.text('room', empty),
    position: column.number('position'),
    firstNight: column.day('first_night'),
    lastNight: column.day('last_night', empty),
    features: column.words('features'),
    version: column.number('version'),
  },
});
