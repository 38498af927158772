import type { IfGone } from '../domain/follow-up.js';
import type { Caller } from '../domain/in-touch.js';
import type { Person } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { type Answered, choices, select } from './fields.js';

/** Who rings, and what then if that person is gone: the same two questions wherever a plan is chosen (R33). */
export function callerQuestions(form: Answered, people: readonly Pick<Person, 'id' | 'name'>[]) {
  const chosen = form.typed('by');
  const isGone = chosen !== '' && people.every(({ id }) => id !== chosen);
  return {
    by: select(form, 'by', 'Who rings?', [
      { value: '', label: 'Whoever is on shift' },
      ...people.map(({ id, name }) => ({ value: id, label: name })),
      // What a guest wished is never exchanged for something else without a word
      ...(isGone ? [{ value: chosen, label: 'Somebody who works here no more' }] : []),
    ]),
    ifGone: choices(form, 'ifGone', 'And if that person no longer works here?', [
      { value: 'team', label: 'Then the team' },
      { value: 'nobody', label: 'Then nobody' },
    ]),
  };
}

/** What was answered to them; nobody is chosen where the guest calls. Throws a RuleViolation for another word than these two. */
export function typedCaller({ by, ifGone }: { by: string; ifGone: string }, isTheirs: boolean): Caller {
  if (!['', 'team', 'nobody'].includes(ifGone)) {
    throw new RuleViolation('ifGone', 'Choose what then: the team, or nobody');
  }
  const callerId = isTheirs ? null : by || null;
  return { callerId, ifGone: callerId === null || ifGone === '' ? null : (ifGone as IfGone) };
}
