import { IsNotEmpty } from 'class-validator';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { orNull } from './happened.forms.js';

export class NameForm extends Form<{ name: string; pronouns: string | null; version: number }> {
  @IsNotEmpty({ message: 'Enter the name they go by' })
  readonly name: string;

  readonly pronouns: string;

  constructor(body?: FormBody) {
    super(body);
    this.name = this.line('name');
    this.pronouns = this.line('pronouns');
  }

  protected values() {
    return { name: this.name, pronouns: orNull(this.pronouns), version: this.version() };
  }
}
