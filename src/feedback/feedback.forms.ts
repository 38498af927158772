import { IsIn, IsNotEmpty } from 'class-validator';
import { codeIn, feedbackAbout, type FeedbackAbout, type Said } from '../domain/feedback.js';
import { codesOf } from '../domain/list-entry.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

/** What somebody says of the house or of another service. */
abstract class SaidForm<Values> extends Form<Values> {
  @IsIn(codesOf(feedbackAbout), { message: 'Choose what it is about' })
  readonly about: string;

  private readonly service: string;

  @IsNotEmpty({ message: 'Enter what you would like to say' })
  readonly text: string;

  constructor(body?: FormBody) {
    super(body);
    this.about = this.line('about');
    this.service = this.line('service');
    this.text = this.words('text');
  }

  protected said(): Said {
    return { about: this.about as FeedbackAbout, service: this.service || null, text: this.text };
  }
}

/** With the name of whoever says it. */
export class NamedForm extends SaidForm<Said & { name: string }> {
  @IsNotEmpty({ message: 'Enter a name, or leave it without one on the other page' })
  readonly name: string;

  constructor(body?: FormBody) {
    super(body);
    this.name = this.line('name');
  }

  protected values() {
    return { ...this.said(), name: this.name };
  }
}

/** Without a name: the page came with a reply code, which makes it one piece of feedback however often it is sent (R17). */
export class AnonymousForm extends SaidForm<Said & { code: string }> {
  /** The code the page came with; null where it has none. */
  get codeTyped(): string | null {
    return codeIn(this.typed('code'));
  }

  protected values() {
    const code = this.codeTyped;
    if (!code) throw new RuleViolation('main', 'This page has lost its code. Send it again');
    return { ...this.said(), code };
  }
}

/** An answer of the team. */
export class AnswerForm extends Form<string> {
  @IsNotEmpty({ message: 'Enter an answer' })
  readonly text: string;

  constructor(body?: FormBody) {
    super(body);
    this.text = this.words('text');
  }

  protected values(): string {
    return this.text;
  }
}

/** The reply code a guest has on paper. */
export class CodeForm extends Form<string> {
  private readonly code: string;

  constructor(body?: FormBody) {
    super(body);
    this.code = this.line('code');
  }

  protected values(): string {
    const code = codeIn(this.code);
    if (!code) throw new RuleViolation('code', 'A code has 16 letters, in four groups of four');
    return code;
  }
}
