import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import type { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { StayTask } from '../domain/stay-task.js';
import { paths } from '../web/paths.js';

/** Something said of a task by mistake: what was said before counts again (R24). */
@Injectable()
export class UndoTasks {
  constructor(
    undo: UndoService,
    private readonly clock: Clock,
  ) {
    undo.when('task.answered', (tx, act) => this.takeBack(tx, act));
  }

  private async takeBack(tx: EntityManager, { stayId, details }: Act): Promise<string> {
    await tx.update(StayTask, { id: details.answer! }, { undoneAt: this.clock.now() });
    return paths.stay(stayId!);
  }
}
