import { IsIn } from 'class-validator';
import { RuleViolation } from '../domain/rule-violation.js';
import { type TaskState, taskStates } from '../domain/stay-task.js';
import type { Task } from '../domain/stay-task-list.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { orNull } from './happened.forms.js';
import type { TaskTold } from './tasks.service.js';

/** What is said of one task: by a button on the list, or on the page of its own. */
export class TaskForm extends Form<TaskTold> {
  @IsIn(taskStates, { message: 'Choose one of these buttons' })
  readonly state: string;

  readonly first: string;
  readonly second: string;
  readonly mark: string;
  /** The number of the agreement the page showed. */
  readonly agreement: string;

  constructor(
    body: FormBody,
    private readonly task: Task,
  ) {
    super(body);
    this.first = this.answerTo(0, 'first');
    this.second = this.answerTo(1, 'second');
    this.mark = this.line('mark');
    this.agreement = task.code === 'agreement' ? this.line('agreement') : '';
    this.state = this.line('state');
  }

  protected values(): TaskTold {
    const answer = {
      state: this.state as TaskState,
      words: orNull(this.first),
      second: orNull(this.second),
      mark: this.markChosen(),
      agreement: /^[1-9]\d{0,8}$/.test(this.agreement) ? Number(this.agreement) : null,
    };
    return { answer, version: this.version() };
  }

  /** A question this task does not have is not heard. */
  private answerTo(place: 0 | 1, name: 'first' | 'second'): string {
    const question = this.task.questions[place];
    if (!question) return '';
    return question.rows === 1 ? this.line(name, question.most) : this.words(name, question.most);
  }

  private markChosen(): string | null {
    const { marks } = this.task;
    if (marks === null || this.mark === '') return null;
    if (!marks.entries.some(({ code }) => code === this.mark))
      throw new RuleViolation('mark', 'Choose one of these answers');
    return this.mark;
  }
}
