import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { PageReader } from '../database/page-reader.js';
import type { Act } from '../domain/act.js';
import { Call, type CallAnswers } from '../domain/call.js';
import { Clock } from '../domain/clock.js';
import { CannotUndo } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { paths } from '../web/paths.js';
import { WaitlistService } from '../waitlist/waitlist.service.js';
import { NotHere } from '../web/refusals.js';

/** Everyone who rang, came to the door or wrote (R15). */
@Injectable()
export class CallsService {
  constructor(
    private readonly pages: PageReader,
    private readonly acts: ActsService,
    private readonly clock: Clock,
    private readonly waitlist: WaitlistService,
    undo: UndoService,
  ) {
    undo.when('call.logged', (tx, act, _house, who) => this.takeBack(tx, act, who));
  }

  /**
   * Writes the call down as one of this minute, or of `happenedAt`; it can be undone until the shift ends, with the place on
   * the waitlist (`entry`) that came of it (R24). Throws a RuleViolation for `happenedAt` in the future or too far back (R4).
   */
  async log(
    tx: EntityManager,
    answers: CallAnswers,
    who: Actor,
    house: House,
    { happenedAt, entry = null }: { happenedAt?: Temporal.Instant; entry?: string | null } = {},
  ): Promise<Done> {
    const now = this.clock.now();
    const at = happenedAt ?? now;
    house.checkRecent('happenedAt', at, now);
    const call = new Call({ id: idByTime(at), answers, at, personId: who.id }, house);
    await tx.insert(Call, call);
    const undo = await this.acts.record(tx, who, house, {
      kind: 'call.logged',
      details: { call: call.id, entry },
      canBeUndone: true,
    });
    return { address: paths.calls(), subjectId: call.id, undo };
  }

  /** Throws NotHere for an unknown id, and for a call that was undone. */
  async find(id: string): Promise<Call> {
    const call = await this.pages.manager.findOneBy(Call, { id, undoneAt: IsNull() });
    if (!call) throw new NotHere();
    return call;
  }

  /** The calls of this house day, newest first, without the undone. */
  of(houseDay: Temporal.PlainDate): Promise<Call[]> {
    return this.pages.manager.find(Call, {
      where: { houseDay, undoneAt: IsNull() },
      order: { at: 'DESC', id: 'DESC' },
    });
  }

  private async takeBack(tx: EntityManager, { details }: Act, who: Actor): Promise<string> {
    const call = await tx.findOneByOrFail(Call, { id: details.call! });
    if (call.rungAt) throw new CannotUndo('They were rung back since then.');
    if (details.entry) await this.waitlist.takeBack(tx, details.entry, who);
    await tx.update(Call, { id: call.id }, { undoneAt: this.clock.now() });
    return paths.calls();
  }
}

/** A UUID of version 7: ids that grow with time keep the calls of one minute in order. */
function idByTime(at: Temporal.Instant): string {
  const time = at.epochMilliseconds.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
