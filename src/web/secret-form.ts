import { IsNotEmpty } from 'class-validator';
import { Form } from './form.js';
import type { FormBody } from './form-body.js';

/** Asks whoever is signed in for their own secret, before a screen is theirs again. */
export class SecretForm extends Form<{ secret: string }> {
  @IsNotEmpty({ message: 'Type your passphrase' })
  readonly secret: string;

  constructor(body?: FormBody) {
    super(body);
    this.secret = this.asTyped('secret');
  }

  protected values() {
    return { secret: this.secret };
  }
}
