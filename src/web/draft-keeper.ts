import type { FormBody } from './form-body.js';
import type { DrawnForm } from './form-tokens.js';

/** Keeps what was typed for the person who typed it (R31). */
export abstract class DraftKeeper {
  /** Answers whether there was something to keep: not in a form whose place is '', nor in one that nobody changed. */
  abstract keep(form: DrawnForm, body: FormBody): Promise<boolean>;
}
