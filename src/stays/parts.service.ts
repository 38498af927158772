import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { BedSegment } from '../domain/bed-segment.js';
import type { Stay } from '../domain/stay.js';
import { LedgerService } from '../ledger/ledger.service.js';

/** Writes the parts of a stay, each with its claim. An act ends what ends before it begins what begins. */
@Injectable()
export class PartsService {
  constructor(private readonly ledger: LedgerService) {}

  /** Begins another part where `after` ended. Throws BedTaken or GuestAlreadyHere when the file refuses (R5, R7). */
  async begin(
    tx: EntityManager,
    { stay, bedId, after }: { stay: Stay; bedId: string; after: BedSegment },
    today: Temporal.PlainDate,
  ): Promise<BedSegment> {
    const part = new BedSegment({ id: randomUUID(), stay, bedId, after });
    await tx.insert(BedSegment, part);
    await this.ledger.claim(tx, part, stay, stay.endDay(today));
    return part;
  }

  /** Writes the end of a part; its later nights are free at once. */
  async end(tx: EntityManager, { id, toAt, toDay }: BedSegment): Promise<void> {
    await tx.update(BedSegment, { id }, { toAt, toDay });
    await this.ledger.endOn(tx, id, toDay!);
  }

  /** Writes a part that was corrected: bed, beginning, end. Its claim goes along. Throws BedTaken (R5). */
  async correct(tx: EntityManager, { id, bedId, fromAt, fromDay, toAt, toDay }: BedSegment): Promise<void> {
    await tx.update(BedSegment, { id }, { bedId, fromAt, fromDay, toAt, toDay });
  }

  /** A part that was a slip claims nothing. */
  async takeBack(tx: EntityManager, id: string, now: Temporal.Instant): Promise<void> {
    await tx.update(BedSegment, { id }, { undoneAt: now });
    await this.ledger.letGo(tx, id);
  }

  /** The guest is in this part again, for the nights the stay has left. Throws BedTaken. */
  async reopen(tx: EntityManager, part: BedSegment, stay: Stay, today: Temporal.PlainDate): Promise<void> {
    part.takeBackEnd();
    await tx.update(BedSegment, { id: part.id }, { toAt: null, toDay: null });
    await this.ledger.endOn(tx, part.id, stay.endDay(today));
  }
}
