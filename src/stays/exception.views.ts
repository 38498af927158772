import type { Person } from '../domain/person.js';
import { type Answered, choices, field } from '../web/fields.js';

/** Asks for a reason and a coordinator's yes, in person or by phone (R22). */
export function exceptionView(form: Answered, people: readonly Person[]) {
  return {
    reason: field(form, 'exceptionReason', 'Why so late?', {
      hint: 'A few words. A coordinator reads them.',
    }),
    agreedBy: choices(
      form,
      'agreedBy',
      'Who said yes, here or on the phone?',
      people.map(({ id, name }) => ({ value: id, label: name })),
    ),
  };
}
