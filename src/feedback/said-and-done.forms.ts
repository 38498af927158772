import { IsNotEmpty } from 'class-validator';
import type { SaidAndDone } from '../domain/feedback.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

/** A line of the sheet. */
export class SaidAndDoneForm extends Form<SaidAndDone> {
  @IsNotEmpty({ message: 'Enter what was said' })
  readonly said: string;

  @IsNotEmpty({ message: 'Enter what came of it' })
  readonly did: string;

  constructor(body?: FormBody) {
    super(body);
    this.said = this.words('said', 500);
    this.did = this.words('did', 500);
  }

  protected values(): SaidAndDone {
    return { said: this.said, did: this.did };
  }
}
