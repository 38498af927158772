import { validateSync } from 'class-validator';
import { ChangedMeanwhile } from '../domain/conflict.js';
import { RuleViolation } from '../domain/rule-violation.js';
import type { Answered } from './fields.js';
import type { FormBody } from './form-body.js';

const NUL = '\u0000';
/** An answer an eye can find: one of nothing but invisible marks is none. */
const seen = (text: string): string => (/[^\p{DI}\p{Cc}\p{Z}\u2800]/u.test(text) ? text : '');
const OUTDATED = 'Someone else changed this meanwhile. Your text stands below: save it again to keep yours';

/**
 * What a person typed, and what was wrong with it. A subclass keeps each field as text (`line`, `words`) and turns
 * them into values. Wrong shape and broken house rules are told one way: beside the field, 422.
 */
export abstract class Form<Values> implements Answered {
  readonly errors: Record<string, string> = {};
  readonly ready: Record<string, { value: string; label: string }[]> = {};
  readonly #fields: string[] = [];
  /** Somebody else changed the record since the page was drawn: the page shows what is kept now beside what was typed. */
  isOutdated = false;

  constructor(readonly body: FormBody = new Map()) {}

  /** The questions in the order of the page, where a form reads them in another. */
  protected order(): readonly string[] {
    return [];
  }

  /** The checked values. May throw a RuleViolation. */
  protected abstract values(): Values;

  /** What was typed, as it can be shown again. */
  typed(name: string): string {
    return (this.body.get(name)?.findLast((answer) => answer !== '') ?? '').replaceAll(NUL, '\uFFFD');
  }

  /** Every answer that was given to a question with many, as it can be shown again. */
  chosen(name: string): readonly string[] {
    return (this.body.get(name) ?? []).filter((answer) => answer !== '');
  }

  /** Gives the checked values to `action` and answers what it gave. Null means: draw the form again with `errors`. */
  async submit<Result>(action: (values: Values) => Promise<Result>): Promise<Result | null> {
    if (!this.hasGoodShape()) return null;
    try {
      return await action(this.values());
    } catch (error) {
      if (error instanceof ChangedMeanwhile) this.outdate();
      else if (error instanceof RuleViolation) this.blame(error);
      else throw error;
      return null;
    }
  }

  /** Somebody else changed what it was drawn from: it is shown beside what was typed, and can be sent again (R26). */
  outdate(): void {
    this.isOutdated = true;
    this.blame(new RuleViolation('main', OUTDATED));
  }

  /** How the page is sent when it is drawn again: 409 when somebody else changed the record meanwhile (R26). */
  get status(): 409 | 422 {
    return this.isOutdated ? 409 : 422;
  }

  /** Puts a broken house rule beside its field. */
  blame({ field, message, choices }: RuleViolation): void {
    this.errors[field] = message;
    if (choices.length > 0) this.ready[field] = [...choices];
  }

  /** A one-line answer of at most `most` characters, trimmed. */
  protected line(name: string, most = 100): string {
    return seen(this.answer(name, most).replace(/\s+/gu, ' ').trim());
  }

  /** An answer of many lines. */
  protected words(name: string, most = 10_000): string {
    return seen(this.answer(name, most).replaceAll('\r\n', '\n').trim());
  }

  /** The answers to a question with many, each once. What none of our boxes sends is left for the rule to refuse. */
  protected list(name: string): string[] {
    this.#fields.push(name);
    return [...new Set(this.chosen(name))];
  }

  /** The version of the record the page was drawn from; 0, which no record has, for anything else (R26). */
  protected version(): number {
    const typed = this.typed('version');
    return /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
  }

  /** A secret: taken as it was typed. */
  protected asTyped(name: string, most = 1000): string {
    return this.answer(name, most);
  }

  private answer(name: string, most: number): string {
    this.#fields.push(name);
    const answers = this.body.get(name) ?? [];
    const [text = ''] = answers;
    if (answers.length > 1) this.errors[name] = 'This arrived more than once. Check the answer';
    else if (text.includes(NUL)) this.errors[name] = 'One character here cannot be kept (NUL). Take it out';
    // Browsers send the end of a line as two characters
    else if ([...text.replaceAll('\r\n', '\n')].length > most)
      this.errors[name] = `This is too long. Use at most ${most} characters`;
    return answers.length > 1 ? this.typed(name) : text;
  }

  private hasGoodShape(): boolean {
    for (const { property, constraints } of validateSync(this, {
      stopAtFirstError: true,
      forbidUnknownValues: false,
    })) {
      this.errors[property] ??= Object.values(constraints ?? {})[0] ?? 'Check this answer';
    }
    this.sortErrors();
    return Object.keys(this.errors).length === 0;
  }

  /** In the order of the questions, so that the list on top reads like the page. */
  private sortErrors(): void {
    const found = { ...this.errors };
    for (const name of Object.keys(found)) delete this.errors[name];
    for (const name of [...this.order(), ...this.#fields, ...Object.keys(found)]) {
      if (found[name] !== undefined) this.errors[name] = found[name];
    }
  }
}
