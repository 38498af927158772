import { IsNotEmpty } from 'class-validator';
import type { FormBody } from '../web/form-body.js';
import type { Arrived } from '../web/typed-moment.js';
import type { Away, Back, NotSeen } from './absences.service.js';
import { HappenedForm, orNull } from './happened.forms.js';

const WISH = 500;

export class AwayForm extends HappenedForm<Away> {
  @IsNotEmpty({ message: 'Enter when they expect to be back' })
  readonly backBy: string;

  readonly wish: string;
  readonly awayAt: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.backBy = this.line('backBy');
    this.wish = this.words('wish', WISH);
    this.awayAt = this.line('awayAt');
  }

  protected override order(): readonly string[] {
    return ['exceptionReason', 'agreedBy', 'backBy', 'wish', 'awayAt'];
  }

  protected values(): Away {
    return {
      backBy: this.moment('backBy', this.backBy),
      wish: orNull(this.wish),
      awayAt: this.moment('awayAt', this.awayAt),
      exception: this.exception(),
      version: this.versionSeen(),
    };
  }
}

export class NotSeenForm extends HappenedForm<NotSeen> {
  readonly since: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.since = this.line('since');
  }

  protected override order(): readonly string[] {
    return ['exceptionReason', 'agreedBy', 'since'];
  }

  protected values(): NotSeen {
    return {
      since: this.since === '' ? null : this.moment('since', this.since),
      exception: this.exception(),
      version: this.versionSeen(),
    };
  }
}

export class BackForm extends HappenedForm<Back> {
  readonly at: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.at = this.line('at');
  }

  protected override order(): readonly string[] {
    return ['exceptionReason', 'agreedBy', 'at'];
  }

  protected values(): Back {
    return {
      at: this.moment('at', this.at),
      exception: this.exception(),
      version: this.versionSeen(),
    };
  }
}
