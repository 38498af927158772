import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { nightsBetween } from '../domain/house-time.js';
import { HoldsService } from '../holds/holds.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import type { Cast, Moment, Story, Thread, ToldClaim } from './story.js';

/** Beds that are kept for somebody, and beds out of use. */
@Injectable()
export class ClaimsThread implements Thread {
  constructor(
    private readonly ledger: LedgerService,
    private readonly holds: HoldsService,
    private readonly audit: AuditService,
  ) {}

  moments({ claims }: Story): Moment[] {
    return claims.map((claim) => ({
      at: claim.toldAt,
      tell: (tx: EntityManager, cast: Cast) => this.claim(tx, cast, claim),
    }));
  }

  private async claim(tx: EntityManager, cast: Cast, { bed, firstNight, endNight, hold, toldAt }: ToldClaim) {
    const bedId = cast.beds.get(bed)!;
    if (!hold) {
      await this.ledger.close(tx, { bedId, firstNight, endNight });
      return;
    }
    const who = cast.onShift(toldAt);
    const nights = nightsBetween(firstNight, endNight);
    const wanted = { bedId, firstNight, nights, guestId: null, reason: null, ...hold };
    const { subjectId } = await this.holds.make(tx, wanted, who, cast.house);
    await this.audit.write(tx, who.id, 'holds.make', subjectId);
  }
}
