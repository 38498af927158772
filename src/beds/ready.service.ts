import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { Clock } from '../domain/clock.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { paths } from '../web/paths.js';
import { BedsService } from './beds.service.js';

/** A bed was made up (R10). */
@Injectable()
export class ReadyService {
  constructor(
    private readonly beds: BedsService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Now, or at `happenedAt`. A bed that is ready already stays so, and nothing is written. Throws NotHere for an unknown bed, a
   * RuleViolation for `happenedAt` in the future, too far back (R4), or before the bed was left.
   */
  async ready(
    tx: EntityManager,
    bedId: string,
    who: Actor,
    house: House,
    happenedAt: Temporal.Instant | null = null,
  ): Promise<Done> {
    const now = toMinute(this.clock.now());
    await this.beds.find(bedId, tx);
    if (happenedAt) house.checkRecent('happenedAt', happenedAt, now);
    const turnover = await this.beds.makeReady(tx, bedId, who.id, happenedAt ?? now);
    const at: Record<string, string> = happenedAt ? { at: happenedAt.toString() } : {};
    const undo = turnover
      ? await this.acts.record(tx, who, house, {
          kind: 'bed.ready',
          bedId,
          details: { turnover: turnover.id, ...at },
          canBeUndone: true,
        })
      : null;
    return { address: paths.board(), subjectId: bedId, undo };
  }
}
