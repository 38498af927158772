import { IsIn } from 'class-validator';
import { codesOf } from '../domain/list-entry.js';
import { type Language, languages, type Moment } from '../domain/question.js';
import type { Sent } from '../domain/question-answer.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from '../web/form.js';
import { type FormBody, only } from '../web/form-body.js';

/** What a guest sends from the page of a question. */
export interface Answering extends Sent {
  code: string;
  go: 'next' | 'skip' | 'back' | 'about' | 'stop';
}

const WAYS = ['next', 'skip', 'back', 'about', 'stop'] as const;

export class QuestionForm extends Form<Answering> {
  private readonly marked: string;
  private readonly ownWords: string;

  constructor(body?: FormBody) {
    super(body);
    this.marked = this.line('answer');
    this.ownWords = this.words('words', 2000);
  }

  protected values(): Answering {
    const go = WAYS.find((way) => way === only(this.body, 'go')) ?? 'next';
    return {
      code: only(this.body, 'code'),
      go,
      answer: go === 'skip' ? 'skipped' : this.marked,
      words: this.ownWords || null,
    };
  }
}

/** For what the screen is handed over. */
export class HandOverForm extends Form<{ goOn: boolean; moment: Moment | null; language: Language }> {
  readonly purpose: string;

  @IsIn(codesOf(languages), { message: 'Choose the language' })
  readonly language: string;

  /** `offered` is what it can be handed over for now. */
  constructor(
    body?: FormBody,
    private readonly offered: readonly string[] = [],
  ) {
    super(body);
    this.purpose = this.line('purpose');
    this.language = this.line('language');
  }

  protected values() {
    if (!this.offered.includes(this.purpose)) throw new RuleViolation('purpose', 'Choose what it is for');
    const isAsked = this.purpose === 'arrival' || this.purpose === 'leaving';
    return {
      goOn: this.purpose === 'go-on',
      moment: isAsked ? (this.purpose as Moment) : null,
      language: this.language as Language,
    };
  }
}
