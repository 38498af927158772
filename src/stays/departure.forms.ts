import { IsIn, IsNotEmpty, ValidateIf } from 'class-validator';
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../domain/days.js';
import { bedNextAnswers, type DepartureAnswers, keysAnswers, leftAboutAnswers } from '../domain/departure.js';
import { parseDay } from '../domain/house-time.js';
import { RuleViolation } from '../domain/rule-violation.js';
import type { FormBody } from '../web/form-body.js';
import { IsCalendarDate } from '../web/is-calendar-date.js';
import type { Arrived } from '../web/typed-moment.js';
import type { Leaving } from './departure.service.js';
import { orNull } from './happened.forms.js';
import { InTouchForm } from './in-touch.forms.js';

/** Questions of the page that can be answered before the guest is at the door. */
const AHEAD = ['ownWords', 'ending', 'destination', 'thingsLeft', 'thingsUntil', 'followUpConsent'];
const IN_TOUCH = [
  ...['point', 'channel', 'detail', 'safeFrom', 'safeTo', 'agreed'],
  ...['language', 'sharedPhone', 'expires', 'by', 'ifGone'],
];
const MOST_ANSWERS = 20;

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

  @ValidateIf(({ thingsUntil }: DepartureForm) => thingsUntil !== '')
  @IsCalendarDate({ message: 'Choose the last day they are kept' })
  readonly thingsUntil: string;

  /** What is done with the bed once they have left: made ready as always, or closed next. */
  @IsIn(bedNextAnswers, { message: 'Choose one of these answers' })
  readonly bedNext: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.bedNext = this.line('bedNext') || 'ready';
    this.leftAt = this.line('leftAt');
    this.leftAbout = this.line('leftAbout') || 'exact';
    this.leftBefore = this.line('leftBefore');
    this.ending = this.line('ending');
    this.destination = this.line('destination');
    this.ownWords = this.words('ownWords');
    this.keysBack = this.line('keysBack') || 'not-asked';
    this.thingsLeft = this.line('thingsLeft', 500);
    this.thingsUntil = this.line('thingsUntil');
  }

  /** The number of what stood ready when the page was drawn; null when the sender saw none (R26). */
  get readySeen(): number | null {
    const seen = this.typed('readySeen');
    return /^\d{1,9}$/.test(seen) ? Number(seen) : null;
  }

  /** What can be said days before: all but the door. A number or an address only after a yes (R32). */
  ahead(): [string, string[]][] {
    const names = [...AHEAD, ...(this.followUpConsent === 'yes' ? IN_TOUCH : [])];
    const answers = names.map((name): [string, string[]] => [name, this.chosen(name).slice(0, MOST_ANSWERS)]);
    return answers.filter(([, said]) => said.length > 0);
  }

  protected override order(): readonly string[] {
    return [
      'exceptionReason',
      'agreedBy',
      'ownWords',
      'leftAt',
      'leftAbout',
      'ending',
      'destination',
      'keysBack',
      'thingsLeft',
      'thingsUntil',
      'bedNext',
    ];
  }

  /** Throws a RuleViolation for a day of nothing, or one that is over. */
  private keptUntil(): Temporal.PlainDate | null {
    const day = parseDay(this.thingsUntil);
    if (day === null) return null;
    if (this.thingsLeft === '') throw new RuleViolation('thingsLeft', 'Say what is kept until that day');
    const today = this.arrived.time.houseDay(this.arrived.now);
    if (isBefore(day, today)) throw new RuleViolation('thingsUntil', 'That day is over. Choose one to come');
    return day;
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
      thingsUntil: this.keptUntil(),
    };
    // Said of the time it was asked about: with another time it is asked again
    const isTimeSure = this.leftBefore === answers.leftAt.toString();
    return {
      answers,
      inTouch: this.inTouch(),
      isBedReady: this.bedNext === 'at-once',
      exception: this.exception(),
      isTimeSure,
    };
  }
}
