import { EntitySchema } from 'typeorm';
import { Amendment } from '../../domain/amendment.js';
import { TakenBack } from '../../domain/taking-back.js';
import { column, empty } from '../columns.js';

const ofOneNote = {
  noteId: column.text('note_id', empty),
  guestNoteId: column.text('guest_note_id', empty),
};

export const AmendmentSchema = new EntitySchema<Amendment>({
  name: 'Amendment',
  target: Amendment,
  tableName: 'amendments',
  columns: {
    number: { type: 'integer', primary: true },
    id: column.text('id'),
    text: column.text('text'),
    why: column.text('why'),
    writtenAt: column.instant('written_at'),
    houseDay: column.day('house_day'),
    personId: column.text('person_id'),
    ...ofOneNote,
  },
});

export const TakenBackSchema = new EntitySchema<TakenBack>({
  name: 'TakenBack',
  target: TakenBack,
  tableName: 'notes_taken_back',
  columns: {
    id: column.id(),
    at: column.instant('at'),
    personId: column.text('person_id'),
    reason: column.text('reason'),
    ...ofOneNote,
  },
});
