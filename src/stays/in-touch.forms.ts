import { ArrayNotEmpty, IsIn, IsNotEmpty, Matches, ValidateIf } from 'class-validator';
import { type Channel, channels, type Contact } from '../domain/contact.js';
import { inTouchAnswers } from '../domain/departure.js';
import type { InTouch } from '../domain/in-touch.js';
import { PLAIN_TERMS } from '../domain/purposes.js';
import { typedCaller } from '../web/caller-questions.js';
import type { FormBody } from '../web/form-body.js';
import { typedHours } from '../web/hour-answers.js';
import { IsCalendarDate } from '../web/is-calendar-date.js';
import { typedTerms } from '../web/terms-questions.js';
import type { Arrived } from '../web/typed-moment.js';
import { HappenedForm } from './happened.forms.js';

const NO_MOMENT = 'Tick at least one moment they want';

/** What the house offered when the page was drawn, whatever it offers by now. */
const POINT = /^([1-9]\d?|[1-6]\d\d|7[0-2]\d|730)d$|^([1-9]|1\d|2[0-4])m$/;

const saidYes = ({ followUpConsent }: InTouchForm<unknown>) => followUpConsent === 'yes';
const weReachOut = (form: InTouchForm<unknown>) => saidYes(form) && form.channel !== 'they-call';

/** What a guest answers to "May we be in touch one day?": nothing of it counts without a yes (R32, R33). */
export abstract class InTouchForm<Values> extends HappenedForm<Values> {
  @IsIn(inTouchAnswers, { message: 'Choose one of these answers' })
  readonly followUpConsent: string;

  // A yes without a moment would be a yes nobody ever rings after
  @ValidateIf(saidYes)
  @ArrayNotEmpty({ message: NO_MOMENT })
  @Matches(POINT, { each: true, message: NO_MOMENT })
  readonly point: string[];

  @ValidateIf(saidYes)
  @IsIn(channels, { message: 'Choose how they want to be in touch' })
  readonly channel: string;

  @ValidateIf(weReachOut)
  @IsNotEmpty({ message: 'Enter the number or address they gave' })
  readonly detail: string;

  readonly safeFrom: string;
  readonly safeTo: string;
  readonly agreed: string[];

  readonly language: string;

  @ValidateIf((form: InTouchForm<unknown>) => saidYes(form) && form.expires !== '')
  @IsCalendarDate({ message: 'Enter the last day on which it holds' })
  readonly expires: string;

  readonly by: string;
  readonly ifGone: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.followUpConsent = this.line('followUpConsent') || 'not-asked';
    this.point = this.list('point');
    this.channel = this.line('channel');
    this.detail = this.line('detail', 500);
    this.safeFrom = this.line('safeFrom');
    this.safeTo = this.line('safeTo');
    this.agreed = this.list('agreed');
    this.language = this.line('language');
    this.expires = this.line('expires');
    this.by = this.line('by');
    this.ifGone = this.line('ifGone');
  }

  /** Null without the guest's yes. Throws a RuleViolation for hours that are none, and as `typedCaller` does. */
  protected inTouch(): InTouch | null {
    if (!saidYes(this)) return null;
    const isTheirs = this.channel === 'they-call';
    return {
      contact: this.contact(isTheirs),
      terms: { ...PLAIN_TERMS, ...typedTerms(this, this) },
      points: this.point,
      caller: typedCaller(this, isTheirs),
    };
  }

  private contact(isTheirs: boolean): Contact {
    return {
      channel: this.channel as Channel,
      detail: isTheirs ? null : this.detail,
      voicemail: this.channel === 'call' && this.agreed.includes('voicemail'),
      sayHouseName: !isTheirs && this.agreed.includes('house-name'),
      safeHours: isTheirs ? null : typedHours(this.safeFrom, this.safeTo),
    };
  }
}
