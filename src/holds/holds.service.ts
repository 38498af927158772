import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type EntityManager, In, IsNull } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import { Clock } from '../domain/clock.js';
import { Guest } from '../domain/guest.js';
import { Hold, usualHour } from '../domain/hold.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { GuardService } from '../ledger/guard.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
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

/** Beds kept for somebody until an hour (R14). Each verb is one act inside the open unit of work. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly guard: GuardService,
    private readonly ledger: LedgerService,
    private readonly sources: HoldSources,
    private readonly acts: ActsService,
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
    const entry = wanted.source.waitlistId || null;
    return this.done(tx, 'hold.made', hold, { who, house, canBeUndone: true, entry });
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
    await (hadEnded ? this.claimAgain(tx, hold, house) : this.keep(tx, hold));
    return this.done(tx, 'hold.keptLonger', hold, { who, house });
  }

  /** Throws HoldOver when it keeps nothing any more. */
  async letGo(tx: EntityManager, id: string, reason: string | null, who: Actor, house: House): Promise<Done> {
    const hold = await this.find(id, tx);
    hold.letGo(this.clock.now(), house);
    await this.free(tx, hold);
    return this.done(tx, 'hold.letGo', hold, { who, house, reason, canBeUndone: true });
  }

  /** Whom these are the records of is awaited no more (R50): nothing is kept for them, and nobody is asked to ring them. */
  async letGoFor(
    tx: EntityManager,
    guestIds: readonly string[],
    { who, house }: { who: Actor; house: House },
  ): Promise<void> {
    for (const hold of await tx.findBy(Hold, { guestId: In([...guestIds]), ending: IsNull() })) {
      hold.letGo(this.clock.now(), house);
      await this.free(tx, hold);
      await this.done(tx, 'hold.letGo', hold, { who, house });
    }
  }

  /** A note, not a door: it is kept until its hour all the same, and whoever comes late is welcomed (R14). */
  async didNotCome(
    tx: EntityManager,
    id: string,
    reason: string | null,
    who: Actor,
    house: House,
  ): Promise<Done> {
    return this.done(tx, 'hold.notCome', await this.find(id, tx), { who, house, reason, canBeUndone: true });
  }

  /** Its guest is welcomed, to its bed or another. Answers whether that used it up; throws HoldOver when it was used. */
  async use(tx: EntityManager, id: string, house: House): Promise<boolean> {
    const hold = await this.find(id, tx);
    const { ending } = hold;
    hold.use(this.clock.now(), house);
    if (hold.ending === ending) return false;
    await this.free(tx, hold);
    return true;
  }

  /** What ended it was a slip: it returns with its old hour (R24). Throws BedTaken when a night it needs was given since. */
  async giveBack(tx: EntityManager, id: string, house: House): Promise<void> {
    const hold = await this.find(id, tx);
    hold.takeBackEnding(this.clock.now(), house);
    await (hold.ending === null ? this.claimAgain(tx, hold, house) : this.keep(tx, hold));
  }

  /** It was a slip from the start: it keeps nothing and counts in no figure. */
  async undo(tx: EntityManager, id: string, house: House): Promise<void> {
    const hold = await this.find(id, tx);
    hold.undo(this.clock.now(), house);
    await this.free(tx, hold);
  }

  private async checkGuest(tx: EntityManager, id: string | null): Promise<void> {
    if (id === null || (await tx.existsBy(Guest, { id }))) return;
    throw new RuleViolation('guestName', 'Write down a name, or leave it empty');
  }

  /** The nights it still has are asked for as at first. */
  private async claimAgain(tx: EntityManager, hold: Hold, house: House): Promise<void> {
    const nights = hold.nightsFrom(house.time.houseDay(this.clock.now()));
    await this.guard.check(tx, { ...nights, own: [hold.id] });
    await this.keep(tx, hold);
    await this.ledger.holdAgain(tx, { id: hold.id, ...nights });
  }

  private async free(tx: EntityManager, hold: Hold): Promise<void> {
    await this.ledger.letGo(tx, hold.id);
    await this.keep(tx, hold);
  }

  private async keep(tx: EntityManager, hold: Hold): Promise<void> {
    const { keepUntil, ending, endedAt, endedOn } = hold;
    await updateVersion(tx, Hold, hold, { keepUntil, ending, endedAt, endedOn });
  }

  private async done(
    tx: EntityManager,
    kind: 'hold.made' | 'hold.keptLonger' | 'hold.letGo' | 'hold.notCome',
    { id, bedId, keepUntil }: Hold,
    line: { who: Actor; house: House; reason?: string | null; canBeUndone?: boolean; entry?: string | null },
  ): Promise<Done> {
    const { who, house, entry = null, ...rest } = line;
    const details = { hold: id, keepUntil: keepUntil.toString(), entry };
    const undo = await this.acts.record(tx, who, house, { kind, bedId, details, ...rest });
    // Letting go gives a bed back: look at the board
    const address = kind === 'hold.letGo' ? paths.board() : paths.hold(id);
    return { address, subjectId: id, undo: rest.canBeUndone ? undo : null };
  }
}
