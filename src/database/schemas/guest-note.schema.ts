import { EntitySchema } from 'typeorm';
import { GuestNote } from '../../domain/guest-note.js';
import { column, empty } from '../columns.js';

export const GuestNoteSchema = new EntitySchema<GuestNote>({
  name: 'GuestNote',
  target: GuestNote,
  tableName: 'guest_notes',
  columns: {
    number: { type: 'integer', primary: true },
    id: column.text('id'),
    stayId: column.text('stay_id'),
    text: column.text('text'),
    writtenBy: column.text('written_by'),
    eventAt: column.instant('event_at', empty),
    writtenAt: column.instant('written_at'),
    houseDay: column.day('house_day'),
    personId: column.text('person_id'),
  },
});
