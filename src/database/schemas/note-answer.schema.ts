import { EntitySchema } from 'typeorm';
import { HiddenNote } from '../../domain/hidden-note.js';
import { NoteAnswer } from '../../domain/note-answer.js';
import { column, empty } from '../columns.js';

export const NoteAnswerSchema = new EntitySchema<NoteAnswer>({
  name: 'NoteAnswer',
  target: NoteAnswer,
  tableName: 'note_answers',
  columns: {
    id: column.id(),
    guestNoteId: column.text('guest_note_id'),
    toNumber: column.number('to_number'),
    answer: column.text('answer'),
    words: column.text('words', empty),
    at: column.instant('at'),
    personId: column.text('person_id'),
    isAlone: column.yesOrNo('is_alone'),
  },
});

export const HiddenNoteSchema = new EntitySchema<HiddenNote>({
  name: 'HiddenNote',
  target: HiddenNote,
  tableName: 'hidden_notes',
  columns: {
    guestNoteId: column.text('guest_note_id', { primary: true }),
    reason: column.text('reason'),
    untilDay: column.day('until_day'),
    lookedAt: column.instant('looked_at', empty),
    lookedBy: column.text('looked_by', empty),
    openedAt: column.instant('opened_at', empty),
    openedBy: column.text('opened_by', empty),
  },
});
