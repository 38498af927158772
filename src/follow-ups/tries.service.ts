import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done, historyOf } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import type { Act } from '../domain/act.js';
import { Attempt } from '../domain/attempt.js';
import { checkTry, type Try } from '../domain/attempt-check.js';
import { Clock } from '../domain/clock.js';
import type { Consent } from '../domain/consent.js';
import { FollowUp } from '../domain/follow-up.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { paths } from '../web/paths.js';
import { FollowUpsService } from './follow-ups.service.js';
import { StandingsService } from './standings.service.js';

export type { Try } from '../domain/attempt-check.js';

/** Writing down what came of a try to reach a guest (R34). */
@Injectable()
export class TriesService {
  constructor(
    private readonly followUps: FollowUpsService,
    private readonly standings: StandingsService,
    private readonly acts: ActsService,
    private readonly pages: PageReader,
    private readonly clock: Clock,
    undo: UndoService,
  ) {
    undo.when('followUp.tried', (tx, act, house) => this.takeBack(tx, act, house));
  }

  /** Throws as `checkTry` does; ChangedMeanwhile when somebody else wrote a try since `version` was read (R26). */
  async write(
    tx: EntityManager,
    id: string,
    { version, ...tried }: Try & { version: number },
    who: Actor,
    house: House,
  ): Promise<Done> {
    const now = this.clock.now();
    const { followUp, consent, guest, offer } = await this.followUps.find(id, house, now, tx);
    if (followUp.isOpen) await updateVersion(tx, FollowUp, { id, version }, {});
    checkTry(tried, consent, offer, house, now);
    const attempt = attemptOf(followUp, consent, tried, who, house);
    await tx.insert(Attempt, attempt);
    await this.standings.settle(tx, guest.id, house);
    const undo = await this.acts.record(tx, who, house, {
      kind: 'followUp.tried',
      stayId: followUp.stayId,
      details: { attempt: attempt.id, point: followUp.point, result: tried.result },
      canBeUndone: true,
    });
    return { address: afterwards(id, attempt), subjectId: id, undo };
  }

  /** The acts by which tries of this stay can be undone at `now`, by the try's id. */
  async undoable(stayId: string, now: Temporal.Instant): Promise<Map<string, string>> {
    const acts = await historyOf(this.pages.manager, stayId);
    const open = acts.filter(
      (act, place) => act.kind === 'followUp.tried' && act.whyNotUndo(now, acts.slice(place + 1)) === null,
    );
    return new Map(open.map((act) => [act.details.attempt!, act.id]));
  }

  /** A slip of the finger, "stop all" among them: everything stands as if the try had not been written. */
  private async takeBack(tx: EntityManager, { details }: Act, house: House): Promise<string> {
    const attempt = await tx.findOneByOrFail(Attempt, { id: details.attempt! });
    const now = this.clock.now();
    await tx.update(Attempt, { id: attempt.id }, { undoneAt: now });
    const { guest } = await this.followUps.find(attempt.followUpId, house, now, tx);
    await this.standings.settle(tx, guest.id, house);
    return paths.followUp(attempt.followUpId);
  }
}

/** Reached, they can be asked a few questions; after the last word there is, who else should know; else the list goes on. */
function afterwards(id: string, { effect }: Attempt): string {
  if (effect === 'reached') return paths.followUpAnswers(id);
  return effect === 'end-for-good' ? paths.followUp(id) : paths.followUps();
}

const attemptOf = (
  { id: followUpId }: FollowUp,
  { channel }: Consent,
  { at, result, nextTryAt: askedFor }: Try,
  { id: personId }: Actor,
  house: House,
): Attempt => {
  const what = { id: randomUUID(), followUpId, channel, result, askedFor, personId };
  return new Attempt({ ...what, at, houseDay: house.time.houseDay(at) });
};
