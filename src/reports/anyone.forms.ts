import { type Grid, isGrid } from '../domain/given-out.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from '../web/form.js';
import { PeriodForm } from './reports.forms.js';

/** Calendar quarters or years: chosen once (R39). */
export class GridForm extends Form<Grid> {
  readonly grid = this.line('grid');

  protected values(): Grid {
    if (!isGrid(this.grid)) throw new RuleViolation('grid', 'Choose calendar quarters or calendar years');
    return this.grid;
  }
}

/** A period to give out, with the version that is corrected. */
export class GiveOutForm extends PeriodForm {
  /** The newest version that was given out when the page was drawn; 0 for none. */
  get seen(): number {
    const typed = this.line('seen');
    return /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  }
}
