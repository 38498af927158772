import { EntitySchema } from 'typeorm';
import { Connection } from '../../domain/connection.js';
import { column, empty } from '../columns.js';

export const ConnectionSchema = new EntitySchema<Connection>({
  name: 'Connection',
  target: Connection,
  tableName: 'connections',
  columns: {
    id: column.id(),
    stayId: column.text('stay_id'),
    placeId: column.text('place_id', empty),
    ownWords: column.text('own_words', empty),
    way: column.text('way', empty),
    madeAt: column.instant('made_at'),
    personId: column.text('person_id'),
    undoneAt: column.instant('undone_at', empty),
    version: column.number('version'),
  },
});
