import { RuleViolation } from '../domain/rule-violation.js';
import type { FormBody } from '../web/form-body.js';
import { Form } from '../web/form.js';
import { type ImportWay, importWays } from './imports.service.js';

/** All rows or none, or those without a problem. */
export class TrialForm extends Form<ImportWay> {
  private readonly way: string;

  constructor(body?: FormBody) {
    super(body);
    this.way = this.line('way');
  }

  protected values(): ImportWay {
    const way = importWays.find((each) => each === this.way);
    if (!way) throw new RuleViolation('way', 'Choose which rows come in');
    return way;
  }
}
