import { IsIn } from 'class-validator';
import { connectionWays, type ConnectionFacts, howItWas, type HowItWas } from '../domain/connection.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import type { NewAnswer } from './how-it-was.service.js';

/** A connection that was made: a place, or own words; what was done for it. */
export class ConnectionForm extends Form<ConnectionFacts> {
  private readonly placeId: string;
  private readonly ownWords: string;
  private readonly way: string;

  constructor(body?: FormBody) {
    super(body);
    this.placeId = this.line('placeId');
    this.ownWords = this.line('ownWords', 200);
    this.way = this.line('way');
  }

  protected values(): ConnectionFacts {
    const way = connectionWays.find(({ code }) => code === this.way);
    if (!way && this.way !== '') throw new RuleViolation('way', 'Choose what was done, or leave it open');
    return { placeId: this.placeId || null, ownWords: this.ownWords || null, way: way?.code ?? null };
  }
}

/** How it was, as they say it. */
export class HowItWasForm extends Form<NewAnswer> {
  // Not called `answer`, which is how a form reads one
  @IsIn(howItWas.map(({ code }) => code), { message: 'Choose what they say; skipping is an answer' })
  readonly how: string;

  private readonly said: string;

  constructor(body?: FormBody) {
    super(body);
    this.how = this.line('how');
    this.said = this.words('words', 500);
  }

  protected values(): NewAnswer {
    return { answer: this.how as HowItWas, words: this.said || null, version: this.version() };
  }
}
