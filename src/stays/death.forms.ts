import { IsIn } from 'class-validator';
import { leftAboutAnswers } from '../domain/departure.js';
import type { FormBody } from '../web/form-body.js';
import type { Arrived } from '../web/typed-moment.js';
import type { Died } from './deaths.service.js';
import { HappenedForm } from './happened.forms.js';

/** When it was, or when they were found. Nothing else is asked (R50). */
export class DeathForm extends HappenedForm<Died> {
  readonly diedAt: string;

  @IsIn(leftAboutAnswers, { message: 'Choose one of these answers' })
  readonly about: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.diedAt = this.line('diedAt');
    this.about = this.line('about') || 'not-known';
  }

  protected values(): Died {
    return { diedAt: this.moment('diedAt', this.diedAt), about: this.about as Died['about'] };
  }
}
