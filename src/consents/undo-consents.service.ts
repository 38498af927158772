import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import type { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { Consent } from '../domain/consent.js';
import type { House } from '../domain/house.js';
import { PlansService } from '../follow-ups/plans.service.js';
import { StandingsService } from '../follow-ups/standings.service.js';
import { paths } from '../web/paths.js';
import { ConsentsService } from './consents.service.js';

/** A yes, or the taking back of one, that was a slip of the finger (R24). */
@Injectable()
export class UndoConsents {
  constructor(
    undo: UndoService,
    private readonly consents: ConsentsService,
    private readonly plans: PlansService,
    private readonly standings: StandingsService,
    private readonly clock: Clock,
  ) {
    undo.when('consent.given', (tx, act, house) => this.neverGiven(tx, act, house));
    undo.when('consent.withdrawn', (tx, act, house) => this.notTakenBack(tx, act, house));
  }

  private async neverGiven(tx: EntityManager, { details }: Act, house: House): Promise<string> {
    const { id, guestId } = await this.consents.find(details.consent!, tx);
    const now = this.clock.now();
    const undone = { undoneAt: now, withdrawnAt: now, withdrawnBy: null, heldBy: null };
    await tx.update(Consent, { id }, undone);
    await this.standings.settle(tx, guestId, house);
    return paths.consents(guestId);
  }

  /** What was ended stands again, as far as a no at a leaving, tries, links and its last day let it. */
  private async notTakenBack(tx: EntityManager, { details }: Act, house: House): Promise<string> {
    const { guestId } = await this.consents.find(details.consent!, tx);
    await this.plans.giveBack(tx, (details.ended ?? '').split(' ').filter(Boolean));
    await this.plans.honourNoes(tx, guestId);
    await this.standings.settle(tx, guestId, house);
    return paths.consents(guestId);
  }
}
