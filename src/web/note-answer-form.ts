import { codesOf } from '../domain/list-entry.js';
import { type NoteAnswerCode, noteAnswers, type SaidToNote } from '../domain/note-answer.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from './form.js';
import type { FormBody } from './form-body.js';

/** Asks what a guest says to a note about them (R28), beside somebody or alone; `missing` is said where they chose nothing. */
export class NoteAnswerForm extends Form<SaidToNote> {
  // Not called `answer` and `words`, which is how a form reads one
  private readonly said: string;
  private readonly ownWords: string;

  constructor(
    body?: FormBody,
    private readonly missing = 'Choose what they say',
  ) {
    super(body);
    this.said = this.line('answer');
    this.ownWords = this.words('words', 2000);
  }

  protected values(): SaidToNote {
    if (!codesOf(noteAnswers).includes(this.said)) throw new RuleViolation('answer', this.missing);
    const seen = this.typed('seen');
    return {
      answer: this.said as NoteAnswerCode,
      words: this.ownWords || null,
      seen: /^\d{1,6}$/.test(seen) ? Number(seen) : -1,
    };
  }
}
