import { parseWording } from '../domain/wording.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

/** The house’s list of words, and the version its page was drawn from. An empty list is one too. */
export class WordingForm extends Form<{ lines: string; seen: number }> {
  private readonly typedLines: string;

  constructor(body?: FormBody) {
    super(body);
    this.typedLines = this.words('lines', 20_000);
  }

  protected values() {
    parseWording(this.typedLines);
    return { lines: this.typedLines, seen: this.version() };
  }
}
