import { IsIn, IsNotEmpty, ValidateIf } from 'class-validator';
import type { Temporal } from 'temporal-polyfill';
import {
  type Channel,
  channels,
  type DepartureAnswers,
  inTouchAnswers,
  keysAnswers,
  leftAboutAnswers,
} from '../domain/departure.js';
import { destinations, endings } from '../domain/departure-lists.js';
import { type HouseTime, parseDay } from '../domain/house-time.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { type StayedBefore, stayedBeforeAnswers } from '../domain/stay.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { IsCalendarDate } from '../web/is-calendar-date.js';
import { typedMoment } from '../web/typed-moment.js';
import type { CheckIn } from './check-in.service.js';
import type { Leaving } from './departure.service.js';

/** The house clock and the moment a form arrived: what an empty time means. */
export interface Arrived {
  time: HouseTime;
  now: Temporal.Instant;
}

const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);
const orNull = (text: string): string | null => (text === '' ? null : text);

export class CheckInForm extends Form<CheckIn> {
  @IsNotEmpty({ message: 'Choose a bed' })
  readonly bedId: string;

  readonly name: string;
  readonly noName: string;
  readonly pronouns: string;

  @IsIn(stayedBeforeAnswers, { message: 'Choose one of these answers' })
  readonly stayedBefore: string;

  @IsCalendarDate({ message: 'Choose the day they plan to leave' })
  readonly departureDay: string;

  readonly arrivedAt: string;
  readonly guestId: string;
  readonly confirmNotReady: string;
  readonly exceptionReason: string;
  readonly agreedBy: string;

  constructor(
    body: FormBody,
    private readonly arrived: Arrived,
  ) {
    super(body);
    this.bedId = this.line('bedId');
    this.name = this.line('name');
    this.noName = this.line('noName');
    this.pronouns = this.line('pronouns');
    this.stayedBefore = this.line('stayedBefore') || 'not-asked';
    this.departureDay = this.line('departureDay');
    this.arrivedAt = this.line('arrivedAt');
    this.guestId = this.line('guestId');
    this.confirmNotReady = this.line('confirmNotReady');
    this.exceptionReason = this.words('exceptionReason', 500);
    this.agreedBy = this.line('agreedBy');
  }

  protected values(): CheckIn {
    if (this.name === '' && this.noName !== 'yes') {
      throw new RuleViolation('name', 'Enter a name to go by, or choose “No name yet”');
    }
    return {
      bedId: this.bedId,
      departureDay: parseDay(this.departureDay)!,
      name: orNull(this.name),
      pronouns: orNull(this.pronouns),
      stayedBefore: this.stayedBefore as StayedBefore,
      arrivedAt: typedMoment(
        this.arrived.time,
        'arrivedAt',
        this.arrivedAt,
        this.typed('arrivedAtWhich'),
        this.arrived.now,
      ),
      guestId: this.guestId,
      isSameAsked: this.body.has('askedSame'),
      confirmNotReady: this.confirmNotReady === 'yes',
      exception: exceptionOf(this),
    };
  }
}

export class DepartureForm extends Form<Leaving> {
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
  readonly exceptionReason: string;
  readonly agreedBy: string;

  constructor(
    body: FormBody,
    private readonly arrived: Arrived,
  ) {
    super(body);
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
    this.exceptionReason = this.words('exceptionReason', 500);
    this.agreedBy = this.line('agreedBy');
  }

  protected values(): Leaving {
    const { time, now } = this.arrived;
    const answers: DepartureAnswers = {
      leftAt: typedMoment(time, 'leftAt', this.leftAt, this.typed('leftAtWhich'), now),
      leftAbout: this.leftAbout as DepartureAnswers['leftAbout'],
      ending: this.ending,
      destination: this.destination,
      ownWords: orNull(this.ownWords),
      inTouch: this.followUpConsent as DepartureAnswers['inTouch'],
      keysBack: this.keysBack as DepartureAnswers['keysBack'],
      thingsLeft: orNull(this.thingsLeft),
    };
    const contact =
      answers.inTouch === 'yes' ? { channel: this.channel as Channel, detail: this.detail } : null;
    return { answers, contact, exception: exceptionOf(this) };
  }
}

export class NameForm extends Form<{ name: string; pronouns: string | null; version: number }> {
  @IsNotEmpty({ message: 'Enter the name they go by' })
  readonly name: string;

  readonly pronouns: string;

  constructor(body?: FormBody) {
    super(body);
    this.name = this.line('name');
    this.pronouns = this.line('pronouns');
  }

  protected values() {
    return { name: this.name, pronouns: orNull(this.pronouns), version: this.version() };
  }
}

/** Null until the page has asked for it. */
function exceptionOf(form: CheckInForm | DepartureForm) {
  const isAsked = form.body.has('exceptionReason') || form.body.has('agreedBy');
  return isAsked ? { reason: form.exceptionReason, agreedBy: form.agreedBy } : null;
}
