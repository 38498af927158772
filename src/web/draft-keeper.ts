import type { FormBody } from './form-body.js';
import type { DrawnForm } from './form-tokens.js';

/** Keeps what was typed for the person who typed it (R31). */
export abstract class DraftKeeper {
  /** Does nothing for a form whose place is ''. */
  abstract keep(form: DrawnForm, body: FormBody): Promise<void>;
}
