import { IsNotEmpty } from 'class-validator';
import { foldedWords } from '../domain/guest.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

/** A part of a name, as folded words. */
export class FindForm extends Form<string[]> {
  @IsNotEmpty({ message: 'Type a part of the name' })
  readonly q: string;

  constructor(body?: FormBody) {
    super(body);
    this.q = this.line('q');
  }

  protected values(): string[] {
    return foldedWords(this.q);
  }
}
