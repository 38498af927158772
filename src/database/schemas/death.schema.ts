import { EntitySchema } from 'typeorm';
import { Death } from '../../domain/death.js';
import { column, empty } from '../columns.js';

export const DeathSchema = new EntitySchema<Death>({
  name: 'Death',
  target: Death,
  tableName: 'deaths',
  columns: {
    id: column.id(),
    guestId: column.text('guest_id'),
    stayId: column.text('stay_id'),
    diedAt: column.instant('died_at'),
    about: column.text('about'),
    writtenAt: column.instant('written_at'),
    personId: column.text('person_id'),
    undoneAt: column.instant('undone_at', empty),
  },
});
