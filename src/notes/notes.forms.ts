import { IsIn, IsNotEmpty, ValidateIf } from 'class-validator';
import { type NoteLife, noteLives } from '../domain/house-note.js';
import { parseDay } from '../domain/house-time.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { IsCalendarDate } from '../web/is-calendar-date.js';
import type { NewNote } from './notes.service.js';

/** A house note; without a word about how long, it is for this shift. */
export class NoteForm extends Form<NewNote> {
  @IsNotEmpty({ message: 'Write the note' })
  readonly text: string;

  @IsIn(noteLives, { message: 'Choose how long it is shown' })
  readonly lives: string;

  @ValidateIf(({ lives }: NoteForm) => lives === 'date')
  @IsCalendarDate({ message: 'Enter the last day it is shown' })
  readonly until: string;

  constructor(body?: FormBody) {
    super(body);
    this.text = this.words('text');
    this.lives = this.line('lives') || 'shift';
    this.until = this.line('until');
  }

  /** The small box asks for no day: one that is to live until a day goes on to the whole form first. */
  get wantsDay(): boolean {
    return this.lives === 'date' && !this.body.has('until');
  }

  protected values(): NewNote {
    return { text: this.text, lives: this.lives as NoteLife, untilDay: parseDay(this.until) };
  }
}
