import { IsNotEmpty } from 'class-validator';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

/** The next version of a text of the house, of at most `most` characters, and the one its page was drawn from: 0 for none. */
export class AgreementForm extends Form<{ text: string; seen: number }> {
  @IsNotEmpty({ message: 'Enter the text. Versions that were saved are kept' })
  readonly text: string;

  constructor(body?: FormBody, most?: number) {
    super(body);
    this.text = this.words('text', most);
  }

  protected values() {
    return { text: this.text, seen: this.version() };
  }
}
