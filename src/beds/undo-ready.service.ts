import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import type { Act } from '../domain/act.js';
import { BedSegment } from '../domain/bed-segment.js';
import { CannotUndo } from '../domain/conflict.js';
import { Turnover } from '../domain/turnover.js';
import { paths } from '../web/paths.js';

/** A bed that was marked ready by mistake is getting ready again (R24). */
@Injectable()
export class UndoReady {
  constructor(undo: UndoService) {
    undo.when('bed.ready', (tx, act) => this.takeBack(tx, act));
  }

  private async takeBack(tx: EntityManager, act: Act): Promise<string> {
    const isTaken = await tx.existsBy(BedSegment, { bedId: act.bedId!, toAt: IsNull(), undoneAt: IsNull() });
    if (isTaken) throw new CannotUndo('Someone is in this bed now.');
    const isMaking = await tx.existsBy(Turnover, { bedId: act.bedId!, endedAt: IsNull() });
    if (isMaking) throw new CannotUndo('The bed is getting ready again.');
    await tx.update(Turnover, { id: act.details.turnover! }, { endedAt: null, readyBy: null });
    return paths.board();
  }
}
