import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import { Absence } from '../domain/absence.js';
import type { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { paths } from '../web/paths.js';
import { AbsencesService } from './absences.service.js';
import { StaysService } from './stays.service.js';

/** Away, not seen, back or "still here" written down by mistake (R24). */
@Injectable()
export class UndoAbsences {
  constructor(
    undo: UndoService,
    private readonly stays: StaysService,
    private readonly absences: AbsencesService,
    private readonly clock: Clock,
  ) {
    undo.when('stay.away', (tx, act) => this.takeBack(tx, act));
    undo.when('stay.notSeen', (tx, act) => this.takeBack(tx, act));
    undo.when('stay.back', (tx, act) => this.takeBackEnd(tx, act));
    // A look changed nothing: the board asks again
    undo.when('stay.seen', () => Promise.resolve(paths.board()));
  }

  /** What it took the place of goes on. */
  private async takeBack(tx: EntityManager, act: Act): Promise<string> {
    const { absence, ended = null } = act.details;
    await tx.update(Absence, { id: absence! }, { undoneAt: this.clock.now() });
    if (ended) await this.goOn(tx, ended);
    return this.changed(tx, act);
  }

  private async takeBackEnd(tx: EntityManager, act: Act): Promise<string> {
    await this.goOn(tx, act.details.absence!);
    return this.changed(tx, act);
  }

  private async goOn(tx: EntityManager, id: string): Promise<void> {
    const absence = await tx.findOneByOrFail(Absence, { id });
    absence.takeBackEnd();
    await this.absences.writeEnd(tx, absence);
  }

  private async changed(tx: EntityManager, { stayId }: Act): Promise<string> {
    const { stay } = await this.stays.findHere(stayId!, tx, null);
    await this.stays.keep(tx, stay);
    return paths.stay(stay.id);
  }
}
