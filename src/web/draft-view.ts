import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { moment } from './dates.js';

/** What the page says of a form its person began earlier, as `partials/draft.hbs` places it (R31). */
export interface DraftView {
  savedAt: string;
  place: string;
}

/** Null where nothing was begun. */
export const draftOf = (
  draft: { savedAt: Temporal.Instant; place: string } | null,
  { time }: House,
): DraftView | null => draft && { savedAt: moment(time, draft.savedAt), place: draft.place };
