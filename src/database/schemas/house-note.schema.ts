import { EntitySchema } from 'typeorm';
import { HouseNote } from '../../domain/house-note.js';
import { column, empty } from '../columns.js';

export const HouseNoteSchema = new EntitySchema<HouseNote>({
  name: 'HouseNote',
  target: HouseNote,
  tableName: 'notes',
  columns: {
    number: { type: 'integer', primary: true },
    id: column.text('id'),
    text: column.text('text'),
    lives: column.text('lives'),
    shiftEndsAt: column.instant('shift_ends_at', empty),
    untilDay: column.day('until_day', empty),
    eventAt: column.instant('event_at', empty),
    writtenAt: column.instant('written_at'),
    houseDay: column.day('house_day'),
    personId: column.text('person_id'),
    isPinned: column.yesOrNo('is_pinned'),
    doneAt: column.instant('done_at', empty),
    doneBy: column.text('done_by', empty),
  },
});
