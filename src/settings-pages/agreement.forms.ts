import { IsNotEmpty } from 'class-validator';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

/** The next version of the house’s agreement, and the one its page was drawn from: 0 for none. */
export class AgreementForm extends Form<{ text: string; seen: number }> {
  @IsNotEmpty({ message: 'Enter the text. Versions that were saved are kept' })
  readonly text: string;

  constructor(body?: FormBody) {
    super(body);
    this.text = this.words('text');
  }

  protected values() {
    return { text: this.text, seen: this.version() };
  }
}
