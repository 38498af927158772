import { Temporal } from 'temporal-polyfill';

export type ActKind =
  | 'stay.arrived'
  | 'stay.left'
  | 'stay.imported'
  | 'stay.planned'
  | 'stay.moved'
  | 'stay.swapped'
  | 'stay.away'
  | 'stay.notSeen'
  | 'stay.back'
  | 'stay.seen'
  | 'task.answered'
  | 'stay.corrected'
  | 'stay.reopened'
  | 'things.gone'
  | 'support.told'
  | 'talk.logged'
  | 'stay.died'
  | 'bed.ready'
  | 'bed.closed'
  | 'closure.changed'
  | 'closure.ended'
  | 'guest.named'
  | 'guest.linked'
  | 'guest.unlinked'
  | 'guest.talkFirst'
  | 'guest.talkEnded'
  | 'note.done'
  | 'incident.written'
  | 'incident.changed'
  | 'incident.told'
  | 'incident.closed'
  | 'supply.looked'
  | 'note.withGuest'
  | 'note.answered'
  | 'answers.kept'
  | 'call.logged'
  | 'call.rung'
  | 'help.noted'
  | 'connection.made'
  | 'connection.answered'
  | 'place.looked'
  | 'followUp.tried'
  | 'followUp.planned'
  | 'consent.given'
  | 'consent.withdrawn'
  | 'waitlist.closed'
  | 'shift.put'
  | 'shift.takenOff'
  | 'hold.made'
  | 'hold.keptLonger'
  | 'hold.letGo'
  | 'hold.notCome'
  | 'act.undone';

/** What the shift page tells of while it still stands (R30). */
export const handedOver: readonly ActKind[] = [
  'stay.arrived',
  'stay.left',
  'stay.moved',
  'stay.swapped',
  'stay.away',
  'stay.notSeen',
  'stay.back',
  'bed.ready',
  'bed.closed',
  'hold.made',
  'hold.letGo',
  'hold.notCome',
];

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
   * A task has to do with nothing but what was said of the same task.
   */
  private standsInTheWayOf(earlier: Act): boolean {
    if (this.undoneByAct !== null || this.isHarmlessTo(earlier)) return false;
    // Links are between records: nothing that is done in a stay touches them, nor they a stay
    if (this.isOfLinks || earlier.isOfLinks) return this.isOfLinks && earlier.isOfLinks;
    return this.isOnSameMatter(earlier) ?? this.isNewWord(earlier);
  }

  /** Null where `earlier` is no matter of its own within the stay. */
  private isOnSameMatter(earlier: Act): boolean | null {
    if ([this.kind, earlier.kind].includes('task.answered')) return this.isSameTask(earlier);
    // What was there for them is told beside all else of the stay, and each talk beside the others
    if ([this.kind, earlier.kind].includes('support.told')) return this.kind === earlier.kind;
    if ([this.kind, earlier.kind].includes('talk.logged')) return false;
    // Each place is asked about by itself; what was said of it was said after all that came before
    if (earlier.kind === 'connection.answered') return this.details.connection === earlier.details.connection;
    // What was said of one yes is undone whatever was said of another: where it stands is worked out anew
    return earlier.kind.startsWith('consent.') ? this.details.consent === earlier.details.consent : null;
  }

  private isNewWord(earlier: Act): boolean {
    return this.kind !== 'followUp.tried' || earlier.kind !== 'followUp.tried';
  }

  /** Not another deed, or a leaving that was told in one line with the arrival and goes with it (R52). */
  private isHarmlessTo({ id }: Act): boolean {
    return HARMLESS.includes(this.kind) || (this.kind === 'stay.left' && this.details.arrival === id);
  }

  private get isOfLinks(): boolean {
    return this.kind === 'guest.linked' || this.kind === 'guest.unlinked';
  }

  private isSameTask(other: Act): boolean {
    return this.kind === other.kind && this.details.task === other.details.task;
  }
}

/** The history of a stay without its tasks: who settled one stands beside the task. */
export function withoutTasks(acts: readonly Act[]): Act[] {
  const tasks = acts.filter(({ kind }) => kind === 'task.answered');
  const undoings = tasks.map(({ undoneByAct }) => undoneByAct);
  return acts.filter((act) => act.kind !== 'task.answered' && !undoings.includes(act.id));
}
