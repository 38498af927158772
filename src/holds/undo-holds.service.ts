import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import { BedTaken, CannotUndo } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { paths } from '../web/paths.js';
import { HoldsService } from './holds.service.js';

/** A bed that was kept or let go by mistake (R24). */
@Injectable()
export class UndoHolds {
  constructor(
    undo: UndoService,
    private readonly holds: HoldsService,
  ) {
    undo.when('hold.made', (tx, { details }, house) => this.takeBackMaking(tx, details.hold!, house));
    undo.when('hold.notCome', (_tx, { details }) => Promise.resolve(paths.hold(details.hold!)));
    undo.when('hold.letGo', (tx, { details }, house) => this.giveBack(tx, details.hold!, house));
  }

  /** For the undo of a check-in as well: what it used up is given back. Throws CannotUndo. */
  async giveBack(tx: EntityManager, id: string, house: House): Promise<string> {
    try {
      await this.holds.giveBack(tx, id, house);
    } catch (error) {
      if (!(error instanceof BedTaken)) throw error;
      throw new CannotUndo('The bed that was kept was given to someone else since then.');
    }
    return paths.hold(id);
  }

  private async takeBackMaking(tx: EntityManager, id: string, house: House): Promise<string> {
    await this.holds.undo(tx, id, house);
    return paths.board();
  }
}
