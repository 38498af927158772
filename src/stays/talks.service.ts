import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import type { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { type Talk, whyNotLogged } from '../domain/talk.js';
import { paths } from '../web/paths.js';
import { StaysService } from './stays.service.js';

/** Talks with a guest, a tap each, in a house that wants them logged. */
@Injectable()
export class TalksService {
  constructor(
    private readonly stays: StaysService,
    private readonly pages: PageReader,
    private readonly acts: ActsService,
    private readonly clock: Clock,
    undo: UndoService,
  ) {
    undo.when('talk.logged', (tx, act) => this.takeBack(tx, act), 'stays.support');
  }

  /** Those of a stay, without what was undone. */
  of(stayId: string, reader: EntityManager = this.pages.manager): Promise<Talk[]> {
    return reader.query<Talk[]>('SELECT kind, way FROM talks WHERE stay_id = ? AND undone_at IS NULL', [
      stayId,
    ]);
  }

  /** Throws NotHere for an unknown stay, a Conflict where none is logged. */
  async log(tx: EntityManager, stayId: string, { kind, way }: Talk, who: Actor, house: House): Promise<Done> {
    const { stay } = await this.stays.find(stayId, tx);
    const why = whyNotLogged(house.logsTalks, stay);
    if (why !== null) throw new Conflict(why);
    const [id, now] = [randomUUID(), toMinute(this.clock.now())];
    const day = dayText.to(house.time.houseDay(now));
    await tx.query(ADD, [id, stayId, kind, way, instantText.to(now), day, who.id]);
    const line = {
      kind: 'talk.logged' as const,
      stayId,
      details: { talk: id, kind, way },
      canBeUndone: true,
    };
    return {
      address: paths.stay(stayId),
      subjectId: stayId,
      undo: await this.acts.record(tx, who, house, line),
    };
  }

  private async takeBack(tx: EntityManager, { stayId, details }: Act): Promise<string> {
    const at = instantText.to(toMinute(this.clock.now()));
    await tx.query('UPDATE talks SET undone_at = ? WHERE id = ?', [at, details.talk]);
    return paths.stay(stayId!);
  }
}

const ADD = `INSERT INTO talks (id, stay_id, kind, way, at, house_day, person_id) VALUES (?, ?, ?, ?, ?, ?, ?)`;
