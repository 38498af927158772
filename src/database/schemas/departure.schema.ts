import { EntitySchema } from 'typeorm';
import { Departure } from '../../domain/departure.js';
import { column, empty } from '../columns.js';

export const DepartureSchema = new EntitySchema<Departure>({
  name: 'Departure',
  target: Departure,
  tableName: 'departures',
  columns: {
    id: column.id(),
    stayId: column.text('stay_id'),
    leftAt: column.instant('left_at'),
    leftAbout: column.text('left_about'),
    ending: column.text('ending'),
    destination: column.text('destination'),
    ownWords: column.text('own_words', empty),
    inTouch: column.text('in_touch'),
    keysBack: column.text('keys_back'),
    thingsLeft: column.text('things_left', empty),
    thingsUntil: column.day('things_until', empty),
    undoneAt: column.instant('undone_at', empty),
  },
});
