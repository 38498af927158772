import { IsIn, IsNotEmpty } from 'class-validator';
import { type DepartureAnswers, keysAnswers, leftAboutAnswers } from '../domain/departure.js';
import type { FormBody } from '../web/form-body.js';
import type { Arrived } from '../web/typed-moment.js';
import type { Leaving } from './departure.service.js';
import { orNull } from './happened.forms.js';
import { InTouchForm } from './in-touch.forms.js';

export class DepartureForm extends InTouchForm<Leaving> {
  readonly leftAt: string;

  @IsIn(leftAboutAnswers, { message: 'Choose one of these answers' })
  readonly leftAbout: string;

  /** The time of which it was said that it is right although they were seen later. */
  readonly leftBefore: string;

  @IsNotEmpty({ message: 'Choose how the stay ended' })
  readonly ending: string;

  @IsNotEmpty({ message: 'Choose where they went, or how it was left open' })
  readonly destination: string;

  readonly ownWords: string;

  @IsIn(keysAnswers, { message: 'Choose one of these answers' })
  readonly keysBack: string;

  readonly thingsLeft: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.leftAt = this.line('leftAt');
    this.leftAbout = this.line('leftAbout') || 'exact';
    this.leftBefore = this.line('leftBefore');
    this.ending = this.line('ending');
    this.destination = this.line('destination');
    this.ownWords = this.words('ownWords');
    this.keysBack = this.line('keysBack') || 'not-asked';
    this.thingsLeft = this.line('thingsLeft', 500);
  }

  protected override order(): readonly string[] {
    return [
      'exceptionReason',
      'agreedBy',
      'leftAt',
      'leftAbout',
      'ending',
      'destination',
      'ownWords',
      'keysBack',
      'thingsLeft',
    ];
  }

  protected values(): Leaving {
    const answers: DepartureAnswers = {
      leftAt: this.moment('leftAt', this.leftAt),
      leftAbout: this.leftAbout as DepartureAnswers['leftAbout'],
      ending: this.ending,
      destination: this.destination,
      ownWords: orNull(this.ownWords),
      inTouch: this.followUpConsent as DepartureAnswers['inTouch'],
      keysBack: this.keysBack as DepartureAnswers['keysBack'],
      thingsLeft: orNull(this.thingsLeft),
    };
    // Said of the time it was asked about: with another time it is asked again
    const isTimeSure = this.leftBefore === answers.leftAt.toString();
    return { answers, contact: this.contact(), points: this.point, exception: this.exception(), isTimeSure };
  }
}
