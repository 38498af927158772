import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull } from 'typeorm';
import { ActsService, type Done, historyOf } from '../acts/acts.service.js';
import { Absence } from '../domain/absence.js';
import { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { Conflict, SeenSince } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { type Actor, Person } from '../domain/person.js';
import { seenAfter } from '../domain/still-here.js';
import { paths } from '../web/paths.js';
import { StaysService } from './stays.service.js';

/** The answer "Yes, still here": who looked and when, and nothing else (R8). */
@Injectable()
export class LooksService {
  constructor(
    private readonly stays: StaysService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /** One line a night, whoever looks again. Throws a Conflict when the guest has left, or is written down as out. */
  async seen(tx: EntityManager, id: string, who: Actor, house: House): Promise<Done> {
    const { bed } = await this.stays.findHere(id, tx, null);
    const done = { address: paths.board(), subjectId: id };
    if (await tx.existsBy(Absence, { stayId: id, backAt: IsNull(), undoneAt: IsNull() }))
      throw new Conflict('They are written down as out. If they are back, say that they are back.');
    const houseDay = house.time.houseDay(this.clock.now());
    const look = { stayId: id, kind: 'stay.seen' as const };
    if (await tx.existsBy(Act, { ...look, houseDay, undoneByAct: IsNull() })) return { ...done, undo: null };
    const undo = await this.acts.record(tx, who, house, { ...look, bedId: bed.id, canBeUndone: true });
    return { ...done, undo };
  }

  /** Throws SeenSince when the history says that they were here after `leftAt`. */
  async checkUnseen(tx: EntityManager, id: string, leftAt: Temporal.Instant): Promise<void> {
    const sighting = seenAfter(leftAt, await historyOf(tx, id));
    if (!sighting) return;
    const by = await tx.findOneBy(Person, { id: sighting.act.personId });
    throw new SeenSince(leftAt, sighting, by?.name ?? 'Somebody');
  }
}
