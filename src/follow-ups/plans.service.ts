import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type EntityManager, In, IsNull } from 'typeorm';
import { updateVersion } from '../database/update-version.js';
import { Attempt } from '../domain/attempt.js';
import { Consent } from '../domain/consent.js';
import { isEarlier } from '../domain/days.js';
import { dueAfter, FollowUp, pointOf, untouched } from '../domain/follow-up.js';
import { toMinute } from '../domain/house-time.js';
import type { Caller, InTouch } from '../domain/in-touch.js';
import { Person } from '../domain/person.js';
import { askedAtLeaving } from '../domain/purposes.js';
import { RuleViolation } from '../domain/rule-violation.js';

/** The plan a guest chose at leaving: one follow-up for each point they wanted, and none without their yes (R32, R33). */
@Injectable()
export class PlansService {
  /** Keeps the consent and what follows from it. `points` are codes of the house's plan. */
  async make(
    tx: EntityManager,
    consent: Consent,
    { points, caller }: Pick<InTouch, 'points' | 'caller'>,
    { departureDay, mostTries }: { departureDay: Temporal.PlainDate; mostTries: number },
  ): Promise<void> {
    await tx.insert(Consent, consent);
    for (const point of points.flatMap((code) => pointOf(code) ?? [])) {
      const followUp = new FollowUp({ id: randomUUID(), consent, point, departureDay, mostTries });
      await tx.insert(FollowUp, Object.assign(followUp, caller));
    }
  }

  /** Throws a RuleViolation for a caller who does not work here. */
  async checkCaller(tx: EntityManager, { callerId }: Caller): Promise<void> {
    if (callerId === null) return;
    const person = await tx.findOneBy(Person, { id: callerId, disabledAt: IsNull() });
    if (!person) throw new RuleViolation('by', 'Choose somebody who works here');
  }

  /** What a guest chose with this yes, of a plan that was not undone. */
  async chosen(reader: EntityManager, consentId: string): Promise<FollowUp[]> {
    const plan = await reader.findBy(FollowUp, { consentId });
    return plan.filter(({ closedAs }) => closedAs !== 'undone');
  }

  /** The departure day was corrected: what nobody touched yet is due by the new one (R33, R53). */
  async moveTo(tx: EntityManager, stayId: string, departureDay: Temporal.PlainDate): Promise<void> {
    const plan = await tx.findBy(FollowUp, { stayId });
    const tried = await tx.findBy(Attempt, { followUpId: In(plan.map(({ id }) => id)), undoneAt: IsNull() });
    for (const followUp of untouched(plan, tried)) {
      const { id, version } = followUp;
      await updateVersion(tx, FollowUp, { id, version }, { dueOn: dueAfter(followUp, departureDay) });
    }
  }

  /** The leaving itself is undone: nothing agreed with it stands any more, and no undone try brings it back (R24). */
  async takeBack(tx: EntityManager, stayId: string, now: Temporal.Instant): Promise<void> {
    const closed = { closedAt: toMinute(now), closedAs: 'undone' as const };
    await tx.update(FollowUp, { stayId }, closed);
    const ended = { withdrawnAt: now, withdrawnBy: null, heldBy: null };
    await tx.update(Consent, { stayId, atLeaving: true }, ended);
  }

  /** A guest who says no at `now` is not rung for an earlier yes (R32, R35). Answers the consents that ends, for its undoing. */
  async withdrawAll(tx: EntityManager, guestId: string, now: Temporal.Instant): Promise<string[]> {
    const all = await tx.findBy(Consent, { guestId });
    const ids = all
      .filter(({ isTakenBackByGuest, givenAt }) => !isTakenBackByGuest && !isEarlier(now, givenAt))
      .filter(({ purpose }) => askedAtLeaving(purpose))
      .map(({ id }) => id);
    await tx.update(Consent, { id: In(ids) }, { withdrawnAt: now, withdrawnBy: null, heldBy: null });
    return ids;
  }

  /** Every no this guest said at a leaving ends each yes before it, in whatever order they came to this record (R32, R53). */
  async honourNoes(tx: EntityManager, guestId: string): Promise<void> {
    const noes = await tx.query<{ at: string }[]>(NOES, [guestId]);
    for (const { at } of noes) await this.withdrawAll(tx, guestId, Temporal.Instant.from(at));
  }

  /** The no was a slip: what it ended stands again, as far as tries and links let it: settle them next. */
  async giveBack(tx: EntityManager, ids: readonly string[]): Promise<void> {
    const again = { withdrawnAt: null, withdrawnPerson: null };
    await tx.update(Consent, { id: In([...ids]), undoneAt: IsNull() }, again);
  }
}

const NOES = `SELECT s.left_at AS at FROM stays s JOIN departures d ON d.stay_id = s.id AND d.undone_at IS NULL
  WHERE s.guest_id = ? AND s.undone_at IS NULL AND d.in_touch = 'no' ORDER BY s.left_at`;
