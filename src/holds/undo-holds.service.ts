import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import type { Act } from '../domain/act.js';
import { BedTaken, CannotUndo } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { paths } from '../web/paths.js';
import { HoldSources } from './hold-sources.service.js';
import { HoldEndings } from './hold-endings.service.js';

/** A bed that was kept or let go by mistake (R24). */
@Injectable()
export class UndoHolds {
  constructor(
    undo: UndoService,
    private readonly endings: HoldEndings,
    private readonly sources: HoldSources,
  ) {
    undo.when('hold.made', (tx, act, house) => this.takeBackMaking(tx, act, house));
    undo.when('hold.notCome', (_tx, { details }) => Promise.resolve(paths.hold(details.hold!)));
    undo.when('hold.letGo', (tx, { details }, house) => this.giveBack(tx, details.hold!, house));
  }

  /** For the undo of a check-in as well: what it used up is given back. Throws CannotUndo. */
  async giveBack(tx: EntityManager, id: string, house: House): Promise<string> {
    try {
      await this.endings.giveBack(tx, id, house);
    } catch (error) {
      if (!(error instanceof BedTaken)) throw error;
      throw new CannotUndo('The bed that was kept was given to someone else since then.');
    }
    return paths.hold(id);
  }

  private async takeBackMaking(tx: EntityManager, act: Act, house: House): Promise<string> {
    await this.endings.undo(tx, act.details.hold!, house);
    await this.sources.giveBack(tx, act);
    return paths.board();
  }
}
