import type { WordingHint } from '../domain/wording.js';
import { type FormBody, only } from './form-body.js';

/** What the house’s list says about a text, as `partials/wording.hbs` places it; null where nobody asked. */
export type WordingView = { hints: WordingHint[] } | null;

/** Whether the button "Check my wording" sent this form: then nothing of it is saved. */
export const asksWording = (body: FormBody): boolean => only(body, 'check') === 'wording';
