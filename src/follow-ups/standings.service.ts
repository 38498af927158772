import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Attempt } from '../domain/attempt.js';
import { Consent } from '../domain/consent.js';
import { FollowUp } from '../domain/follow-up.js';
import { proposedAfter } from '../domain/follow-up-offer.js';
import { consentAfter, standingAfter } from '../domain/follow-up-tries.js';
import type { House } from '../domain/house.js';

/** Keeps what was agreed with a guest in step with the tries that count. */
@Injectable()
export class StandingsService {
  /** Works everything out anew after a try at the follow-up `changedId` was added or undone. */
  async settle(tx: EntityManager, guestId: string, changedId: string, house: House): Promise<void> {
    const consents = await tx.findBy(Consent, { guestId });
    const followUps = await tx.findBy(FollowUp, { consentId: In(consents.map(({ id }) => id)) });
    const tries = await this.tries(tx, followUps);
    for (const followUp of followUps.filter(({ closedAs }) => closedAs !== 'undone')) {
      const consent = consents.find(({ id }) => id === followUp.consentId)!;
      const kept = followUp.id === changedId ? null : followUp.nextTryAt;
      const standing = standingAfter(
        followUp,
        consent,
        tries,
        (last) => kept ?? proposedAfter(last.at, consent, house),
      );
      await tx.update(FollowUp, { id: followUp.id }, standing);
    }
    for (const consent of consents) {
      await tx.update(Consent, { id: consent.id }, consentAfter(consent, tries));
    }
  }

  private async tries(tx: EntityManager, followUps: readonly FollowUp[]) {
    const consentOf = new Map(followUps.map(({ id, consentId }) => [id, consentId]));
    const attempts = await tx.find(Attempt, {
      where: { followUpId: In([...consentOf.keys()]), undoneAt: IsNull() },
      order: { at: 'ASC', number: 'ASC' },
    });
    return attempts.map((attempt) => ({ attempt, consentId: consentOf.get(attempt.followUpId)! }));
  }
}
