import { IsNotEmpty } from 'class-validator';
import { foldedWords } from '../domain/guest.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import type { Link } from './links.service.js';

/** Which other record is the same person, and how we know. */
export class LinkForm extends Form<Link> {
  @IsNotEmpty({ message: 'Choose who it is' })
  readonly other: string;

  @IsNotEmpty({ message: 'Choose how you know' })
  readonly ground: string;

  readonly reason: string;

  constructor(body?: FormBody) {
    super(body);
    this.other = this.line('other');
    this.ground = this.line('ground');
    this.reason = this.words('reason', 500);
  }

  protected values(): Link {
    return { other: this.other, ground: this.ground, reason: this.reason === '' ? null : this.reason };
  }
}

/** Another name a guest may have gone by; answers it folded. */
export class OtherNameForm extends Form<string> {
  @IsNotEmpty({ message: 'Type the other name' })
  readonly q: string;

  constructor(body?: FormBody) {
    super(body);
    this.q = this.line('q');
  }

  protected values(): string {
    return foldedWords(this.q).join(' ');
  }
}
