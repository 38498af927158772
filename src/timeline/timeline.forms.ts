import { IsCalendarDate } from '../web/is-calendar-date.js';
import type { Temporal } from 'temporal-polyfill';
import { parseDay } from '../domain/house-time.js';
import type { Period } from '../domain/period.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

export const USUAL_NIGHTS = 14;
export const MOST_NIGHTS = 62;

/** Which nights to show; unless told, 14 from yesterday on. */
export class TimelineForm extends Form<Period> {
  @IsCalendarDate({ message: 'Enter the first night as 2026-11-22, from 2000 to 2099' })
  readonly from: string;

  readonly nights: string;

  readonly isList: boolean;

  constructor(query: FormBody, today: Temporal.PlainDate) {
    super(
      new Map([...usual(today), ...[...query].filter(([, answers]) => answers.some((each) => each !== ''))]),
    );
    this.from = this.line('from');
    this.nights = this.line('nights');
    this.isList = this.typed('view') === 'list';
  }

  protected values(): Period {
    const nights = /^\d{1,2}$/.test(this.nights) ? Number(this.nights) : 0;
    if (nights < 1 || nights > MOST_NIGHTS) {
      throw new RuleViolation('nights', `Choose from 1 to ${MOST_NIGHTS} nights`);
    }
    const start = parseDay(this.from)!;
    const end = start.add({ days: nights });
    if (!isNight(end.subtract({ days: 1 }))) {
      throw new RuleViolation('nights', 'These nights go beyond 2099. Choose fewer');
    }
    return { start, end };
  }
}

/** The house knows nights from 2000 to 2099. */
export const isNight = (day: Temporal.PlainDate): boolean => parseDay(day.toString()) !== null;

const usual = (today: Temporal.PlainDate): [string, string[]][] => [
  ['from', [today.subtract({ days: 1 }).toString()]],
  ['nights', [String(USUAL_NIGHTS)]],
];
