import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import type { Closure } from '../domain/closure.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';

/** The lines of history a closure leaves on its bed; each keeps the note as it then stood (R11). */
@Injectable()
export class ClosureLines {
  constructor(private readonly acts: ActsService) {}

  /** `along`: what was closed in the same act and is undone with it; null for a line that goes along itself. */
  closed(
    tx: EntityManager,
    closure: Closure,
    who: Actor,
    house: House,
    along: readonly Closure[] | null,
  ): Promise<string> {
    const { id, bedId, firstNight, lastNight, reason, note, madeAt } = closure;
    const days = { firstNight: firstNight.toString(), lastNight: lastNight?.toString() ?? null };
    const all = along && [id, ...along.map((each) => each.id)].join(' ');
    return this.acts.record(tx, who, house, {
      kind: 'bed.closed',
      bedId,
      details: { closure: id, ...days, code: reason, all, at: toMinute(madeAt).toString() },
      reason: note,
      canBeUndone: along !== null,
    });
  }

  /** `changes`: what `Closure.change` answered. */
  changed(
    tx: EntityManager,
    { id, bedId, note }: Closure,
    changes: Record<string, string | null>,
    who: Actor,
    house: House,
  ): Promise<string> {
    const details = { closure: id, ...changes };
    return this.acts.record(tx, who, house, { kind: 'closure.changed', bedId, details, reason: note });
  }

  ended(
    tx: EntityManager,
    { id, bedId, ending }: Closure,
    note: string,
    who: Actor,
    house: House,
  ): Promise<string> {
    const details = { closure: id, ending };
    return this.acts.record(tx, who, house, { kind: 'closure.ended', bedId, details, reason: note });
  }
}
