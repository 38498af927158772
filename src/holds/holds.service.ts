import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Done } from '../acts/acts.service.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { Guest } from '../domain/guest.js';
import { Hold, usualHour } from '../domain/hold.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { GuardService } from '../ledger/guard.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { NotHere } from '../web/refusals.js';
import { HoldLedger } from './hold-ledger.service.js';
import { type HoldSource, HoldSources } from './hold-sources.service.js';

export interface NewHold {
  bedId: string;
  firstNight: Temporal.PlainDate;
  nights: number;
  /** Null: the usual hour. */
  keepUntil: Temporal.Instant | null;
  guestName: string | null;
  guestId: string | null;
  /** Where to ring them; null for what they said when they rang, if they did. */
  reach: string | null;
  reason: string | null;
  /** When it was promised, where that is not now. */
  promisedAt?: Temporal.Instant;
  /** Where they were written down before. */
  source: HoldSource;
}

/** Beds kept for somebody until an hour (R14); how that ends stands with the endings. Each verb is one act inside the open unit of work. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly guard: GuardService,
    private readonly ledger: LedgerService,
    private readonly sources: HoldSources,
    private readonly kept: HoldLedger,
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Throws NotHere for an unknown id. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<Hold> {
    const hold = await reader.findOneBy(Hold, { id });
    if (!hold) throw new NotHere();
    return hold;
  }

  /** The name it is kept under: the one that was said, or that of the known guest. Null when nobody said one. */
  async nameOf({ guestId, guestName }: Hold): Promise<string | null> {
    const guest = guestId === null ? null : await this.pages.manager.findOneBy(Guest, { id: guestId });
    return guest?.name ?? guestName;
  }

  /** The same with what they said when they rang or began to wait, where nothing else was said. Throws NotHere. */
  async withKnown(wanted: NewHold): Promise<NewHold> {
    const reach = wanted.reach ?? (await this.sources.reachOf(wanted.source));
    const isNamed = wanted.guestName !== null || wanted.guestId !== null;
    const guestName = isNamed ? wanted.guestName : await this.sources.nameOf(wanted.source);
    return { ...wanted, reach, guestName };
  }

  /** Their place on the waitlist is used up by it. Throws BedTaken (409), or a RuleViolation (422). */
  async make(tx: EntityManager, wanted: NewHold, who: Actor, house: House): Promise<Done> {
    const now = this.clock.now();
    const { promisedAt = now, ...rest } = wanted;
    house.checkRecent('happenedAt', promisedAt, now);
    await this.checkGuest(tx, wanted.guestId);
    const keepUntil = wanted.keepUntil ?? usualHour(house, wanted.firstNight, now);
    const facts = { ...rest, id: randomUUID(), keepUntil, madeBy: who.id };
    const hold = new Hold(facts, house, toMinute(now));
    hold.madeAt = toMinute(promisedAt);
    await this.guard.check(tx, hold);
    await this.ledger.hold(tx, hold, hold.id, hold.guestId);
    await tx.insert(Hold, hold);
    await this.sources.use(tx, wanted.source, wanted.reason, who, house);
    // Where they asked first: how long they waited for a bed is told by it
    const [entry, call] = [wanted.source.waitlistId || null, await this.sources.callOf(tx, wanted.source)];
    return this.kept.done(tx, 'hold.made', hold, { who, house, canBeUndone: true, entry, call });
  }

  /** Until another hour, also when it lapsed or was let go. Throws BedTaken, HoldOver or a RuleViolation. */
  async keepLonger(
    tx: EntityManager,
    id: string,
    keepUntil: Temporal.Instant,
    who: Actor,
    house: House,
  ): Promise<Done> {
    const hold = await this.find(id, tx);
    const hadEnded = hold.ending !== null;
    hold.keepLonger(keepUntil, house, this.clock.now());
    await (hadEnded ? this.kept.claimAgain(tx, hold, house) : this.kept.keep(tx, hold));
    return this.kept.done(tx, 'hold.keptLonger', hold, { who, house });
  }

  private async checkGuest(tx: EntityManager, id: string | null): Promise<void> {
    if (id === null || (await tx.existsBy(Guest, { id }))) return;
    throw new RuleViolation('guestName', 'Write down a name, or leave it empty');
  }
}
