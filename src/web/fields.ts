import type { GuestName } from '../domain/guest-name.js';
import type { ListEntry } from '../domain/list-entry.js';

/** One question with a typed answer, as `partials/field.hbs` and `partials/area.hbs` place it. */
export interface Field {
  name: string;
  label: string;
  hint: string | null;
  optional: boolean;
  value: string;
  error: string | null;
  type: 'text' | 'password' | 'date' | 'datetime-local' | 'number' | 'tel';
  autocomplete: string;
  autofocus: boolean;
  rows: number;
  /** Ready answers when a time exists twice: radios named `<name>Which` (R3). */
  which: { value: string; label: string }[];
}

export interface Option {
  value: string;
  label: string;
  /** A guest, on the way to the page; then `label` is not shown. */
  guest: GuestName | null;
  detail: string | null;
  checked: boolean;
  /** Class names the style sheet knows, such as `no-3` and `night-3`. */
  marks: string;
}

/** One question with ready answers, as `partials/choices.hbs` places it. */
export interface Choices {
  name: string;
  legend: string;
  hint: string | null;
  error: string | null;
  options: Option[];
  /** How wide an answer is: 'few' (7.5 rem), '' (10 rem), 'mid' (12.5 rem), 'wide' (16.5 rem), 'one' (a line each). */
  width: 'few' | '' | 'mid' | 'wide' | 'one';
}

/** What a form gives to draw itself again: what was typed, what was wrong. */
export interface Answered {
  typed(name: string): string;
  /** For a question that takes many answers. */
  chosen?(name: string): readonly string[];
  readonly errors: Readonly<Record<string, string>>;
  readonly ready: Readonly<Record<string, { value: string; label: string }[]>>;
  /** Somebody else changed the record meanwhile (R26). */
  readonly isOutdated?: boolean;
}

/**
 * The version a page sends along. What a page asks again, or somebody began earlier, is about the record it was drawn from:
 * with the newer version the next try would overwrite what somebody else kept meanwhile, unseen (R26, R31).
 */
export const versionFor = (form: Answered, version: number): string =>
  (form.isOutdated ? '' : form.typed('version')) || String(version);

/** The form with `usual` in the question `name` where nothing was typed: for what is nearly always the same. */
export const withUsual = (form: Answered, name: string, usual: string): Answered => ({
  errors: form.errors,
  ready: form.ready,
  typed: (asked) => form.typed(asked) || (asked === name ? usual : ''),
});

type FieldWords = Partial<Omit<Field, 'name' | 'label' | 'value' | 'error' | 'which'>>;

/** The field `name` of a form, with what was typed and what was wrong with it. */
export function field(form: Answered, name: string, label: string, words: FieldWords = {}): Field {
  return {
    name,
    label,
    hint: null,
    optional: false,
    type: 'text',
    autocomplete: 'off',
    autofocus: false,
    rows: 2,
    ...words,
    value: words.type === 'password' ? '' : form.typed(name),
    error: form.errors[name] ?? null,
    which: form.ready[name] ?? [],
  };
}

type Answer = Pick<Option, 'value' | 'label'> & Partial<Option>;
/** The entries of a list as ready answers. */
export const listed = (list: readonly ListEntry[]) => list.map(({ code, label }) => ({ value: code, label }));

type ChoicesWords = Partial<Pick<Choices, 'hint' | 'width'>>;

/** The ready answers of the question `name`; only what was chosen before is chosen. */
export function choices(
  form: Answered,
  name: string,
  legend: string,
  answers: Answer[],
  words: ChoicesWords = {},
): Choices {
  const chosen = form.typed(name);
  const options = answers.map((answer) => ({
    guest: null,
    detail: null,
    marks: '',
    ...answer,
    checked: answer.value === chosen,
  }));
  return { name, legend, hint: null, width: '', ...words, error: form.errors[name] ?? null, options };
}

/** The ready answers of a question that takes many; nothing is ticked but what was ticked before. */
export function ticks(
  form: Answered,
  name: string,
  legend: string,
  answers: Answer[],
  words: ChoicesWords = {},
): Choices {
  const chosen = form.chosen?.(name) ?? [];
  const drawn = choices(form, name, legend, answers, words);
  const options = drawn.options.map((option) => ({ ...option, checked: chosen.includes(option.value) }));
  return { ...drawn, options };
}

/** A question with one answer from a longer list, as `partials/select.hbs` places it. */
export interface Select {
  name: string;
  label: string;
  hint: string | null;
  error: string | null;
  options: { value: string; label: string; selected: boolean }[];
}

export function select(
  form: Answered,
  name: string,
  label: string,
  answers: readonly { value: string; label: string }[],
  hint: string | null = null,
): Select {
  const chosen = form.typed(name);
  const options = answers.map((answer) => ({ ...answer, selected: answer.value === chosen }));
  return { name, label, hint, error: form.errors[name] ?? null, options };
}

/** Everything wrong with a form, in the order of its questions, for `partials/error-summary.hbs`. */
export function problems(form: Answered): { field: string; message: string }[] {
  return Object.entries(form.errors).map(([name, message]) => ({ field: name || 'main', message }));
}

export const hasErrors = (form: Answered): boolean => Object.keys(form.errors).length > 0;

/** The title of a page with a form: says first that something is wrong, for those who hear it. */
export const titleOf = (form: Answered, title: string): string =>
  hasErrors(form) ? `Error: ${title}` : title;
