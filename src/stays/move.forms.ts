import { IsNotEmpty } from 'class-validator';
import type { FormBody } from '../web/form-body.js';
import type { Arrived } from '../web/typed-moment.js';
import { HappenedForm } from './happened.forms.js';
import type { Move, Moved } from './move.service.js';
import type { Swap } from './swap.service.js';

/** What a move and a swap ask alike: why, and when it was if not now. */
export abstract class MovedForm<Values extends Moved> extends HappenedForm<Values> {
  @IsNotEmpty({ message: 'Say why, in a few words' })
  readonly reason: string;

  readonly movedAt: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.reason = this.words('reason', 500);
    this.movedAt = this.line('movedAt');
  }

  protected override order(): readonly string[] {
    return ['exceptionReason', 'agreedBy', 'bedId', 'otherStayId', 'reason', 'movedAt'];
  }

  protected moved(): Moved {
    return {
      movedAt: this.moment('movedAt', this.movedAt),
      reason: this.reason,
      exception: this.exception(),
      version: this.versionSeen(),
    };
  }
}

export class MoveForm extends MovedForm<Move> {
  @IsNotEmpty({ message: 'Choose a bed' })
  readonly bedId: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.bedId = this.line('bedId');
  }

  protected values(): Move {
    return { ...this.moved(), bedId: this.bedId };
  }
}

export class SwapForm extends MovedForm<Swap> {
  @IsNotEmpty({ message: 'Choose the bed to swap with' })
  readonly otherStayId: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.otherStayId = this.line('otherStayId');
  }

  protected values(): Swap {
    return { ...this.moved(), otherStayId: this.otherStayId };
  }
}
