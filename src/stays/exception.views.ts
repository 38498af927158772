import type { Bed } from '../domain/bed.js';
import type { Person } from '../domain/person.js';
import type { PastLimit } from '../domain/stay-limits.js';
import { nights } from '../web/dates.js';
import { type Answered, choices, type Field, field } from '../web/fields.js';

/** Why a coordinator's yes is asked for, and the question that goes with it. */
interface ExceptionWords {
  lead: string;
  why: string;
}

const farBack: ExceptionWords = {
  lead: 'It is further back than a shift records alone.',
  why: 'Why so late?',
};

/** When it is asked again and the page cannot tell any more what it goes past. */
const past: ExceptionWords = { lead: 'This wants a coordinator’s yes.', why: 'Why?' };

/** The limit it goes past; null when it is only too far back, 'unknown' when the page cannot tell any more. */
export type Cause = PastLimit | null | 'unknown';

/** Who can say yes, and what is to be said in asking; `beds` name the one whose limit it is. */
export interface ExceptionAsked {
  people: readonly Person[];
  cause: Cause;
  beds: readonly Bed[];
}

const leadOf = ({ limit, kind, count }: PastLimit, beds: readonly Bed[]): string => {
  const bed = beds.find(({ id }) => id === limit.bedId);
  const where = bed ? ` in ${bed.name}` : '';
  if (kind === 'one stay')
    return `That makes ${nights(count)}${where}. The house has up to ${limit.mostNights}.`;
  return `That makes ${nights(count)} in ${limit.rollingDays} days${where}. The house has up to ${limit.rollingNights}.`;
};

function wordsOf(cause: Cause, beds: readonly Bed[]): ExceptionWords {
  if (cause === null) return farBack;
  return cause === 'unknown' ? past : { lead: leadOf(cause, beds), why: 'Why longer?' };
}

/** What was said already is not typed twice: the reason of a change stands there until another is written. */
const withWhy = (form: Answered, asked: Field): Field => ({
  ...asked,
  value: asked.value || (form.errors.exceptionReason ? '' : form.typed('reason')),
});

/** Asks for a reason and a coordinator's yes, in person or by phone (R22). */
export function exceptionView(form: Answered, { people, cause, beds }: ExceptionAsked) {
  const { lead, why } = wordsOf(cause, beds);
  return {
    lead,
    reason: withWhy(
      form,
      field(form, 'exceptionReason', why, { hint: 'A few words. A coordinator reads them.' }),
    ),
    agreedBy: choices(
      form,
      'agreedBy',
      'Who said yes, here or on the phone?',
      people.map(({ id, name }) => ({ value: id, label: name })),
    ),
  };
}
