import { EntitySchema } from 'typeorm';
import { Supply } from '../../domain/supply.js';
import { column, empty } from '../columns.js';

export const SupplySchema = new EntitySchema<Supply>({
  name: 'Supply',
  target: Supply,
  tableName: 'supplies',
  columns: {
    id: column.id(),
    name: column.text('name'),
    place: column.text('place', empty),
    everyDays: column.number('every_days'),
    goodUntil: column.day('good_until', empty),
    onSince: column.day('on_since', empty),
    version: column.number('version'),
  },
});
