import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import type { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { FollowUp } from '../domain/follow-up.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import { Stay } from '../domain/stay.js';
import { paths } from '../web/paths.js';
import { StandingsService } from './standings.service.js';

type Before = Pick<FollowUp, 'id' | 'callerId' | 'ifGone'> & { isDropped: boolean };

/** What was planned before a change, for the way back. */
export const planBefore = (followUps: readonly FollowUp[]): string =>
  JSON.stringify(
    followUps.map(({ id, callerId, ifGone, closedAs }): Before => {
      return { id, callerId, ifGone, isDropped: closedAs === 'undone' };
    }),
  );

/** A plan that was changed by a slip (R24). */
@Injectable()
export class UndoPlan {
  constructor(
    undo: UndoService,
    private readonly standings: StandingsService,
    private readonly clock: Clock,
  ) {
    undo.when('followUp.planned', (tx, act, house) => this.takeBack(tx, act, house));
  }

  /** What was chosen before is open again, what was new is dropped; where each stands is worked out anew. */
  private async takeBack(tx: EntityManager, { stayId, details }: Act, house: House): Promise<string> {
    const before = JSON.parse(details.before!) as Before[];
    const dropped = { closedAt: toMinute(this.clock.now()), closedAs: 'undone' as const };
    const open = { closedAt: null, closedAs: null };
    for (const { id, version } of await tx.findBy(FollowUp, { stayId: stayId! })) {
      const was = before.find((each) => each.id === id);
      const stands =
        !was || was.isDropped ? dropped : { ...open, callerId: was.callerId, ifGone: was.ifGone };
      await tx.update(FollowUp, { id }, { ...stands, version: version + 1 });
    }
    const { guestId } = await tx.findOneByOrFail(Stay, { id: stayId! });
    await this.standings.settle(tx, guestId, house);
    return paths.stay(stayId!);
  }
}
