import { IsIn, IsNotEmpty } from 'class-validator';
import { codesOf } from '../domain/list-entry.js';
import { checkRightStay, takeBackReasons } from '../domain/taking-back.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import type { Amended, ToTakeBack } from './note-changes.service.js';

/** Other words for a note, and why (R28). */
export class AmendForm extends Form<Amended> {
  @IsNotEmpty({ message: 'Write what it is to say. To have it gone, take it back' })
  readonly text: string;

  @IsNotEmpty({ message: 'Say why in a few words' })
  readonly why: string;

  constructor(body?: FormBody) {
    super(body);
    this.text = this.words('text');
    this.why = this.line('why', 500);
  }

  protected values(): Amended {
    const seen = this.typed('seen');
    return { text: this.text, why: this.why, seen: /^\d{1,6}$/.test(seen) ? Number(seen) : -1 };
  }
}

/** A note goes for good, or to the stay it is about (R28). */
export class TakeBackForm extends Form<ToTakeBack> {
  @IsIn(codesOf(takeBackReasons), { message: 'Choose why it is taken back' })
  readonly reason: string;

  private readonly rightStayId: string;

  constructor(body?: FormBody) {
    super(body);
    this.reason = this.line('reason');
    this.rightStayId = this.line('rightStayId');
  }

  protected values(): ToTakeBack {
    checkRightStay(this.reason, this.rightStayId);
    return { reason: this.reason, rightStayId: this.rightStayId || null };
  }
}
