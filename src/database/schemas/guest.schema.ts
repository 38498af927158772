import { EntitySchema } from 'typeorm';
import { Guest } from '../../domain/guest.js';
import { column, empty } from '../columns.js';

export const GuestSchema = new EntitySchema<Guest>({
  name: 'Guest',
  target: Guest,
  tableName: 'guests',
  columns: {
    id: column.id(),
    name: column.text('name', empty),
    foldedName: column.text('folded_name', empty),
    pronouns: column.text('pronouns', empty),
    addedAt: column.instant('added_at'),
    version: column.number('version'),
  },
});
