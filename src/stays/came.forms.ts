import type { FormBody } from '../web/form-body.js';
import type { Arrived } from '../web/typed-moment.js';
import { CheckInForm } from './check-in.forms.js';
import type { CheckIn } from './check-in.service.js';
import { DepartureForm } from './departure.forms.js';
import type { Leaving } from './departure.service.js';

/** An arrival on paper, with the leaving where the same line has it. */
export interface Came extends CheckIn {
  left: Leaving | null;
}

/** Any answer to one of these says that they have left since. */
export const leavingFields = ['leftAt', 'ending', 'destination', 'thingsLeft'] as const;

/** The form of an arrival on paper: who has left since is told in the same line (R52). */
export class CameForm extends CheckInForm {
  private readonly leaving: DepartureForm | null;
  private left: Leaving | null = null;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    const hasLeft = leavingFields.some((name) => this.typed(name) !== '');
    this.leaving = hasLeft ? new DepartureForm(body, arrived) : null;
  }

  override async submit<Result>(action: (came: Came) => Promise<Result>): Promise<Result | null> {
    if (await this.readLeaving()) return super.submit((values) => action(values as Came));
    // What is wrong is said all at once
    await super.submit(() => Promise.resolve(null));
    Object.assign(this.errors, this.leaving?.errors);
    Object.assign(this.ready, this.leaving?.ready);
    return null;
  }

  protected override values(): Came {
    return { ...super.values(), left: this.left };
  }

  /** Whether nothing is wrong with it. */
  private async readLeaving(): Promise<boolean> {
    if (!this.leaving) return true;
    if (this.typed('leftAt') === '') this.leaving.errors.leftAt = 'Enter the day and the time on the paper';
    this.left = await this.leaving.submit((leaving) => Promise.resolve(leaving));
    return this.left !== null;
  }
}
