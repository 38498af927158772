import { IsNotEmpty } from 'class-validator';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { type Arrived, typedMoment } from '../web/typed-moment.js';
import type { Answered, Told } from './incident-acts.service.js';

/** Nobody needs to be told, and why. */
export class NotNeededForm extends Form<Answered & { why: string }> {
  @IsNotEmpty({ message: 'Choose who need not be told' })
  readonly due: string;

  @IsNotEmpty({ message: 'Say why it is not needed' })
  readonly why: string;

  constructor(body: FormBody = new Map()) {
    super(body);
    this.due = this.line('due');
    this.why = this.line('why', 200);
  }

  protected values() {
    return { due: this.due, why: this.why };
  }
}

export class ToldForm extends Form<Told> {
  @IsNotEmpty({ message: 'Enter who was told' })
  readonly whom: string;

  private readonly toldAt: string;

  constructor(
    body: FormBody,
    private readonly arrived: Arrived,
  ) {
    super(body);
    this.whom = this.line('whom', 200);
    this.toldAt = this.line('toldAt');
  }

  protected values(): Told {
    const { time, now } = this.arrived;
    return {
      whom: this.whom,
      at: typedMoment(time, 'toldAt', this.toldAt, this.typed('toldAtWhich'), now),
    };
  }
}

export class AdditionForm extends Form<string> {
  @IsNotEmpty({ message: 'Write what is to be added' })
  readonly addition: string;

  constructor(body: FormBody = new Map()) {
    super(body);
    this.addition = this.words('addition');
  }

  protected values(): string {
    return this.addition;
  }
}

/** What a guest reads; empty takes it away again. */
export class PartForm extends Form<string> {
  readonly part: string;

  constructor(body: FormBody = new Map()) {
    super(body);
    this.part = this.words('part');
  }

  protected values(): string {
    return this.part;
  }
}

/** Closing asks nothing but that it is still as it was read. */
export class CloseForm extends Form<number> {
  protected values(): number {
    return this.version();
  }
}
