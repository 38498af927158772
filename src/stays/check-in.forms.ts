import { IsIn, IsNotEmpty, ValidateIf } from 'class-validator';
import type { Temporal } from 'temporal-polyfill';
import { parseDay } from '../domain/house-time.js';
import { NOT_ASKED } from '../domain/referral-sources.js';
import { type StayedBefore, stayedBeforeAnswers } from '../domain/stay.js';
import { type Talked, talkedAnswers } from '../domain/talk-first.js';
import type { FormBody } from '../web/form-body.js';
import { IsCalendarDate } from '../web/is-calendar-date.js';
import { paths } from '../web/paths.js';
import type { Arrived } from '../web/typed-moment.js';
import type { CheckIn } from './check-in.service.js';
import { HappenedForm, orNull } from './happened.forms.js';

export class CheckInForm extends HappenedForm<CheckIn> {
  @IsNotEmpty({ message: 'Choose a bed' })
  readonly bedId: string;

  // Left empty, it is the name the bed is kept under
  @ValidateIf(({ noName, holdId }: CheckInForm) => noName !== 'yes' && holdId === '')
  @IsNotEmpty({ message: 'Enter a name to go by, or choose “No name yet”' })
  readonly name: string;

  readonly noName: string;
  readonly pronouns: string;

  @IsIn(stayedBeforeAnswers, { message: 'Choose one of these answers' })
  readonly stayedBefore: string;

  @IsCalendarDate({ message: 'Choose the day they plan to leave' })
  readonly departureDay: string;

  readonly referralSource: string;

  readonly arrivedAt: string;
  readonly guestId: string;
  /** The hold they were expected by, or ''. */
  readonly holdId: string;
  readonly confirmNotReady: string;

  @ValidateIf(({ talked }: CheckInForm) => talked !== '')
  @IsIn(talkedAnswers, { message: 'Choose one of these answers' })
  readonly talked: string;
  /** The line that was shown with the question. */
  readonly talkedLine: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.bedId = this.line('bedId');
    this.name = this.line('name');
    this.noName = this.line('noName');
    this.pronouns = this.line('pronouns');
    this.stayedBefore = this.line('stayedBefore') || 'not-asked';
    this.departureDay = this.line('departureDay');
    this.referralSource = this.line('referralSource') || NOT_ASKED;
    this.arrivedAt = this.line('arrivedAt');
    this.guestId = this.line('guestId');
    this.holdId = this.line('holdId');
    this.confirmNotReady = this.line('confirmNotReady');
    this.talked = this.line('talked');
    this.talkedLine = this.line('talkedLine');
  }

  /** The house day of the arrival; throws a RuleViolation when that is no time. */
  arrivalDay(): Temporal.PlainDate {
    return this.day('arrivedAt', this.arrivedAt);
  }

  /** Who asks for which nights; null when that cannot be told yet. */
  asked(): { guestId: string; arrivalDay: Temporal.PlainDate; plannedDay: Temporal.PlainDate } | null {
    const plannedDay = parseDay(this.departureDay);
    try {
      return plannedDay && { guestId: this.guestId, arrivalDay: this.arrivalDay(), plannedDay };
    } catch {
      return null;
    }
  }

  /** Where it is drawn, and what was typed is kept for its person (R31): one place for each hold. */
  get place(): string {
    return this.holdId === '' ? paths.checkIn() : paths.checkInFrom(this.holdId);
  }

  /** The same form for somebody else than the bed was kept for. */
  withoutHold(): CheckInForm {
    const body = new Map([...this.body].filter(([name]) => name !== 'holdId'));
    const form = new CheckInForm(body, this.arrived);
    Object.assign(form.errors, this.errors);
    return form;
  }

  protected values(): CheckIn {
    return {
      bedId: this.bedId,
      departureDay: parseDay(this.departureDay)!,
      name: orNull(this.name),
      isNameless: this.noName === 'yes',
      pronouns: orNull(this.pronouns),
      stayedBefore: this.stayedBefore as StayedBefore,
      referralSource: this.referralSource,
      arrivedAt: this.moment('arrivedAt', this.arrivedAt),
      guestId: this.guestId,
      holdId: this.holdId,
      isSameAsked: this.body.has('askedSame'),
      confirmNotReady: this.confirmNotReady === 'yes',
      talked: this.talked === '' ? null : { answer: this.talked as Talked, line: this.talkedLine },
      exception: this.exception(),
    };
  }
}
