import { IsIn, IsNotEmpty, ValidateIf } from 'class-validator';
import { type DepartureAnswers, inTouchAnswers, keysAnswers, leftAboutAnswers } from '../domain/departure.js';
import { type Channel, channels, type Contact } from '../domain/consent.js';
import { destinations, endings } from '../domain/departure-lists.js';
import type { FormBody } from '../web/form-body.js';
import type { Leaving } from './departure.service.js';
import { type Arrived, HappenedForm, orNull } from './happened.forms.js';

const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);

export class DepartureForm extends HappenedForm<Leaving> {
  readonly leftAt: string;

  @IsIn(leftAboutAnswers, { message: 'Choose one of these answers' })
  readonly leftAbout: string;

  @IsIn(codes(endings), { message: 'Choose how the stay ended' })
  readonly ending: string;

  @IsIn(codes(destinations), { message: 'Choose where they went, or how it was left open' })
  readonly destination: string;

  readonly ownWords: string;

  @IsIn(inTouchAnswers, { message: 'Choose one of these answers' })
  readonly followUpConsent: string;

  @ValidateIf(({ followUpConsent }: DepartureForm) => followUpConsent === 'yes')
  @IsIn(channels, { message: 'Choose how we may be in touch' })
  readonly channel: string;

  @ValidateIf(({ followUpConsent }: DepartureForm) => followUpConsent === 'yes')
  @IsNotEmpty({ message: 'Enter the number or address they gave' })
  readonly detail: string;

  @IsIn(keysAnswers, { message: 'Choose one of these answers' })
  readonly keysBack: string;

  readonly thingsLeft: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.leftAt = this.line('leftAt');
    this.leftAbout = this.line('leftAbout') || 'exact';
    this.ending = this.line('ending');
    this.destination = this.line('destination');
    this.ownWords = this.words('ownWords');
    this.followUpConsent = this.line('followUpConsent') || 'not-asked';
    this.channel = this.line('channel');
    this.detail = this.line('detail', 500);
    this.keysBack = this.line('keysBack') || 'not-asked';
    this.thingsLeft = this.line('thingsLeft', 500);
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
    return {
      answers,
      contact: answers.inTouch === 'yes' ? this.contact() : null,
      exception: this.exception(),
    };
  }

  private contact(): Contact {
    const isTheirs = this.channel === 'they-call';
    return {
      channel: this.channel as Channel,
      detail: isTheirs ? null : this.detail,
      voicemail: false,
      sayHouseName: false,
      safeHours: null,
    };
  }
}
