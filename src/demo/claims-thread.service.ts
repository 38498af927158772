import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { ClosuresService } from '../closures/closures.service.js';
import { nightsBetween } from '../domain/house-time.js';
import { HoldsService } from '../holds/holds.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import type { Cast, Moment, Story, Thread, ToldClaim } from './story.js';

const NOWHERE = { callId: '', waitlistId: '' };

/** Beds that are kept for somebody, and beds out of use. */
@Injectable()
export class ClaimsThread implements Thread {
  constructor(
    private readonly ledger: LedgerService,
    private readonly holds: HoldsService,
    private readonly closures: ClosuresService,
    private readonly audit: AuditService,
  ) {}

  moments({ claims }: Story): Moment[] {
    return claims.map((claim) => ({
      at: claim.toldAt,
      tell: (tx: EntityManager, cast: Cast) => this.claim(tx, cast, claim),
    }));
  }

  private async claim(tx: EntityManager, cast: Cast, claim: ToldClaim): Promise<void> {
    const { bed, firstNight, endNight, hold, toldAt } = claim;
    const bedId = cast.beds.get(bed)!;
    const who = cast.onShift(toldAt);
    if (!hold) {
      const lastNight = endNight.subtract({ days: 1 });
      const why = { reason: 'repair', note: 'The window does not close. Someone comes to mend it.' };
      await this.closures.plan(tx, bedId, { firstNight, lastNight, ...why }, who, cast.house);
      return;
    }
    const nights = nightsBetween(firstNight, endNight);
    const wanted = {
      bedId,
      firstNight,
      nights,
      guestId: null,
      reach: null,
      reason: null,
      ...hold,
      source: NOWHERE,
    };
    const { subjectId } = await this.holds.make(tx, wanted, who, cast.house);
    await this.audit.write(tx, who.id, 'holds.make', subjectId);
  }
}
