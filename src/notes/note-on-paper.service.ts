import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { paths } from '../web/paths.js';
import {
  type PaperDesk,
  type PaperFacts,
  type PaperKind,
  PaperKinds,
  type TypedForm,
} from '../paper/paper-kinds.service.js';
import { type Question, timeQuestion } from '../web/paper-questions.js';
import { NoteForm } from './notes.forms.js';
import { type NewNote, NotesService } from './notes.service.js';
import { noteFields } from './notes.views.js';

/** On paper: a remark for the next shift, with when it happened (R29, R52). */
@Injectable()
export class NoteOnPaper implements PaperKind<NewNote> {
  readonly label = 'A note';
  readonly act = 'notes.write';
  readonly time = 'eventAt';
  readonly about = null;

  constructor(
    private readonly notes: NotesService,
    kinds: PaperKinds,
  ) {
    kinds.when('note', this);
  }

  form(body: TypedForm['body']): NoteForm {
    return new NoteForm(body);
  }

  questions(form: TypedForm, { house, now }: PaperDesk): Promise<Question[]> {
    const { text, lives, until } = noteFields(form, { house, now });
    return Promise.resolve([
      { part: 'area', view: text },
      { part: 'choices', view: lives },
      { part: 'field', view: until },
      timeQuestion(form, this.time, 'When did it happen?'),
    ]);
  }

  async record(tx: EntityManager, note: NewNote, { at, who, house }: PaperFacts) {
    const { id } = await this.notes.write(tx, { ...note, eventAt: at }, who, house);
    return { address: paths.shift(), subjectId: id, undo: null };
  }
}
