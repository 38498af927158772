import { IsIn } from 'class-validator';
import { type Channel, channels } from '../domain/contact.js';
import type { PlanChoice } from '../domain/plan.js';
import { typedCaller } from '../web/caller-questions.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

/** When, how and by whom a guest wants to be in touch; no moment at all is an answer too. */
export class PlanForm extends Form<PlanChoice & { version: number | null }> {
  readonly point: string[];

  @IsIn(channels, { message: 'Choose a way they said yes to' })
  readonly channel: string;

  readonly by: string;
  readonly ifGone: string;

  constructor(body?: FormBody) {
    super(body);
    this.point = this.list('point');
    // Programs may say it in one word
    this.channel = this.line('theyCall') === 'yes' ? 'they-call' : this.line('channel');
    this.by = this.line('by');
    this.ifGone = this.line('ifGone');
  }

  protected values(): PlanChoice & { version: number | null } {
    const isTheirs = this.channel === 'they-call';
    return {
      points: this.point,
      channel: this.channel as Channel,
      ...typedCaller(this, isTheirs),
      version: this.typed('version') === '' ? null : this.version(),
    };
  }
}
