import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { Done } from '../acts/acts.service.js';
import { BedsService } from '../beds/beds.service.js';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import { Clock } from '../domain/clock.js';
import { isBefore } from '../domain/days.js';
import { freeUpTo } from '../domain/guard.js';
import { Closure, type ClosureDates } from '../domain/closure.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { GuardService } from '../ledger/guard.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import { ClosureLines } from './closure-lines.service.js';
import { ClosureNights } from './closure-nights.service.js';

/** Why, for how long, whether the whole room is meant, and when it was, if not now. */
export type CloseNow = Omit<ClosureDates, 'firstNight'> & { wholeRoom: boolean; at?: Temporal.Instant };

/** Beds out of use (R11). Each verb is one act in the open unit of work. */
@Injectable()
export class ClosuresService {
  constructor(
    private readonly beds: BedsService,
    private readonly guard: GuardService,
    private readonly nights: ClosureNights,
    private readonly ledger: LedgerService,
    private readonly lines: ClosureLines,
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Throws NotHere for an unknown id. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<Closure> {
    const closure = await reader.findOneBy(Closure, { id });
    if (!closure) throw new NotHere();
    return closure;
  }

  /**
   * Closes a bed, or every bed of its room or none, from this house day on. Throws BedTaken when somebody is in one of them
   * or has a night of it, a RuleViolation for `happenedAt` when that is in the future or too far back (R4).
   */
  async closeNow(
    tx: EntityManager,
    bedId: string,
    values: CloseNow,
    who: Actor,
    house: House,
  ): Promise<Done> {
    const { wholeRoom, at = this.clock.now(), ...rest } = values;
    house.checkRecent('happenedAt', at, this.clock.now());
    const today = house.time.houseDay(at);
    const dates = { ...rest, firstNight: today };
    const bed = await this.beds.find(bedId, tx);
    const [first, ...others] = wholeRoom ? await this.beds.roomOf(bed, today, tx) : [bed];
    const along: Closure[] = [];
    for (const each of others) along.push(await this.nights.close(tx, each, dates, false, who, house, at));
    const closure = await this.nights.close(tx, first!, dates, false, who, house, at);
    for (const each of along) await this.lines.closed(tx, each, who, house, null);
    const undo = await this.lines.closed(tx, closure, who, house, along);
    return { address: paths.board(), subjectId: bedId, undo };
  }

  /**
   * Out of use from this house day on, for a reason nobody is shown (R50), up to the night somebody else has: it is never
   * refused. Answers the closure, or null when somebody has this very night.
   */
  async closeUnsaid(tx: EntityManager, bedId: string, who: Actor, house: House): Promise<string | null> {
    const firstNight = house.time.houseDay(this.clock.now());
    const each = (await this.guard.beds(firstNight, tx)).find(({ bed }) => bed.id === bedId)!;
    const until = freeUpTo(each, { bedId, firstNight, endNight: firstNight.add({ days: 1 }) });
    if (until && !isBefore(firstNight, until)) return null;
    const lastNight = until && until.subtract({ days: 1 });
    const dates = { firstNight, lastNight, reason: 'not_shown', note: null };
    const closure = await this.nights.close(tx, each.bed, dates, false, who, house);
    await this.lines.closed(tx, closure, who, house, null);
    return closure.id;
  }

  /** Throws BedTaken when a night of it has another claim, a RuleViolation for dates that cannot be. */
  async plan(tx: EntityManager, bedId: string, dates: ClosureDates, who: Actor, house: House): Promise<Done> {
    const bed = await this.beds.find(bedId, tx);
    const closure = await this.nights.close(tx, bed, dates, true, who, house);
    const undo = await this.lines.closed(tx, closure, who, house, []);
    return { address: paths.bed(bedId), subjectId: closure.id, undo };
  }

  /** An unchanged save writes no line of history. Throws BedTaken, a RuleViolation, or ChangedMeanwhile (R26). */
  async change(
    tx: EntityManager,
    id: string,
    version: number,
    dates: ClosureDates,
    who: Actor,
    house: House,
  ): Promise<Done> {
    const closure = await this.find(id, tx);
    const today = house.time.houseDay(this.clock.now());
    const before = closure.firstNight;
    const details = closure.change(dates, house, today);
    const done = { address: paths.bed(closure.bedId), subjectId: id, undo: null };
    if (details === null) return done;
    await this.ledger.letGo(tx, id);
    await updateVersion(tx, Closure, { id, version }, dates);
    await this.nights.claimAgain(tx, closure, before, today);
    await this.lines.changed(tx, closure, details, who, house);
    return done;
  }

  /** Uses the bed again from now on, or lets a closure that has not begun be. Throws a RuleViolation when it is over. */
  async cancel(tx: EntityManager, id: string, note: string, who: Actor, house: House): Promise<Done> {
    const closure = await this.find(id, tx);
    closure.end(this.clock.now(), house);
    await this.nights.end(tx, closure);
    await this.lines.ended(tx, closure, note, who, house);
    return { address: paths.bed(closure.bedId), subjectId: id, undo: null };
  }

  /** What shifts closed and no coordinator has looked at yet, oldest first (R11). */
  unseen(): Promise<Closure[]> {
    return this.pages.manager.find(Closure, {
      where: { ending: IsNull(), seenBy: IsNull(), isPlanned: false },
      order: { madeAt: 'ASC' },
    });
  }

  /** A coordinator has looked at what a shift closed (R11). */
  async markSeen(tx: EntityManager, id: string, who: Actor): Promise<Done> {
    const closure = await this.find(id, tx);
    if (closure.isUnseen)
      await updateVersion(tx, Closure, closure, { seenBy: who.id, seenAt: this.clock.now() });
    return { address: paths.bed(closure.bedId), subjectId: id, undo: null };
  }

  /** It counts for nothing, and its nights are free at once (R24). */
  async takeBack(tx: EntityManager, ids: readonly string[], house: House): Promise<void> {
    for (const closure of await tx.findBy(Closure, { id: In([...ids]) })) {
      closure.undo(this.clock.now(), house);
      await this.nights.end(tx, closure);
    }
  }
}
