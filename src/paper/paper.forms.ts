import type { Temporal } from 'temporal-polyfill';
import { type PaperWriter, WHO_WROTE_IT, writerOf } from '../domain/paper-sheet.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { type Arrived, typedMoment } from '../web/typed-moment.js';
import type { PaperKind } from './paper-kinds.service.js';

/** What every line of paper says, whatever it is about. */
export interface LineSaid extends PaperWriter {
  about: string;
  at: Temporal.Instant;
  /** It is right that it happened before the line above it. */
  isOrderSaid: boolean;
}

export class PaperLineForm extends Form<LineSaid> {
  readonly writer: string;
  readonly writerName: string;
  readonly isEarlier: string;
  private readonly at: string;
  private readonly about: string;

  constructor(
    body: FormBody,
    private readonly kind: PaperKind<unknown>,
    private readonly arrived: Arrived,
  ) {
    super(body);
    const { about, time } = kind;
    this.about = about ? this.line(about.field) : '';
    this.at = this.line(time);
    this.writer = this.line('writer');
    this.writerName = this.line('writerName');
    this.isEarlier = this.line('isEarlier');
  }

  /** Says of each field that is empty what belongs there, all at once; the names of two of them are the kind's. */
  checkFilled(): void {
    const { about, time } = this.kind;
    if (about && this.about === '') this.errors[about.field] ??= about.missing;
    if (this.at === '') this.errors[time] ??= 'Enter the day and the time on the paper';
    if (this.writer + this.writerName === '') this.errors.writer ??= WHO_WROTE_IT;
  }

  protected override order(): readonly string[] {
    return [this.kind.about?.field ?? '', this.kind.time, 'writer', 'writerName'];
  }

  protected values(): LineSaid {
    const { time } = this.kind;
    const at = typedMoment(this.arrived.time, time, this.at, this.typed(`${time}Which`), this.arrived.now);
    const { about, writer, writerName } = this;
    // Said of the time it was asked about: with another time it is asked again
    return { about, at, ...writerOf(writer, writerName), isOrderSaid: this.isEarlier === at.toString() };
  }
}
