import { IsIn, IsNotEmpty } from 'class-validator';
import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { shiftRoles, type ShiftRole } from '../domain/on-shift.js';
import { shiftAfter, shiftAt } from '../domain/shift.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { typedMoment } from '../web/typed-moment.js';
import type { ToPut } from './on-shift.service.js';

/** Typed hours, or one of the two shifts that are ready to choose. */
export const spans = ['this', 'next', 'typed'] as const;

export class OnShiftForm extends Form<ToPut> {
  @IsNotEmpty({ message: 'Choose who it is' })
  readonly person: string;

  @IsIn(shiftRoles, { message: 'Choose: on shift or on call' })
  readonly role: string;

  @IsIn(spans, { message: 'Choose when' })
  readonly span: string;

  private readonly from: string;
  private readonly to: string;
  private readonly phone: string;
  private readonly which: { from: string; to: string };

  constructor(
    body: FormBody,
    private readonly house: House,
    private readonly now: Temporal.Instant,
  ) {
    super(body);
    this.person = this.line('person');
    this.role = this.line('role');
    // Programs send hours only
    this.span = this.line('span') || 'typed';
    this.from = this.line('from');
    this.to = this.line('to');
    this.which = { from: this.line('fromWhich'), to: this.line('toWhich') };
    this.phone = this.line('phone', 40);
  }

  protected values(): ToPut {
    const role = this.role as ShiftRole;
    return { personId: this.person, role, ...this.hours(), phone: this.phone || null };
  }

  private hours(): Pick<ToPut, 'fromAt' | 'toAt'> {
    if (this.span === 'typed') return { fromAt: this.moment('from'), toAt: this.moment('to') };
    const running = shiftAt(this.house, this.now);
    const { start, end } = this.span === 'this' ? running : shiftAfter(this.house, running);
    return { fromAt: start, toAt: end };
  }

  private moment(name: 'from' | 'to'): Temporal.Instant {
    if (this[name] === '') throw new RuleViolation(name, 'Enter a day and a time');
    return typedMoment(this.house.time, name, this[name], this.which[name], this.now);
  }
}
