import { codesOf } from '../domain/list-entry.js';
import { isTyped, type Language, languages, type Question } from '../domain/question.js';
import { answerTo, type QuestionAnswer } from '../domain/question-answer.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from './form.js';
import { type FormBody, only } from './form-body.js';

/** What somebody keys in of a guest's answers, and in which language they were asked. */
export interface KeyedIn {
  language: Language;
  answers: QuestionAnswer[];
}

/**
 * What stood on a guest's sheet, or what they told when they were rung. What is left open was not asked; `all` says in one
 * click that they skipped whatever is left open.
 */
export class AnswersForm extends Form<KeyedIn> {
  private readonly language: string;
  private readonly given: { question: Question; answer: string; words: string | null }[];

  constructor(body: FormBody | undefined, questions: readonly Question[]) {
    super(body);
    this.language = this.line('language');
    this.given = questions.map((question) => ({
      question,
      answer: this.line(`answer-${question.code}`),
      words: isTyped(question) ? this.words(`words-${question.code}`, 2000) || null : null,
    }));
  }

  private get skipsTheRest(): boolean {
    return only(this.body, 'all') === 'skipped';
  }

  protected values() {
    if (!codesOf(languages).includes(this.language))
      throw new RuleViolation('language', 'Choose the language');
    const answers = this.given.flatMap(({ question, answer, words }) => {
      const isOpen = answer === '' && words === null;
      if (isOpen && this.skipsTheRest) return [answerIn(question, 'skipped', null)];
      return isOpen || answer === 'not-asked' ? [] : [answerIn(question, answer, words)];
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
    const isNumber = error.field === 'words' && question.kind === 'count';
    if (isNumber) throw new RuleViolation(`words-${question.code}`, error.message);
    throw new RuleViolation(`answer-${question.code}`, 'Choose one of these answers');
  }
}
