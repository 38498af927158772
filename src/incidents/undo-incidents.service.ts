import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import { updateVersion } from '../database/update-version.js';
import type { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { CannotUndo } from '../domain/conflict.js';
import { toMinute } from '../domain/house-time.js';
import { Incident } from '../domain/incident.js';
import { isOfForm } from '../domain/incident-words.js';
import type { Actor } from '../domain/person.js';
import { paths } from '../web/paths.js';
import { IncidentWordsService } from './incident-words.service.js';
import { IncidentsService } from './incidents.service.js';

/** What was written by mistake, and a click on “Told” (R24). */
@Injectable()
export class UndoIncidents {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly words: IncidentWordsService,
    private readonly clock: Clock,
    undo: UndoService,
  ) {
    undo.when('incident.written', (tx, act) => this.takeBack(tx, act));
    undo.when('incident.told', (tx, act, _house, who) => this.notTold(tx, act, who));
  }

  private async takeBack(tx: EntityManager, { details }: Act): Promise<string> {
    const incident = await this.incidents.find(details.incident!, tx);
    const words = await this.words.of([incident.id], tx);
    const { id, version } = incident;
    if (!incident.isOpen || version > 1 || words.some(({ code }) => !isOfForm(code)))
      throw new CannotUndo('Something was added to it since then.');
    await updateVersion(tx, Incident, { id, version }, { undoneAt: toMinute(this.clock.now()) });
    return paths.shift();
  }

  private async notTold(tx: EntityManager, { details }: Act, who: Actor): Promise<string> {
    const incident = await this.incidents.find(details.incident!, tx);
    if (!incident.isOpen) throw new CannotUndo('It was closed since then.');
    await this.words.takeBack(tx, details.words!);
    return incident.isWholeFor(who) ? paths.happening(incident.id) : paths.shift();
  }
}
