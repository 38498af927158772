import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Attempt, attemptResults } from '../domain/attempt.js';
import type { FollowUp } from '../domain/follow-up.js';
import type { Guest } from '../domain/guest.js';
import { Person } from '../domain/person.js';
import { keyOf, recordsOf } from '../guests/linked-records.service.js';

type Found = Pick<FollowUp, 'id' | 'consentId' | 'callerId'> & { guest: Guest };

/** What stands around follow-ups and decides what can be done about them. */
@Injectable()
export class AroundFollowUps {
  /** What else decides about them: tries, who is here again, who was asked for, when somebody was last reached. */
  async around(found: readonly Found[], reader: EntityManager) {
    const callerIds = found.flatMap(({ callerId }) => callerId ?? []);
    const [tries, here, callers, reached] = await Promise.all([
      reader.find(Attempt, {
        where: { followUpId: In(found.map(({ id }) => id)), undoneAt: IsNull() },
        order: { at: 'ASC', number: 'ASC' },
      }),
      reader.query<{ id: string }[]>(HERE, [JSON.stringify(found.map(({ guest }) => guest.id))]),
      callerIds.length === 0 ? [] : reader.findBy(Person, { id: In(callerIds) }),
      reader.query<{ id: string; at: string }[]>(REACHED, [
        JSON.stringify(found.map(({ consentId }) => consentId)),
      ]),
    ]);
    const reachedAt = new Map(reached.map(({ id, at }) => [id, Temporal.Instant.from(at)]));
    return { tries, here, callers, reached: reachedAt };
  }
}

const reachedBy = attemptResults
  .filter(({ effect }) => effect === 'reached')
  .map(({ code }) => `'${code}'`)
  .join(', ');

/** Those of these guests who are in the house now, on this record or one it is linked to. */
const HERE = `SELECT value AS id FROM json_each(?) WHERE EXISTS (
  SELECT 1 FROM stays s WHERE s.guest_id IN ${recordsOf(keyOf('value'))} AND s.left_at IS NULL AND s.undone_at IS NULL)`;

/** When somebody was last talked with under each of these yeses. */
const REACHED = `SELECT f.consent_id AS id, max(a.at) AS at FROM follow_ups f JOIN attempts a ON a.follow_up_id = f.id
  WHERE f.consent_id IN (SELECT value FROM json_each(?)) AND a.undone_at IS NULL AND a.result IN (${reachedBy})
  GROUP BY f.consent_id`;
