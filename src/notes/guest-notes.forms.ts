import { IsIn, IsNotEmpty, ValidateIf } from 'class-validator';
import { type NoteHand, noteHands } from '../domain/guest-note.js';
import { type HidingReason, hidingReasons } from '../domain/hidden-note.js';
import { parseDay } from '../domain/house-time.js';
import { codesOf } from '../domain/list-entry.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { type Arrived, typedMoment } from '../web/typed-moment.js';
import type { NewGuestNote } from './guest-notes.service.js';

/** A note that is written with a guest. */
export class GuestNoteForm extends Form<NewGuestNote> {
  @IsNotEmpty({ message: 'Write the note' })
  readonly text: string;

  @IsIn(noteHands, { message: 'Say whose words they are' })
  readonly writtenBy: string;

  @ValidateIf(({ hiddenReason }: GuestNoteForm) => hiddenReason !== '')
  @IsIn(codesOf(hidingReasons), { message: 'Choose one of these reasons' })
  readonly hiddenReason: string;

  private readonly hiddenUntil: string;
  private readonly eventAt: string;
  private readonly mayName: string;

  constructor(
    body?: FormBody,
    private readonly arrived: Arrived | null = null,
  ) {
    super(body);
    this.text = this.words('text');
    this.writtenBy = this.line('writtenBy');
    this.eventAt = this.line('eventAt');
    this.hiddenReason = this.line('hiddenReason');
    this.hiddenUntil = this.line('hiddenUntil');
    this.mayName = this.line('mayName');
  }

  protected values(): NewGuestNote {
    return {
      text: this.text,
      writtenBy: this.writtenBy as NoteHand,
      eventAt: this.happenedAt(),
      hidden: this.hiddenReason
        ? { reason: this.hiddenReason as HidingReason, untilDay: parseDay(this.hiddenUntil) }
        : null,
      mayName: this.mayName === 'yes',
    };
  }

  /** Null where it is not said: then it happened as it is written (R29). */
  private happenedAt() {
    if (this.eventAt === '' || !this.arrived) return null;
    const { time, now } = this.arrived;
    return typedMoment(time, 'eventAt', this.eventAt, this.typed('eventAtWhich'), now);
  }
}
