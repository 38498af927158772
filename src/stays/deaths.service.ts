import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { ClosuresService } from '../closures/closures.service.js';
import { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { Closure } from '../domain/closure.js';
import { Conflict } from '../domain/conflict.js';
import { Death } from '../domain/death.js';
import { Departure } from '../domain/departure.js';
import { DIED } from '../domain/departure-lists.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { Stay } from '../domain/stay.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { StandingsService } from '../follow-ups/standings.service.js';
import { HoldEndings } from '../holds/hold-endings.service.js';
import { LinkedRecords } from '../guests/linked-records.service.js';
import { paths } from '../web/paths.js';
import { PartsService } from './parts.service.js';
import { TasksService } from './tasks.service.js';
import { ReadyToLeaveService } from './ready-to-leave.service.js';
import { StaysService, type StayWhole } from './stays.service.js';

/** When it was, or when they were found. */
export interface Died {
  diedAt: Temporal.Instant;
  about: Death['about'];
}

/** A guest died, here or after they left (R50). Never refused for a claim, a limit or how late it is written. */
@Injectable()
export class DeathsService {
  constructor(
    private readonly stays: StaysService,
    private readonly parts: PartsService,
    private readonly endings: HoldEndings,
    private readonly closures: ClosuresService,
    private readonly standings: StandingsService,
    private readonly records: LinkedRecords,
    private readonly drafts: DraftsService,
    private readonly ready: ReadyToLeaveService,
    private readonly tasks: TasksService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Written twice it is one death. The bed is closed and nobody is asked to make it ready; nothing is asked of the guest
   * or about them any more. Throws a RuleViolation for a time that cannot be, a Conflict for an undone check-in.
   */
  async write(tx: EntityManager, id: string, died: Died, who: Actor, house: House): Promise<Done> {
    const whole = await this.stays.find(id, tx);
    const done = { address: paths.stay(id), subjectId: id, undo: null };
    if (whole.death) return done;
    if (whole.stay.undoneAt) throw new Conflict('This check-in was undone.');
    const { ids } = await this.records.of(whole.guest.id, tx);
    await this.checkNotHere(tx, whole.stay, ids);
    const now = this.clock.now();
    house.isFarBack('diedAt', died.diedAt, now);
    const facts = { id: randomUUID(), ...died, writtenAt: now, personId: who.id };
    const death = new Death(facts, whole.stay);
    await this.endings.letGoFor(tx, ids, { who, house });
    const { isHere } = whole.stay;
    const closure = isHere ? await this.endStay(tx, whole, died, who, house) : null;
    await tx.insert(Death, death);
    await this.standings.settle(tx, whole.guest.id, house);
    await this.drafts.discardBelow(tx, paths.stay(id));
    await this.ready.forget(tx, id);
    const bedId = whole.parts.at(-1)!.part.bedId;
    const bed = isHere && closure === null ? 'promised' : null;
    const details = { at: died.diedAt.toString(), closure, bed };
    await this.acts.record(tx, who, house, { kind: 'stay.died', stayId: id, bedId, details });
    return done;
  }

  /** Somebody who is in the house died there: it is written where it ends their stay, on whichever record that is (R46). */
  private async checkNotHere(tx: EntityManager, { id }: Stay, ids: readonly string[]): Promise<void> {
    const open = { guestId: In([...ids]), leftAt: IsNull(), undoneAt: IsNull(), id: Not(id) };
    if (await tx.existsBy(Stay, open))
      throw new Conflict('They are in the house now. Write it on the page of that stay: it ends there.');
  }

  /**
   * They have not died (R53): what it ended stands again, and the bed is in use again unless somebody opened it already.
   * Answers the line of history that said it, for its caller to mark.
   */
  async takeBack(tx: EntityManager, { id, stayId, guestId }: Death, house: House): Promise<Act> {
    const where = { stayId, kind: 'stay.died' as const, undoneByAct: IsNull() };
    const act = await tx.findOneOrFail(Act, { where, order: { number: 'DESC' } });
    await tx.update(Death, { id }, { undoneAt: this.clock.now() });
    await this.standings.settle(tx, guestId, house);
    const closures = await tx.findBy(Closure, { id: act.details.closure ?? '', ending: IsNull() });
    await this.closures.takeBack(
      tx,
      closures.map((closure) => closure.id),
      house,
    );
    return act;
  }

  /** The stay is over; answers what closes the bed, or null when it has to be somebody else's this very night. */
  private async endStay(
    tx: EntityManager,
    { stay, parts }: StayWhole,
    { diedAt, about }: Died,
    who: Actor,
    house: House,
  ): Promise<string | null> {
    const { part } = parts.at(-1)!;
    stay.leave(diedAt, house, 'diedAt');
    part.end('diedAt', diedAt, house);
    await this.stays.keep(tx, stay);
    const answers = { leftAt: diedAt, leftAbout: about, ending: DIED, destination: DIED, ...notAsked };
    await tx.insert(Departure, new Departure({ id: randomUUID(), stayId: stay.id, answers }));
    await this.parts.end(tx, part);
    await this.tasks.letGo(tx, stay.id);
    return this.closures.closeUnsaid(tx, part.bedId, who, house);
  }
}

const notAsked = {
  ownWords: null,
  inTouch: 'not-asked',
  keysBack: 'not-asked',
  thingsLeft: null,
  thingsUntil: null,
} as const;
