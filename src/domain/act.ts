import { Temporal } from 'temporal-polyfill';

export type ActKind =
  | 'stay.arrived'
  | 'stay.left'
  | 'bed.ready'
  | 'bed.closed'
  | 'closure.changed'
  | 'closure.ended'
  | 'guest.named'
  | 'note.done'
  | 'call.logged'
  | 'followUp.tried'
  | 'act.undone';

/** One line of a stay's or bed's history: who did what and when (R18). */
export class Act {
  number: number;
  id: string;
  kind: ActKind;
  personId: string;
  at: Temporal.Instant;
  houseDay: Temporal.PlainDate;
  stayId: string | null;
  bedId: string | null;
  /** Codes, days and references only. */
  details: Record<string, string | null>;
  reason: string | null;
  /** Null for acts that cannot be undone. */
  undoUntil: Temporal.Instant | null;
  undoneByAct: string | null = null;

  /** Why this act cannot be undone now, or null when it can (R24). `later` are the acts on the same stay since then. */
  whyNotUndo(now: Temporal.Instant, later: readonly Act[]): string | null {
    if (this.undoneByAct !== null) return 'This was undone already.';
    if (this.undoUntil === null) return 'This cannot be undone.';
    if (Temporal.Instant.compare(now, this.undoUntil) >= 0) return 'The shift in which it was done is over.';
    if (later.some((act) => act.undoneByAct === null && act.kind !== 'act.undone')) {
      return 'Something else was done here since then.';
    }
    return null;
  }
}
