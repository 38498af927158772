import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Attempt } from '../domain/attempt.js';
import { Consent } from '../domain/consent.js';
import { Death } from '../domain/death.js';
import { FollowUp } from '../domain/follow-up.js';
import { proposedAfter } from '../domain/follow-up-offer.js';
import {
  consentAfter,
  type Linked,
  standingAfter,
  type Tries,
  type Word,
} from '../domain/follow-up-tries.js';
import type { House } from '../domain/house.js';
import { waysTakenBack } from '../domain/ways-taken-back.js';
import { LinkedRecords, type Records } from '../guests/linked-records.service.js';

/** Keeps what was agreed with a guest in step with the tries that count. */
@Injectable()
export class StandingsService {
  constructor(private readonly records: LinkedRecords) {}

  /** Works everything out anew, on every linked record, after a try, a no, a link or a death was added or undone. */
  async settle(tx: EntityManager, guestId: string, house: House): Promise<void> {
    const records = await this.records.of(guestId, tx);
    const consents = await tx.findBy(Consent, { guestId: In(records.ids) });
    const linked = await this.linked(tx, records, consents);
    const followUps = await tx.findBy(FollowUp, { consentId: In(consents.map(({ id }) => id)) });
    const consentOf = new Map(
      followUps.map(({ id, consentId }) => [id, consents.find((consent) => consent.id === consentId)!]),
    );
    const tries = await this.tries(tx, consentOf);
    for (const followUp of followUps.filter(({ closedAs }) => closedAs !== 'undone')) {
      const consent = consentOf.get(followUp.id)!;
      const proposed = (last: Attempt) => proposedAfter(last.at, consent, house);
      await tx.update(
        FollowUp,
        { id: followUp.id },
        standingAfter(followUp, consent, tries, proposed, linked),
      );
    }
    for (const consent of consents) {
      await tx.update(Consent, { id: consent.id }, consentAfter(consent, tries, linked));
    }
  }

  /** What the records of one guest say: a death on any of them, and a no where more than one is linked. */
  private async linked(
    tx: EntityManager,
    { ids, linkedAt }: Records,
    consents: readonly Consent[],
  ): Promise<Linked> {
    const death = await tx.findOneBy(Death, { guestId: In(ids), undoneAt: IsNull() });
    return {
      at: linkedAt === null ? null : Temporal.Instant.from(linkedAt),
      noes: linkedAt === null ? [] : [...(await this.noes(tx, ids)), ...waysTakenBack(consents)],
      death: death && { guestId: death.guestId, at: death.writtenAt },
    };
  }

  private async noes(tx: EntityManager, ids: readonly string[]): Promise<Word[]> {
    const said = await tx.query<{ guestId: string; inTouch: string; at: string }[]>(LAST_SAID, [
      JSON.stringify(ids),
    ]);
    return said
      .filter(({ inTouch }) => inTouch === 'no')
      .map(({ guestId, at }) => ({ guestId, at: Temporal.Instant.from(at) }));
  }

  private async tries(tx: EntityManager, consentOf: ReadonlyMap<string, Consent>): Promise<Tries> {
    const attempts = await tx.find(Attempt, {
      where: { followUpId: In([...consentOf.keys()]), undoneAt: IsNull() },
      order: { at: 'ASC', number: 'ASC' },
    });
    return attempts.map((attempt) => ({ attempt, consent: consentOf.get(attempt.followUpId)! }));
  }
}

/** The last answer of each record to "May we be in touch?", where they were asked. */
const LAST_SAID = `SELECT s.guest_id AS guestId, d.in_touch AS inTouch, max(s.left_at) AS at
  FROM stays s JOIN departures d ON d.stay_id = s.id AND d.undone_at IS NULL
  WHERE s.guest_id IN (SELECT value FROM json_each(?)) AND s.undone_at IS NULL AND d.in_touch <> 'not-asked'
  GROUP BY s.guest_id`;
