import { IsIn } from 'class-validator';
import { type CallAnswers, callers, callLines, callOutcomes } from '../domain/call.js';
import { codesOf } from '../domain/list-entry.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

/** Most calls come by phone from someone who does not say who they are. */
const FRESH: FormBody = new Map([
  ['line', ['phone']],
  ['caller', ['not_said']],
]);

export class CallForm extends Form<CallAnswers> {
  // Not called `line`, which is how a form reads an answer
  private readonly how: string;

  @IsIn(codesOf(callers), { message: 'Choose who it was, or “Not said”' })
  readonly caller: string;

  @IsIn(codesOf(callOutcomes), { message: 'Choose what came of it' })
  readonly outcome: string;

  constructor(body: FormBody = FRESH) {
    super(body);
    this.how = this.line('line');
    if (!codesOf(callLines).includes(this.how)) this.errors.line ??= 'Choose how they reached us';
    this.caller = this.line('caller');
    this.outcome = this.line('outcome');
  }

  protected values(): CallAnswers {
    return { line: this.how, caller: this.caller, outcome: this.outcome };
  }
}
