import type { Person } from '../domain/person.js';
import { nights } from '../web/dates.js';
import { type Answered, choices, field } from '../web/fields.js';

/** Why a coordinator's yes is asked for, and the question that goes with it. */
export interface ExceptionWords {
  lead: string;
  why: string;
}

export const farBack: ExceptionWords = {
  lead: 'It is further back than a shift records alone.',
  why: 'Why so late?',
};

/** A stay of `count` nights in a house whose stays have `most` at the most. */
export const tooLong = (count: number, most: number): ExceptionWords => ({
  lead: `That makes ${nights(count)}. The house has up to ${most}.`,
  why: 'Why longer?',
});

/** Asks for a reason and a coordinator's yes, in person or by phone (R22). */
export function exceptionView(form: Answered, people: readonly Person[], { lead, why }: ExceptionWords) {
  return {
    lead,
    reason: field(form, 'exceptionReason', why, {
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
