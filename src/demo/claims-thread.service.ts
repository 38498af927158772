import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LedgerService } from '../ledger/ledger.service.js';
import type { Cast, Moment, Story, Thread, ToldClaim } from './story.js';

/** Beds that are kept for somebody, and beds out of use. */
@Injectable()
export class ClaimsThread implements Thread {
  constructor(private readonly ledger: LedgerService) {}

  moments({ claims }: Story): Moment[] {
    return claims.map((claim) => ({
      at: claim.toldAt,
      tell: (tx: EntityManager, cast: Cast) => this.claim(tx, cast, claim),
    }));
  }

  private async claim(tx: EntityManager, { beds }: Cast, { kind, bed, firstNight, endNight }: ToldClaim) {
    const nights = { bedId: beds.get(bed)!, firstNight, endNight };
    await (kind === 'hold' ? this.ledger.hold(tx, nights) : this.ledger.close(tx, nights));
  }
}
