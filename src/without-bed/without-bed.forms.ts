import { RuleViolation } from '../domain/rule-violation.js';
import { type HelpDetails, type HelpKind, type HelpTapped, MOST_MINUTES } from '../domain/without-bed.js';
import { Form } from '../web/form.js';
import { type FormBody, only } from '../web/form-body.js';
import { type Arrived, typedMoment } from '../web/typed-moment.js';

const KINDS: readonly HelpKind[] = ['visit', 'group', 'thing'];

/** One tap: a visit now, a thing given; for a group its heads and which it was. */
export class TapForm extends Form<HelpTapped> {
  readonly kind: string;

  private readonly code: string;
  private readonly count: string;
  private readonly overnight: string;

  constructor(body?: FormBody) {
    super(body);
    // Said by a button, not by a question that could be wrong
    this.kind = only(body ?? new Map(), 'kind');
    this.count = this.line('count');
    this.code = this.line('code');
    this.overnight = only(body ?? new Map(), 'overnight');
  }

  protected values(): HelpTapped {
    const kind = KINDS.find((each) => each === this.kind);
    if (!kind) throw new RuleViolation('main', 'Choose what it was');
    if (kind === 'group' && this.count === '')
      throw new RuleViolation('count', 'Enter how many people were there');
    return {
      kind,
      code: this.code || null,
      count: this.count === '' ? 1 : numberIn(this.count),
      isOvernight: this.overnight === 'yes',
    };
  }
}

/** What is said of it afterwards, with the version its page was drawn from (R26). */
export class HelpDetailsForm extends Form<HelpDetails & { version: number }> {
  private readonly at: string;
  private readonly count: string;
  private readonly minutes: string;
  private readonly overnight: string;
  private readonly name: string;
  private readonly noName: string;

  constructor(
    private readonly arrived: Arrived,
    body?: FormBody,
  ) {
    super(body);
    this.count = this.line('count');
    this.minutes = this.line('minutes');
    this.overnight = this.line('overnight');
    this.name = this.line('name');
    this.noName = this.typed('noName');
    this.at = this.line('at');
  }

  protected values() {
    const { time, now } = this.arrived;
    return {
      at: this.at === '' ? undefined : typedMoment(time, 'at', this.at, this.typed('atWhich'), now),
      count: numberIn(this.count),
      minutes: this.minutes === '' ? null : minutesIn(this.minutes),
      isOvernight: this.overnight === 'yes',
      name: this.noName === 'yes' ? null : this.name || undefined,
      version: this.version(),
    };
  }
}

/** NaN for anything else: the rule says what it wants. */
const numberIn = (typed: string): number => (/^\d{1,3}$/.test(typed) ? Number(typed) : NaN);

function minutesIn(typed: string): number {
  const minutes = numberIn(typed);
  if (minutes >= 1 && minutes <= MOST_MINUTES) return minutes;
  throw new RuleViolation('minutes', 'Enter the minutes as a number, such as 15');
}
