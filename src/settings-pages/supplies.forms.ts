import { IsNotEmpty } from 'class-validator';
import { parseDay } from '../domain/house-time.js';
import { RuleViolation } from '../domain/rule-violation.js';
import type { SupplyFacts } from '../domain/supply.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

export class SupplyForm extends Form<SupplyFacts & { version: number }> {
  @IsNotEmpty({ message: 'Enter what it is' })
  readonly name: string;

  private readonly place: string;
  private readonly everyDays: string;
  private readonly goodUntil: string;
  private readonly isOn: string;

  constructor(body?: FormBody) {
    super(body);
    this.name = this.line('name', 60);
    this.place = this.line('place');
    this.everyDays = this.line('everyDays');
    this.goodUntil = this.line('goodUntil');
    this.isOn = this.line('isOn');
  }

  protected values() {
    const goodUntil = this.goodUntil === '' ? null : parseDay(this.goodUntil);
    if (this.goodUntil !== '' && !goodUntil)
      throw new RuleViolation('goodUntil', 'Enter a day, or leave it empty');
    return {
      name: this.name,
      place: this.place || null,
      everyDays: Number(this.everyDays || NaN),
      goodUntil,
      isOn: this.isOn === 'yes',
      version: this.version(),
    };
  }
}
