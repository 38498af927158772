import { Module } from '@nestjs/common';
import { GuestsModule } from '../guests/guests.module.js';
import { AnyNote } from './any-note.service.js';
import { BesideNotes } from './beside-notes.service.js';
import { FindNotesController } from './find-notes.controller.js';
import { FindNotes } from './find-notes.service.js';
import { GuestNotePages } from './guest-note-pages.service.js';
import { GuestNotesController } from './guest-notes.controller.js';
import { GuestNotesService } from './guest-notes.service.js';
import { HandedOverNotes } from './handed-over.service.js';
import { LaterWordsService } from './later-words.service.js';
import { NoteAnswers } from './note-answers.service.js';
import { NoteBox } from './note-box.service.js';
import { NoteChanges } from './note-changes.service.js';
import { NoteLooks } from './note-looks.service.js';
import { NoteNumbers } from './note-numbers.service.js';
import { NoteOnPaper } from './note-on-paper.service.js';
import { NotePages } from './note-pages.service.js';
import { NoteController } from './note.controller.js';
import { NotesController } from './notes.controller.js';
import { NotesService } from './notes.service.js';
import { PlainWordsController } from './plain-words.controller.js';
import { ReadingService } from './reading.service.js';
import { ShownGuestNotes } from './shown-guest-notes.service.js';
import { ShownNotes } from './shown-notes.service.js';
import { UndoDone } from './undo-done.service.js';

@Module({
  imports: [GuestsModule],
  controllers: [
    FindNotesController,
    NotesController,
    NoteController,
    GuestNotesController,
    PlainWordsController,
  ],
  providers: [
    AnyNote,
    BesideNotes,
    FindNotes,
    GuestNotePages,
    NoteAnswers,
    GuestNotesService,
    HandedOverNotes,
    LaterWordsService,
    NoteBox,
    NoteChanges,
    NoteLooks,
    NoteNumbers,
    NoteOnPaper,
    NotePages,
    NotesService,
    ReadingService,
    ShownGuestNotes,
    ShownNotes,
    UndoDone,
  ],
  exports: [
    NoteAnswers,
    GuestNotesService,
    HandedOverNotes,
    NoteBox,
    NoteLooks,
    NotesService,
    ReadingService,
    ShownGuestNotes,
    ShownNotes,
  ],
})
export class NotesModule {}
