import type { QuestionKind, Wording } from '../domain/question.js';
import { type WantedQuestion, wantedQuestion } from '../domain/question-wish.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

/** A question of the house. `kind` is chosen once: what is there keeps its own. */
export class QuestionForm extends Form<{ seen: number; wanted: WantedQuestion }> {
  private readonly kind: string;
  private readonly en: Wording;
  private readonly es: Wording;
  private readonly place: string;
  private readonly moments: string[];
  private readonly counts: string;

  constructor(body?: FormBody, kind: QuestionKind | null = null) {
    super(body);
    const typedKind = this.line('kind');
    this.kind = kind ?? typedKind;
    this.moments = this.list('moments');
    this.en = this.wording('');
    this.es = this.wording('es');
    this.counts = this.line('counts');
    this.place = this.line('place');
  }

  protected values() {
    const { moments, en, es } = this;
    const kind = this.kind as QuestionKind;
    const place = /^\d{1,3}$/.test(this.place) ? Number(this.place) : NaN;
    const wanted = wantedQuestion({ kind, place, moments, en, es, counts: this.counts === 'yes' });
    return { seen: this.version(), wanted };
  }

  private wording(language: '' | 'es'): Wording {
    const name = (field: string) =>
      language === '' ? field : `es${field[0]!.toUpperCase()}${field.slice(1)}`;
    return {
      text: this.line(name('text'), 200),
      why: this.line(name('why'), 200) || null,
      options: this.words(name('options'), 500)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    };
  }
}
