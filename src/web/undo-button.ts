import { paths } from './paths.js';

/** The way back from one act, as `partials/undo.hbs` places it. */
export interface UndoButton {
  action: string;
  formToken: string;
  label: string;
}

/** The button that undoes this act; null where there is none, or none that can be undone any more (R24). */
export const undoButton = (actId: string | null | undefined, formToken: string): UndoButton | null =>
  actId ? { action: paths.undo(actId), formToken, label: 'Undo' } : null;
