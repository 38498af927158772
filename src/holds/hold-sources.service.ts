import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import type { Act } from '../domain/act.js';
import { Call } from '../domain/call.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { CallsService } from '../calls/calls.service.js';
import { WaitlistService } from '../waitlist/waitlist.service.js';

/** Where somebody was written down before a bed is kept for them: both are '' when nowhere. */
export interface HoldSource {
  callId: string;
  waitlistId: string;
}

/** A bed that is kept for somebody who rang or who waits: nothing is typed twice (R15, R16). */
@Injectable()
export class HoldSources {
  constructor(
    private readonly calls: CallsService,
    private readonly waitlist: WaitlistService,
  ) {}

  /** The name they gave then; null when they gave none, or are written down nowhere. Throws NotHere for an unknown id. */
  async nameOf({ callId, waitlistId }: HoldSource): Promise<string | null> {
    if (waitlistId !== '') return (await this.waitlist.find(waitlistId)).name;
    return callId === '' ? null : (await this.calls.find(callId)).name;
  }

  /** Where they said to ring; null when they said nothing of it. Throws NotHere for an unknown id. */
  async reachOf({ callId }: HoldSource): Promise<string | null> {
    return callId === '' ? null : (await this.calls.find(callId)).reach;
  }

  /** The call they asked in, for the history of the hold; null for none, for an unknown one and for one that was undone. */
  async callOf(tx: EntityManager, { callId }: HoldSource): Promise<string | null> {
    return callId !== '' && (await tx.existsBy(Call, { id: callId, undoneAt: IsNull() })) ? callId : null;
  }

  /**
   * Their waiting ends with the bed that is kept. Throws a RuleViolation for `reason` when somebody asked earlier and nobody
   * says why they go first, ChangedMeanwhile when their waiting is over already (R16).
   */
  async use(
    tx: EntityManager,
    { waitlistId }: HoldSource,
    reason: string | null,
    who: Actor,
    house: House,
  ): Promise<void> {
    if (waitlistId === '') return;
    const { version } = await this.waitlist.find(waitlistId, tx);
    await this.waitlist.close(tx, { id: waitlistId, version }, { outcome: 'bed_found', reason }, who, house);
  }

  /** The bed is not kept after all: they wait again where they were, so that nobody falls off unseen (R16, R24). */
  async giveBack(tx: EntityManager, { details }: Act): Promise<void> {
    if (details.entry) await this.waitlist.reopen(tx, details.entry);
  }
}
