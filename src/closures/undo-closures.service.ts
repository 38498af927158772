import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import { Act } from '../domain/act.js';
import { Closure } from '../domain/closure.js';
import { CannotUndo } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { mayDo } from '../domain/permissions.js';
import type { Actor } from '../domain/person.js';
import { paths } from '../web/paths.js';
import { ClosuresService } from './closures.service.js';

/** A bed or a room that was closed by a slip is in use again (R24). */
@Injectable()
export class UndoClosures {
  constructor(
    undo: UndoService,
    private readonly closures: ClosuresService,
  ) {
    undo.when('bed.closed', (tx, act, house, who) => this.takeBack(tx, act, house, who));
  }

  /** Planned closures are a coordinator’s (R11). */
  private async takeBack(tx: EntityManager, act: Act, house: House, { role }: Actor): Promise<string> {
    const ids = (act.details.all ?? '').split(' ');
    const closures = await tx.findBy(Closure, { id: In(ids) });
    if (closures.some(({ isPlanned }) => isPlanned) && !mayDo(role, 'beds.manage'))
      throw new CannotUndo('A coordinator planned this. Ask one to take it back.');
    await this.checkOthers(tx, act, closures);
    await this.closures.takeBack(tx, ids, house);
    return paths.board();
  }

  /** With none of its beds anything else may have happened; keeping one for a night it is open again is nothing of the kind. */
  private async checkOthers(tx: EntityManager, { number }: Act, closures: readonly Closure[]): Promise<void> {
    const bedId = In(closures.map((closure) => closure.bedId));
    const later = await tx.findBy(Act, { bedId, number: MoreThan(number) });
    if (later.some(isOfTheBed)) throw new CannotUndo('Something else was done with this room since then.');
  }
}

const isOfTheBed = ({ kind, undoneByAct }: Act): boolean =>
  undoneByAct === null && kind !== 'act.undone' && !kind.startsWith('hold.');
