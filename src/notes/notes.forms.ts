import { IsIn, IsNotEmpty, ValidateIf } from 'class-validator';
import { type NoteLife, noteLives } from '../domain/house-note.js';
import { parseDay } from '../domain/house-time.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { IsCalendarDate } from '../web/is-calendar-date.js';
import { type Arrived, typedMoment } from '../web/typed-moment.js';
import type { NewNote } from './notes.service.js';

/** It lives until somebody takes it down, in a place of its own. */
export const PINNED = 'pinned';

/** A house note; without a word about how long, it is for this shift. */
export class NoteForm extends Form<NewNote> {
  @IsNotEmpty({ message: 'Write the note' })
  readonly text: string;

  @IsIn([...noteLives, PINNED], { message: 'Choose how long it is shown' })
  readonly lives: string;

  @ValidateIf(({ lives }: NoteForm) => lives === 'date')
  @IsCalendarDate({ message: 'Enter the last day it is shown' })
  readonly until: string;

  /** 'message': somebody asked about a person and leaves word (R49). */
  readonly as: string;

  private readonly eventAt: string;
  private readonly which: string;

  /** Without `arrived` nothing was sent yet, or the time is asked elsewhere. */
  constructor(
    body?: FormBody,
    private readonly arrived: Arrived | null = null,
  ) {
    super(body);
    this.text = this.words('text');
    this.lives = this.line('lives') || 'shift';
    this.until = this.line('until');
    this.eventAt = arrived ? this.line('eventAt') : '';
    this.which = arrived ? this.line('eventAtWhich') : '';
    this.as = this.line('as');
  }

  /** The small box asks for no day: one that is to live until a day goes on to the whole form first. */
  get wantsDay(): boolean {
    return this.lives === 'date' && !this.body.has('until');
  }

  protected values(): NewNote {
    const isPinned = this.lives === PINNED;
    const lives = isPinned ? 'done' : (this.lives as NoteLife);
    return { text: this.text, lives, isPinned, untilDay: parseDay(this.until), eventAt: this.happenedAt() };
  }

  /** Null where it is not said: then it happened as it is written (R29). */
  private happenedAt() {
    if (this.eventAt === '') return null;
    const { time, now } = this.arrived!;
    return typedMoment(time, 'eventAt', this.eventAt, this.which, now);
  }
}
