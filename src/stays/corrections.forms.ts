import { IsIn, IsNotEmpty } from 'class-validator';
import type { Temporal } from 'temporal-polyfill';
import { type Correction, corrections } from '../domain/correction.js';
import type { FormBody } from '../web/form-body.js';
import type { Arrived } from '../web/typed-moment.js';
import { HappenedForm, orNull } from './happened.forms.js';

/** What is to be put right, and why (R53). `value` is the new one as it was typed. */
export interface Corrected {
  field: Correction;
  /** The part of the stay whose bed is meant; '' for anything else. */
  part: string;
  value: string;
  /** What `value` means when the field is a time. */
  at: Temporal.Instant;
  /** The guest that was chosen among those of that name: an id, 'new', or null when nobody was asked yet. */
  chosen: string | null;
  reason: string;
  version: number;
}

const times: readonly string[] = ['arrivedAt', 'leftAt'];
/** A departure is reopened at an address of its own. */
const fields = corrections.filter((each) => each !== 'reopen');

export class CorrectForm extends HappenedForm<Corrected> {
  @IsIn(fields, { message: 'Choose what to correct' })
  readonly field: string;

  readonly part: string;

  @IsNotEmpty({ message: 'Enter what is right' })
  readonly value: string;

  readonly guestId: string;

  @IsNotEmpty({ message: 'Say why, in a few words' })
  readonly reason: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.field = this.line('field');
    this.part = this.line('part');
    this.value = this.line('value');
    this.guestId = this.line('guestId');
    this.reason = this.words('reason', 500);
  }

  protected values(): Corrected {
    const isTime = times.includes(this.field);
    return {
      field: this.field as Correction,
      part: this.part,
      value: this.value,
      at: isTime ? this.moment('value', this.value) : this.arrived.now,
      chosen: orNull(this.guestId),
      reason: this.reason,
      version: this.version(),
    };
  }
}

/** The guest was still here, and why we know; the bed they were in when theirs has somebody else. */
export class ReopenForm extends HappenedForm<Reopened> {
  readonly bedId: string;

  @IsNotEmpty({ message: 'Say why, in a few words' })
  readonly reason: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.bedId = this.line('bedId');
    this.reason = this.words('reason', 500);
  }

  protected values(): Reopened {
    return { bedId: orNull(this.bedId), reason: this.reason, version: this.version() };
  }
}

export interface Reopened {
  /** Null: the bed they left. */
  bedId: string | null;
  reason: string;
  version: number;
}
