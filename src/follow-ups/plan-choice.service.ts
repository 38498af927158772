import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type EntityManager, In, IsNull } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import { Attempt } from '../domain/attempt.js';
import { Clock } from '../domain/clock.js';
import { ChangedMeanwhile, Conflict } from '../domain/conflict.js';
import { Consent } from '../domain/consent.js';
import { dueOn, FollowUp, pointOf } from '../domain/follow-up.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { type Plan, type PlanChange, type PlanChoice, planChange } from '../domain/plan.js';
import { Stay } from '../domain/stay.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import { PlansService } from './plans.service.js';
import { planBefore } from './undo-plan.service.js';
import { StandingsService } from './standings.service.js';

/** The plan of a stay that ended, with the stay. */
export interface StayPlan extends Plan {
  stay: Stay;
  /** Grows with every change: two desks that change one plan are told (R26). */
  version: number;
}

/** The plan chosen or changed with a guest after they left (R33). */
@Injectable()
export class PlanChoices {
  constructor(
    private readonly plans: PlansService,
    private readonly standings: StandingsService,
    private readonly acts: ActsService,
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Null while the guest is here: at the door it is part of leaving. Throws NotHere for an unknown stay. */
  async of(
    stayId: string,
    house: House,
    reader: EntityManager = this.pages.manager,
  ): Promise<StayPlan | null> {
    const stay = await reader.findOneBy(Stay, { id: stayId, undoneAt: IsNull() });
    if (!stay) throw new NotHere();
    if (stay.departureDay === null) return null;
    const [followUps, consents] = await Promise.all([
      reader.find(FollowUp, { where: { stayId }, order: { dueOn: 'ASC', id: 'ASC' } }),
      reader.find(Consent, { where: { stayId }, order: { givenAt: 'ASC', id: 'ASC' } }),
    ]);
    const followUpId = In(followUps.map(({ id }) => id));
    const tries = await reader.findBy(Attempt, { followUpId, undoneAt: IsNull() });
    return {
      stay,
      followUps,
      consents,
      tried: new Set(tries.map((each) => each.followUpId)),
      offered: house.contact.points,
      departureDay: stay.departureDay,
      today: house.time.houseDay(this.clock.now()),
      version: followUps.reduce((sum, { version }) => sum + version, 0),
    };
  }

  /** Throws as `of` and `planChange` do, a Conflict while the guest is here; ChangedMeanwhile when somebody else changed it since `version` was read. */
  async choose(
    tx: EntityManager,
    stayId: string,
    { version, ...choice }: PlanChoice & { version: number | null },
    who: Actor,
    house: House,
  ): Promise<Done> {
    const plan = await this.of(stayId, house, tx);
    if (!plan) throw new Conflict('They are still here. The plan is chosen at leaving.');
    if (version !== null && version !== plan.version) {
      throw new ChangedMeanwhile('This plan was changed by someone else in the meantime.');
    }
    const change = planChange(plan, choice);
    await this.plans.checkCaller(tx, choice);
    await this.keep(tx, plan, change, { ...choice, mostTries: house.contact.mostTries });
    await this.standings.settle(tx, plan.stay.guestId, house);
    const undo = await this.acts.record(tx, who, house, {
      kind: 'followUp.planned',
      stayId,
      details: {
        consent: change.consent.id,
        points: choice.points.join(' '),
        before: planBefore(plan.followUps),
      },
      canBeUndone: true,
    });
    return { address: paths.stay(stayId), subjectId: stayId, undo };
  }

  private async keep(
    tx: EntityManager,
    plan: StayPlan,
    change: PlanChange,
    choice: PlanChoice & { mostTries: number },
  ): Promise<void> {
    const { callerId, ifGone, mostTries } = choice;
    const closed = { closedAt: toMinute(this.clock.now()), closedAs: 'undone' as const };
    const open = { closedAt: null, closedAs: null, callerId, ifGone };
    for (const { id, version } of change.drop) await updateVersion(tx, FollowUp, { id, version }, closed);
    for (const { id, version } of change.keep)
      await updateVersion(tx, FollowUp, { id, version }, { callerId, ifGone });
    for (const { id, version, point } of change.again) {
      const due = dueOn(pointOf(point)!, plan.departureDay);
      await updateVersion(tx, FollowUp, { id, version }, { ...open, dueOn: due });
    }
    for (const point of change.add) {
      const facts = {
        id: randomUUID(),
        consent: change.consent,
        point,
        departureDay: plan.departureDay,
        mostTries,
      };
      await tx.insert(FollowUp, Object.assign(new FollowUp(facts), { callerId, ifGone }));
    }
  }
}
