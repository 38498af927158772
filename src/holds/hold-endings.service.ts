import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { Done } from '../acts/acts.service.js';
import { Clock } from '../domain/clock.js';
import { Hold } from '../domain/hold.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { HoldLedger } from './hold-ledger.service.js';
import { HoldsService } from './holds.service.js';

/** How a hold ends, and how it comes back (R14, R24). */
@Injectable()
export class HoldEndings {
  constructor(
    private readonly holds: HoldsService,
    private readonly kept: HoldLedger,
    private readonly clock: Clock,
  ) {}

  /** Throws HoldOver when it keeps nothing any more. */
  async letGo(tx: EntityManager, id: string, reason: string | null, who: Actor, house: House): Promise<Done> {
    const hold = await this.holds.find(id, tx);
    hold.letGo(this.clock.now(), house);
    await this.kept.free(tx, hold);
    return this.kept.done(tx, 'hold.letGo', hold, { who, house, reason, canBeUndone: true });
  }

  /** Whom these are the records of is awaited no more (R50): nothing is kept for them, and nobody is asked to ring them. */
  async letGoFor(
    tx: EntityManager,
    guestIds: readonly string[],
    { who, house }: { who: Actor; house: House },
  ): Promise<void> {
    for (const hold of await tx.findBy(Hold, { guestId: In([...guestIds]), ending: IsNull() })) {
      hold.letGo(this.clock.now(), house);
      await this.kept.free(tx, hold);
      await this.kept.done(tx, 'hold.letGo', hold, { who, house });
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
    return this.kept.done(tx, 'hold.notCome', await this.holds.find(id, tx), {
      who,
      house,
      reason,
      canBeUndone: true,
    });
  }

  /** Its guest is welcomed, to its bed or another. Answers whether that used it up; throws HoldOver when it was used. */
  async use(tx: EntityManager, id: string, house: House): Promise<boolean> {
    const hold = await this.holds.find(id, tx);
    const { ending } = hold;
    hold.use(this.clock.now(), house);
    if (hold.ending === ending) return false;
    await this.kept.free(tx, hold);
    return true;
  }

  /** What ended it was a slip: it returns with its old hour (R24). Throws BedTaken when a night it needs was given since. */
  async giveBack(tx: EntityManager, id: string, house: House): Promise<void> {
    const hold = await this.holds.find(id, tx);
    hold.takeBackEnding(this.clock.now(), house);
    await (hold.ending === null ? this.kept.claimAgain(tx, hold, house) : this.kept.keep(tx, hold));
  }

  /** It was a slip from the start: it keeps nothing and counts in no figure. */
  async undo(tx: EntityManager, id: string, house: House): Promise<void> {
    const hold = await this.holds.find(id, tx);
    hold.undo(this.clock.now(), house);
    await this.kept.free(tx, hold);
  }
}
