import { IsIn, IsNotEmpty, ValidateIf } from 'class-validator';
import type { Channel, Contact } from '../domain/contact.js';
import { codesOf } from '../domain/list-entry.js';
import { type Purpose, purposes, type Terms, waysOut } from '../domain/purposes.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { typedHours } from '../web/hour-answers.js';
import { IsCalendarDate } from '../web/is-calendar-date.js';
import { typedTerms } from '../web/terms-questions.js';

export interface NewConsent {
  contact: Contact;
  terms: Terms;
}

/** One yes, to one purpose, in one way. What that purpose does not ask is not kept. */
export class ConsentForm extends Form<NewConsent> {
  @IsIn(codesOf(purposes), { message: 'Choose what they said yes to' })
  readonly purpose: string;

  readonly channel: string;

  @ValidateIf(({ purpose }: ConsentForm) => purpose === 'alternate')
  @IsNotEmpty({ message: 'Enter who it is' })
  readonly person: string;

  @ValidateIf(({ channel }: ConsentForm) => waysOut(channel as Channel))
  @IsNotEmpty({ message: 'Enter the number or address they gave' })
  readonly detail: string;

  readonly told: string;
  readonly safeFrom: string;
  readonly safeTo: string;
  readonly language: string;

  @ValidateIf(({ expires }: ConsentForm) => expires !== '')
  @IsCalendarDate({ message: 'Enter the last day on which it holds' })
  readonly expires: string;

  constructor(body?: FormBody, purpose = '') {
    super(body);
    this.purpose = this.line('purpose') || purpose;
    this.channel = this.purpose === 'research' ? 'none' : this.line('channel');
    this.person = this.line('person');
    this.told = this.words('told', 500);
    this.detail = this.line('detail', 500);
    // Programs send both hours at once, such as 10-17
    const [from = '', to = ''] = this.line('safeHours').split('-');
    this.safeFrom = this.line('safeFrom') || from;
    this.safeTo = this.line('safeTo') || to;
    this.language = this.line('language');
    this.expires = this.line('expires');
  }

  protected values(): NewConsent {
    const isAlternate = this.purpose === 'alternate';
    const goesOut = waysOut(this.channel as Channel);
    const terms = {
      purpose: this.purpose as Purpose,
      ...typedTerms(this, this),
      person: isAlternate ? this.person || null : null,
      told: isAlternate ? this.told || null : null,
    };
    return { contact: this.contact(goesOut), terms };
  }

  private contact(goesOut: boolean): Contact {
    return {
      channel: this.channel as Channel,
      detail: goesOut ? this.detail || null : null,
      voicemail: this.channel === 'call' && this.saidYes('voicemail'),
      sayHouseName: goesOut && this.saidYes('sayHouseName'),
      safeHours: goesOut ? typedHours(this.safeFrom, this.safeTo) : null,
    };
  }

  private saidYes(name: string): boolean {
    return this.typed(name) === 'yes';
  }
}
