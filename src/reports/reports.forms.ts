import type { Temporal } from 'temporal-polyfill';
import { parseDay } from '../domain/house-time.js';
import { lastDay, lastFullQuarter, type Period } from '../domain/period.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { dayInFull } from '../web/dates.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { IsCalendarDate } from '../web/is-calendar-date.js';

/** From the first to the last day of a report; with neither, the last full quarter of this house day. */
export class PeriodForm extends Form<Period> {
  @IsCalendarDate({ message: 'Enter the first day of the period, 2000 to 2099, as 2026-07-01' })
  readonly from: string;

  @IsCalendarDate({ message: 'Enter the last day of the period, 2000 to 2099, as 2026-09-30' })
  readonly to: string;

  /** Nobody chose it. */
  readonly isLastQuarter: boolean;

  constructor(body: FormBody, today: Temporal.PlainDate) {
    const isChosen = ['from', 'to'].some((name) => body.get(name)?.some((answer) => answer.trim() !== ''));
    super(isChosen ? body : new Map([...body, ...quarterBefore(today)]));
    this.isLastQuarter = !isChosen;
    this.from = this.line('from');
    this.to = this.line('to');
  }

  protected values(): Period {
    const [start, last] = [parseDay(this.from)!, parseDay(this.to)!];
    const end = last.add({ days: 1 });
    if (start.until(end).sign <= 0) {
      throw new RuleViolation(
        'to',
        `The last day lies before the first. Choose ${dayInFull(start)} or a later one`,
      );
    }
    return { start, end };
  }
}

/** A period, and who will read its file (R39). */
export class ExportForm extends PeriodForm {
  readonly sharing: string;

  /** `readers`: for whom this file is made. */
  constructor(
    body: FormBody,
    today: Temporal.PlainDate,
    private readonly readers: readonly string[] = ['inside'],
  ) {
    super(body, today);
    this.sharing = this.line('sharing');
  }

  protected override values(): Period {
    const period = super.values();
    if (!this.readers.includes(this.sharing))
      throw new RuleViolation('sharing', refusals.get(this.sharing) ?? UNKNOWN);
    return period;
  }
}

const refusals = new Map([
  ['funder', 'Totals for a funder are not made yet. Nothing was exported'],
  ['anyone', 'This report has no tables for anyone else. Nothing was exported'],
]);
const UNKNOWN = 'Choose who will read the file. Nothing was exported';

function quarterBefore(today: Temporal.PlainDate): [string, string[]][] {
  const quarter = lastFullQuarter(today);
  return [
    ['from', [quarter.start.toString()]],
    ['to', [lastDay(quarter).toString()]],
  ];
}
