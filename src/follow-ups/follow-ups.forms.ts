import { IsNotEmpty } from 'class-validator';
import type { Temporal } from 'temporal-polyfill';
import type { Try } from '../domain/attempt-check.js';
import type { Channel } from '../domain/contact.js';
import type { HouseTime } from '../domain/house-time.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { typedMoment } from '../web/typed-moment.js';

/** What came of a try: one button, the rest only if it fits. */
export class TryForm extends Form<Try & { version: number }> {
  @IsNotEmpty({ message: 'Choose what came of it' })
  readonly result: string;

  readonly channel: string;
  readonly at: string;
  readonly nextTry: string;

  constructor(
    body: FormBody,
    private readonly arrived: { time: HouseTime; now: Temporal.Instant },
  ) {
    super(body);
    this.result = this.line('result');
    this.channel = this.line('channel');
    this.nextTry = this.line('nextTry');
    this.at = this.line('at');
  }

  protected values(): Try & { version: number } {
    return {
      version: this.version(),
      channel: this.channel === '' ? null : (this.channel as Channel),
      result: this.result,
      at: this.moment('at', this.at),
      nextTryAt: this.nextTry === '' ? null : this.moment('nextTry', this.nextTry),
    };
  }

  private moment(field: string, typed: string): Temporal.Instant {
    const { time, now } = this.arrived;
    return typedMoment(time, field, typed, this.typed(`${field}Which`), now);
  }
}
