import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClosuresService } from '../closures/closures.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import type { Cast, Moment, Story, Thread, ToldClaim } from './story.js';

/** Beds that are kept for somebody, and beds out of use. */
@Injectable()
export class ClaimsThread implements Thread {
  constructor(
    private readonly ledger: LedgerService,
    private readonly closures: ClosuresService,
  ) {}

  moments({ claims }: Story): Moment[] {
    return claims.map((claim) => ({
      at: claim.toldAt,
      tell: (tx: EntityManager, cast: Cast) => this.claim(tx, cast, claim),
    }));
  }

  private async claim(tx: EntityManager, cast: Cast, claim: ToldClaim): Promise<void> {
    const { kind, firstNight, endNight, toldAt } = claim;
    const bedId = cast.beds.get(claim.bed)!;
    if (kind === 'hold') {
      await this.ledger.hold(tx, { bedId, firstNight, endNight });
      return;
    }
    const lastNight = endNight.subtract({ days: 1 });
    const why = { reason: 'repair', note: 'The window does not close. Someone comes to mend it.' };
    const dates = { firstNight, lastNight, ...why };
    await this.closures.plan(tx, bedId, dates, cast.onShift(toldAt), cast.house);
  }
}
