import { IsIn, IsNotEmpty } from 'class-validator';
import { acceptPassphrase } from '../domain/passphrase.js';
import { type Role, roles } from '../domain/person.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

export class SignInForm extends Form<{ personId: string; passphrase: string }> {
  @IsNotEmpty({ message: 'Choose who you are' })
  readonly person: string;

  @IsNotEmpty({ message: 'Type your passphrase' })
  readonly passphrase: string;

  constructor(body?: FormBody) {
    super(body);
    this.person = this.line('person');
    this.passphrase = this.asTyped('passphrase');
  }

  protected values() {
    return { personId: this.person, passphrase: this.passphrase };
  }
}

export class PersonForm extends Form<{ name: string; role: Role; passphrase: string }> {
  @IsNotEmpty({ message: 'Enter the name they go by here' })
  readonly name: string;

  @IsIn(roles, { message: 'Choose what they do here' })
  readonly role: string;

  readonly passphrase: string;

  constructor(body?: FormBody) {
    super(body);
    this.name = this.line('name');
    this.role = this.line('role');
    this.passphrase = this.asTyped('passphrase');
  }

  protected values() {
    return {
      name: this.name,
      role: this.role as Role,
      passphrase: acceptPassphrase('passphrase', this.passphrase),
    };
  }
}

export class RoleForm extends Form<{ role: Role; version: number }> {
  @IsIn(roles, { message: 'Choose what they do here' })
  readonly role: string;

  constructor(body?: FormBody) {
    super(body);
    this.role = this.line('role');
  }

  protected values() {
    return { role: this.role as Role, version: this.version() };
  }
}

/** A new passphrase; `current` is asked of people who change their own. */
export class PassphraseForm extends Form<{ current: string; passphrase: string }> {
  readonly current: string;
  readonly passphrase: string;

  constructor(body?: FormBody) {
    super(body);
    this.current = this.asTyped('current');
    this.passphrase = this.asTyped('passphrase');
  }

  protected values() {
    return { current: this.current, passphrase: acceptPassphrase('passphrase', this.passphrase) };
  }
}

/** A button without a question: only house rules can say no. */
export class NoQuestions extends Form<null> {
  protected values() {
    return null;
  }
}
