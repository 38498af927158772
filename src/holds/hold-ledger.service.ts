import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { updateVersion } from '../database/update-version.js';
import { Clock } from '../domain/clock.js';
import { Hold } from '../domain/hold.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { GuardService } from '../ledger/guard.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { paths } from '../web/paths.js';

/** A hold as it stands in the file: its row, its nights, its line of history. */
@Injectable()
export class HoldLedger {
  constructor(
    private readonly guard: GuardService,
    private readonly ledger: LedgerService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /** The nights it still has are asked for as at first. Throws BedTaken when one was given since. */
  async claimAgain(tx: EntityManager, hold: Hold, house: House): Promise<void> {
    const nights = hold.nightsFrom(house.time.houseDay(this.clock.now()));
    await this.guard.check(tx, { ...nights, own: [hold.id] });
    await this.keep(tx, hold);
    await this.ledger.holdAgain(tx, { id: hold.id, ...nights });
  }

  /** Its nights belong to nobody from now on. */
  async free(tx: EntityManager, hold: Hold): Promise<void> {
    await this.ledger.letGo(tx, hold.id);
    await this.keep(tx, hold);
  }

  /** Throws ChangedMeanwhile when somebody else changed it since it was read (R26). */
  async keep(tx: EntityManager, hold: Hold): Promise<void> {
    const { keepUntil, ending, endedAt, endedOn } = hold;
    await updateVersion(tx, Hold, hold, { keepUntil, ending, endedAt, endedOn });
  }

  /** Writes its line of history; answers where to go on. */
  async done(
    tx: EntityManager,
    kind: 'hold.made' | 'hold.keptLonger' | 'hold.letGo' | 'hold.notCome',
    { id, bedId, keepUntil }: Hold,
    line: {
      who: Actor;
      house: House;
      reason?: string | null;
      canBeUndone?: boolean;
      entry?: string | null;
      call?: string | null;
    },
  ): Promise<Done> {
    const { who, house, entry = null, call = null, ...rest } = line;
    const details = { hold: id, keepUntil: keepUntil.toString(), entry, call };
    const undo = await this.acts.record(tx, who, house, { kind, bedId, details, ...rest });
    // Letting go gives a bed back: look at the board
    const address = kind === 'hold.letGo' ? paths.board() : paths.hold(id);
    return { address, subjectId: id, undo: rest.canBeUndone ? undo : null };
  }
}
