import { type Answered, type Choices, choices, type Field, field, type Select } from './fields.js';

/** A question of a line from paper, with the partial that places it. */
export type Question =
  | { part: 'choices' | 'choices-list'; view: Choices }
  | { part: 'field' | 'area'; view: Field }
  | { part: 'select'; view: Select }
  /** What is asked in a place of its own: the name at check-in, and what stands against another record. */
  | { part: NamedPart; view: object };

type NamedPart =
  | 'going-by'
  | 'same-person'
  | 'talk-first'
  | 'not-made-up'
  | 'left-before'
  | 'exception'
  | 'left-since'
  | 'left-since-hint';

/** What a line was about and when it happened are asked with this in mind. */
export const AS_ON_PAPER = 'The day and the time on the paper.';

/** When it happened. */
export const timeQuestion = (form: Answered, name: string, label: string): Question => ({
  part: 'field',
  view: field(form, name, label, { type: 'datetime-local', hint: AS_ON_PAPER }),
});

/** Which bed, by its name on the paper. */
export const bedQuestion = (
  form: Answered,
  legend: string,
  beds: readonly { id: string; name: string; detail?: string | null }[],
  hint: string | null = null,
): Question => ({
  part: 'choices',
  view: choices(
    form,
    'bedId',
    legend,
    beds.map(({ id, name, detail = null }) => ({ value: id, label: name, detail })),
    { width: beds.length > 3 ? 'mid' : 'wide', hint },
  ),
});
