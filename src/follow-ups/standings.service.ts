import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Attempt } from '../domain/attempt.js';
import { Consent } from '../domain/consent.js';
import { FollowUp } from '../domain/follow-up.js';
import { proposedAfter } from '../domain/follow-up-offer.js';
import { consentAfter, standingAfter, type Tries } from '../domain/follow-up-tries.js';
import type { House } from '../domain/house.js';

/** Keeps what was agreed with a guest in step with the tries that count. */
@Injectable()
export class StandingsService {
  /** Works everything out anew after a try was added or undone. */
  async settle(tx: EntityManager, guestId: string, house: House): Promise<void> {
    const consents = await tx.findBy(Consent, { guestId });
    const followUps = await tx.findBy(FollowUp, { consentId: In(consents.map(({ id }) => id)) });
    const consentOf = new Map(
      followUps.map(({ id, consentId }) => [id, consents.find((consent) => consent.id === consentId)!]),
    );
    const tries = await this.tries(tx, consentOf);
    for (const followUp of followUps.filter(({ closedAs }) => closedAs !== 'undone')) {
      const consent = consentOf.get(followUp.id)!;
      const proposed = (last: Attempt) => proposedAfter(last.at, consent, house);
      await tx.update(FollowUp, { id: followUp.id }, standingAfter(followUp, consent, tries, proposed));
    }
    for (const consent of consents) {
      await tx.update(Consent, { id: consent.id }, consentAfter(consent, tries));
    }
  }

  private async tries(tx: EntityManager, consentOf: ReadonlyMap<string, Consent>): Promise<Tries> {
    const attempts = await tx.find(Attempt, {
      where: { followUpId: In([...consentOf.keys()]), undoneAt: IsNull() },
      order: { at: 'ASC', number: 'ASC' },
    });
    return attempts.map((attempt) => ({ attempt, consent: consentOf.get(attempt.followUpId)! }));
  }
}
