import { Temporal } from 'temporal-polyfill';

export type ActKind =
  | 'stay.arrived'
  | 'stay.left'
  | 'stay.planned'
  | 'stay.moved'
  | 'stay.swapped'
  | 'stay.away'
  | 'stay.notSeen'
  | 'stay.back'
  | 'stay.seen'
  | 'stay.corrected'
  | 'stay.reopened'
  | 'stay.died'
  | 'bed.ready'
  | 'bed.closed'
  | 'closure.changed'
  | 'closure.ended'
  | 'guest.named'
  | 'note.done'
  | 'call.logged'
  | 'followUp.tried'
  | 'waitlist.closed'
  | 'hold.made'
  | 'hold.keptLonger'
  | 'hold.letGo'
  | 'hold.notCome'
  | 'act.undone';

/** Nothing of a stay is another after these. */
const HARMLESS: readonly ActKind[] = ['act.undone', 'guest.named', 'stay.seen'];

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

  /** Whether `later` is about the same: the same stay or hold, or the same bed where neither is meant. */
  isAboutTheSame(later: Act): boolean {
    if (this.stayId) return later.stayId === this.stayId;
    if (this.details.hold) return later.details.hold === this.details.hold;
    // Keeping a bed for another night is nothing done with the bed itself
    return later.bedId === this.bedId && !later.kind.startsWith('hold.');
  }

  /** Why this act cannot be undone now, or null when it can (R24). `later` are the acts on the same stay since then. */
  whyNotUndo(now: Temporal.Instant, later: readonly Act[]): string | null {
    if (this.undoneByAct !== null) return 'This was undone already.';
    if (this.undoUntil === null) return 'This cannot be undone.';
    if (Temporal.Instant.compare(now, this.undoUntil) >= 0) return 'The shift in which it was done is over.';
    if (later.some((act) => act.standsInTheWayOf(this))) return 'Something else was done here since then.';
    return null;
  }

  /**
   * Whether `earlier` can no longer be taken back since this was done with the same stay (R24). A name belongs to the guest
   * and not to the stay, a look changes nothing; what the tries so far come to is worked out anew, whichever is taken back.
   */
  private standsInTheWayOf(earlier: Act): boolean {
    if (this.undoneByAct !== null || HARMLESS.includes(this.kind)) return false;
    return this.kind !== 'followUp.tried' || earlier.kind !== 'followUp.tried';
  }
}
