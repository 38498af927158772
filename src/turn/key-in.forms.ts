import { codesOf } from '../domain/list-entry.js';
import { type Language, languages, type Question } from '../domain/question.js';
import { answerTo, type QuestionAnswer } from '../domain/question-answer.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

/** What stood on a guest's sheet. What is left open was not asked. */
export class KeyInForm extends Form<{ language: Language; answers: QuestionAnswer[] }> {
  private readonly language: string;
  private readonly given: { question: Question; answer: string; words: string | null }[];

  constructor(body: FormBody | undefined, questions: readonly Question[]) {
    super(body);
    this.language = this.line('language');
    this.given = questions.map((question) => ({
      question,
      answer: this.line(`answer-${question.code}`),
      words: question.kind === 'words' ? this.words(`words-${question.code}`, 2000) || null : null,
    }));
  }

  protected values() {
    if (!codesOf(languages).includes(this.language))
      throw new RuleViolation('language', 'Choose the language of the sheet');
    const answers = this.given.flatMap(({ question, answer, words }) => {
      const isOpen = answer === 'not-asked' || (answer === '' && words === null);
      return isOpen ? [] : [answerIn(question, answer, words)];
    });
    if (answers.length === 0) throw new RuleViolation('main', 'Key in at least one answer');
    return { language: this.language as Language, answers };
  }
}

/** Blamed on the field of its question. */
function answerIn(question: Question, answer: string, words: string | null): QuestionAnswer {
  try {
    return answerTo(question, { answer, words });
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    throw new RuleViolation(`answer-${question.code}`, 'Choose one of these answers');
  }
}
