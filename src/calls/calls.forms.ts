import { IsIn } from 'class-validator';
import type { Temporal } from 'temporal-polyfill';
import { type CallAnswers, callers, callLines, callOutcomes } from '../domain/call.js';
import { codesOf } from '../domain/list-entry.js';
import { checkRingAt } from '../domain/ring-back.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { parseDay } from '../domain/house-time.js';
import { type Arrived, typedMoment } from '../web/typed-moment.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import type { Rung } from './ring-backs.service.js';
import type { NewEntry } from '../waitlist/waitlist.service.js';

/** Most calls come by phone from someone who does not say who they are. */
const FRESH: FormBody = new Map([
  ['line', ['phone']],
  ['caller', ['not_said']],
]);

/** A call, and the place on the waitlist that came of it. */
export interface LoggedCall {
  answers: CallAnswers;
  waits: NewEntry | null;
}

export class CallForm extends Form<LoggedCall> {
  // Not called `line`, which is how a form reads an answer
  private readonly how: string;

  @IsIn(codesOf(callers), { message: 'Choose who it was, or “Not said”' })
  readonly caller: string;

  @IsIn(codesOf(callOutcomes), { message: 'Choose what came of it' })
  readonly outcome: string;

  readonly noStayReason: string;

  readonly minutes: string;
  readonly name: string;
  /** A time that was offered; `ringOther` is another one, and counts over it. */
  readonly ringAt: string;
  readonly ringOther: string;
  readonly reach: string;
  readonly wait: string;
  readonly need: string;
  readonly askAgainOn: string;

  constructor(
    private readonly arrived: Arrived,
    body: FormBody = FRESH,
  ) {
    super(body);
    this.how = this.line('line');
    if (!codesOf(callLines).includes(this.how)) this.errors.line ??= 'Choose how they reached us';
    this.caller = this.line('caller');
    this.outcome = this.line('outcome');
    this.noStayReason = this.line('noStayReason');
    this.minutes = this.line('minutes');
    this.name = this.line('name');
    this.ringAt = this.line('ringAt');
    this.ringOther = this.line('ringOther');
    this.reach = this.line('reach');
    this.wait = this.line('wait');
    this.need = this.words('need', 500);
    this.askAgainOn = this.line('askAgainOn');
  }

  /** Why no stay was offered is asked on a page of its own, with what the house can offer instead (R15). */
  get wantsReason(): boolean {
    return this.outcome === 'no_stay' && this.noStayReason === '';
  }

  protected values(): LoggedCall {
    return { answers: this.answers(), waits: this.waits() };
  }

  private answers(): CallAnswers {
    return {
      line: this.how,
      caller: this.caller,
      outcome: this.outcome,
      noStayReason: this.noStayReason || null,
      minutes: this.minutes === '' ? null : minutesIn(this.minutes),
      name: this.name || null,
      ringAt: this.ringTime() ?? this.noTime(),
      reach: this.reach || null,
    };
  }

  private ringTime(): Temporal.Instant | null {
    if (this.ringOther === '' && this.ringAt === '') return null;
    const { time, now } = this.arrived;
    if (this.ringOther === '') return typedMoment(time, 'ringAt', this.ringAt, '', now);
    const at = typedMoment(time, 'ringOther', this.ringOther, this.typed('ringOtherWhich'), now);
    checkRingAt(at, now, 'ringOther');
    return at;
  }

  /** A number without a time would be lost: on the waitlist it stands with what they need. */
  private noTime(): null {
    if (this.reach !== '' && this.wait !== 'yes' && this.outcome !== 'asked_about')
      throw new RuleViolation('ringAt', 'Choose when to ring them, or clear the number');
    return null;
  }

  /** Whoever was offered no stay can be put on the waitlist without saying anything twice (R16). */
  private waits(): NewEntry | null {
    if (this.outcome !== 'no_stay' || this.wait !== 'yes') return null;
    if (this.name === '') throw new RuleViolation('name', 'Enter a name to ask for');
    const askAgainOn = parseDay(this.askAgainOn);
    if (this.askAgainOn !== '' && askAgainOn === null)
      throw new RuleViolation('askAgainOn', 'Enter the day on which to ask again');
    const need = [this.need, this.reach && `To reach them: ${this.reach}`].filter(Boolean).join('\n');
    return { name: this.name, need: need || null, askAgainOn };
  }
}

/** Throws a RuleViolation for anything but a whole number of minutes below a thousand. */
function minutesIn(typed: string): number {
  if (!/^[1-9]\d{0,2}$/.test(typed))
    throw new RuleViolation('minutes', 'Enter the minutes as a number, such as 15');
  return Number(typed);
}

/** Somebody was rung back: whether they were reached, and for when it stood on the page. */
export class RungForm extends Form<Rung> {
  @IsIn(['yes', 'no'], { message: 'Say whether they were reached' })
  readonly reached: string;

  private readonly dueAt: string;

  constructor(body: FormBody) {
    super(body);
    this.reached = this.line('reached');
    this.dueAt = this.line('dueAt');
  }

  protected values(): Rung {
    return { isReached: this.reached === 'yes', dueAt: this.dueAt };
  }
}
