import { Module } from '@nestjs/common';
import { NoteBox } from './note-box.service.js';
import { NoteOnPaper } from './note-on-paper.service.js';
import { NotesController } from './notes.controller.js';
import { NotesService } from './notes.service.js';
import { UndoDone } from './undo-done.service.js';

@Module({
  controllers: [NotesController],
  providers: [NoteBox, NoteOnPaper, NotesService, UndoDone],
  exports: [NoteBox, NotesService],
})
export class NotesModule {}
