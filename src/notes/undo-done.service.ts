import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import type { Act } from '../domain/act.js';
import { HouseNote } from '../domain/house-note.js';
import { paths } from '../web/paths.js';

/** A note that was marked done by mistake waits to be done again (R24). */
@Injectable()
export class UndoDone {
  constructor(undo: UndoService) {
    undo.when('note.done', (tx, act) => this.takeBack(tx, act));
  }

  private async takeBack(tx: EntityManager, { details }: Act): Promise<string> {
    await tx.update(HouseNote, { id: details.note! }, { doneAt: null, doneBy: null });
    return paths.shift();
  }
}
