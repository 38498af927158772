import type { Answered } from './fields.js';
import type { FormBody } from './form-body.js';

/** A form that may have been begun earlier: what was typed then stands in it. */
export type Begun = Answered & { body: FormBody };

/** What is kept stands in the fields until something is typed. */
export const over = (
  form: Begun,
  kept: Record<string, string>,
  many: Record<string, readonly string[]> = {},
): Answered => {
  const { errors, ready } = form;
  if (form.body.size > 0) return form;
  return { errors, ready, typed: (name) => kept[name] ?? '', chosen: (name) => many[name] ?? [] };
};
