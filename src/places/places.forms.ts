import { IsNotEmpty } from 'class-validator';
import { RuleViolation } from '../domain/rule-violation.js';
import type { PlaceFacts } from '../domain/place.js';
import { Form } from '../web/form.js';
import { type FormBody, only } from '../web/form-body.js';

/** What a coordinator says of a place. */
export class PlaceForm extends Form<PlaceFacts & { version: number }> {
  @IsNotEmpty({ message: 'Enter its name' })
  readonly name: string;

  @IsNotEmpty({ message: 'Choose what it is for' })
  readonly kind: string;

  private readonly phone: string;
  private readonly address: string;
  private readonly opens: string;
  private readonly note: string;
  private readonly used: string;

  constructor(body?: FormBody) {
    super(body);
    this.name = this.line('name');
    this.kind = this.line('kind', 40);
    this.phone = this.line('phone', 60);
    this.address = this.line('address', 200);
    this.opens = this.line('opens', 200);
    this.note = this.words('note', 500);
    this.used = this.line('used');
  }

  protected values() {
    return {
      name: this.name,
      kind: this.kind,
      phone: this.phone || null,
      address: this.address || null,
      opens: this.opens || null,
      note: this.note || null,
      isUsed: this.used !== 'no',
      version: this.version(),
    };
  }
}

/** A coordinator looked at what guests said of a place. */
export class PlaceLookForm extends Form<{ upTo: number; done: string | null }> {
  private readonly done: string;

  constructor(body?: FormBody) {
    super(body);
    this.done = this.words('done', 500);
  }

  protected values() {
    const upTo = only(this.body, 'upTo');
    if (!/^\d{1,9}$/.test(upTo)) throw new RuleViolation('main', 'Open the page anew and look again');
    return { upTo: Number(upTo), done: this.done || null };
  }
}
