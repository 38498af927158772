import { IsInt, IsNotEmpty, Max, Min } from 'class-validator';
import { checkWords, type ContactRules, MOST_TRIES_EVER, readPoints } from '../domain/contact-rules.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { typedHours } from '../web/hour-answers.js';

const TRIES = { message: `Enter a whole number from 1 to ${MOST_TRIES_EVER}` };

/** When the house rings, how often it tries, what it offers and what it says first. */
export class InTouchRulesForm extends Form<{ rules: ContactRules; seen: number }> {
  @IsNotEmpty({ message: 'Choose when the house rings' })
  readonly safeFrom: string;

  @IsNotEmpty({ message: 'Choose when the house stops ringing' })
  readonly safeTo: string;

  @IsInt(TRIES)
  @Min(1, TRIES)
  @Max(MOST_TRIES_EVER, TRIES)
  readonly mostTries: number;

  readonly points: string;

  private readonly said: string;

  constructor(
    private readonly houseName: string,
    body?: FormBody,
  ) {
    super(body);
    this.safeFrom = this.line('safeFrom');
    this.safeTo = this.line('safeTo');
    this.mostTries = Number(this.line('mostTries') || NaN);
    this.points = this.line('points');
    this.said = this.line('words', 300);
  }

  protected values() {
    const hours = typedHours(this.safeFrom, this.safeTo);
    if (!hours) throw new RuleViolation('safeFrom', 'Choose when the house rings');
    checkWords(this.said, this.houseName);
    const rules = { hours, mostTries: this.mostTries, points: readPoints(this.points), words: this.said };
    return { rules, seen: this.version() };
  }
}
