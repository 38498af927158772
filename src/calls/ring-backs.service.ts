import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull, Raw } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { PageReader } from '../database/page-reader.js';
import type { Act } from '../domain/act.js';
import { Call } from '../domain/call.js';
import { Clock } from '../domain/clock.js';
import { CannotUndo, ChangedMeanwhile } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';

/** As the index of those who wait has it: `NOT (… IS NULL)` would read every call. */
const IS_SET = Raw((column) => `${column} IS NOT NULL`);

/** What the board says of it: how many wait to be rung, and how many of them since their time came. */
export interface RingCount {
  waiting: number;
  due: number;
}

/** What came of ringing somebody. */
export interface Rung {
  isReached: boolean;
  /** For when they were to be rung, as the page had it: the UTC instant as text. */
  dueAt: string;
}

/** Callers who asked to be rung (R15). Nobody falls off unseen: only a person ends it. */
@Injectable()
export class RingBacks {
  constructor(
    private readonly pages: PageReader,
    private readonly acts: ActsService,
    private readonly clock: Clock,
    undo: UndoService,
  ) {
    undo.when('call.rung', (tx, act) => this.takeBack(tx, act));
  }

  /** Everyone who waits to be rung, whose time comes first on top. */
  waiting(): Promise<Call[]> {
    return this.pages.manager.find(Call, {
      where: { ringAt: IS_SET, rungAt: IsNull(), undoneAt: IsNull() },
      order: { ringAt: 'ASC', id: 'ASC' },
    });
  }

  async count(now: Temporal.Instant): Promise<RingCount> {
    const calls = await this.waiting();
    return { waiting: calls.length, due: calls.filter((call) => call.isDue(now)).length };
  }

  /**
   * Somebody rang them: they were reached, or are to be rung again in about an hour. Throws NotHere, or ChangedMeanwhile when
   * a colleague was quicker.
   */
  async ring(
    tx: EntityManager,
    id: string,
    { isReached, dueAt }: Rung,
    who: Actor,
    house: House,
  ): Promise<Done> {
    const call = await this.find(tx, id);
    const from = call.ringAt!.toString();
    if (!call.isToRing || from !== dueAt) throw new ChangedMeanwhile('Somebody rang them already.');
    call.ring(isReached, { personId: who.id, at: this.clock.now() });
    await this.keep(tx, call);
    const undo = await this.acts.record(tx, who, house, {
      kind: 'call.rung',
      details: { call: id, from, again: isReached ? null : call.ringAt!.toString() },
      canBeUndone: true,
    });
    return { address: paths.calls(), subjectId: id, undo };
  }

  /** They wait to be rung as before. Throws CannotUndo when somebody rang them since. */
  private async takeBack(tx: EntityManager, { details }: Act): Promise<string> {
    const call = await this.find(tx, details.call!);
    const isAsItLeftIt = details.again
      ? call.isToRing && call.ringAt!.toString() === details.again
      : !call.isToRing;
    if (!isAsItLeftIt) throw new CannotUndo('Somebody rang them since then.');
    call.waitAgain(Temporal.Instant.from(details.from!));
    await this.keep(tx, call);
    return paths.calls();
  }

  private async find(tx: EntityManager, id: string): Promise<Call> {
    const call = await tx.findOneBy(Call, { id, ringAt: IS_SET, undoneAt: IsNull() });
    if (!call) throw new NotHere();
    return call;
  }

  private keep(tx: EntityManager, { id, ringAt, rungAt, rungBy }: Call) {
    return tx.update(Call, { id }, { ringAt, rungAt, rungBy });
  }
}
