import { EntitySchema } from 'typeorm';
import { Place } from '../../domain/place.js';
import { column, empty } from '../columns.js';

export const PlaceSchema = new EntitySchema<Place>({
  name: 'Place',
  target: Place,
  tableName: 'places',
  columns: {
    id: column.id(),
    name: column.text('name'),
    kind: column.text('kind'),
    phone: column.text('phone', empty),
    address: column.text('address', empty),
    opens: column.text('opens', empty),
    note: column.text('note', empty),
    retiredOn: column.day('retired_on', empty),
    version: column.number('version'),
  },
});
