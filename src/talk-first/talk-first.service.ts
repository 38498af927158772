import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, In, IsNull } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import type { Act, ActKind } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { CannotUndo, Conflict, TalkFirstOver } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { TalkFirst } from '../domain/talk-first.js';
import { GuestsService } from '../guests/guests.service.js';
import { LinkedRecords } from '../guests/linked-records.service.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import type { NewLine } from './talk-first.forms.js';

/** Guests with whom a coordinator would like to talk before a bed is offered. No record bars anyone (R16). */
@Injectable()
export class TalkFirstService {
  constructor(
    private readonly guests: GuestsService,
    private readonly records: LinkedRecords,
    private readonly pages: PageReader,
    private readonly acts: ActsService,
    private readonly clock: Clock,
    undo: UndoService,
  ) {
    undo.when('guest.talkFirst', (tx, act, _house, who) => this.takeBack(tx, act, who), 'guests.talkFirst');
    undo.when('guest.talkEnded', (tx, act, house) => this.goOn(tx, act, house), 'guests.talkFirst');
  }

  /** The line that holds for this guest on this house day, on whichever linked record it stands; null when none does. */
  async inForce(
    guestId: string,
    today: Temporal.PlainDate,
    reader: EntityManager = this.pages.manager,
  ): Promise<TalkFirst | null> {
    const { ids } = await this.records.of(guestId, reader);
    const lines = await reader.findBy(TalkFirst, { guestId: In(ids), endedAt: IsNull() });
    return lines.find((line) => line.isInForce(today)) ?? null;
  }

  /** Throws NotHere for an unknown guest, a Conflict when one holds already, a RuleViolation for a day that cannot be. */
  async write(tx: EntityManager, guestId: string, said: NewLine, who: Actor, house: House): Promise<Done> {
    await this.guests.find(guestId, tx);
    const madeAt = this.clock.now();
    if (await this.inForce(guestId, house.time.houseDay(madeAt), tx))
      throw new Conflict('One holds already. End it before you write another.');
    const facts = { ...said, id: randomUUID(), guestId, madeAt, personId: who.id };
    const line = new TalkFirst(facts, house);
    await tx.insert(TalkFirst, line);
    return this.done(tx, 'guest.talkFirst', line, who, house);
  }

  /** Throws NotHere, TalkFirstOver when it ended, or ChangedMeanwhile when somebody else wrote there since (R26). */
  async tell(
    tx: EntityManager,
    id: string,
    { answer, version }: { answer: string | null; version: number },
    who: Actor,
  ): Promise<Done> {
    const line = await tx.findOneBy(TalkFirst, { id });
    if (!line) throw new NotHere();
    if (line.endedAt) throw new TalkFirstOver(line.guestId);
    line.tell(answer, { personId: who.id, at: this.clock.now() });
    const { toldAt, toldBy } = line;
    await updateVersion(tx, TalkFirst, { id, version }, { toldAt, toldBy, answer: line.answer });
    return { address: paths.talkFirst(line.guestId), subjectId: line.guestId, undo: null };
  }

  /** Ends it before its day. Throws NotHere for one that ended already. */
  async end(tx: EntityManager, id: string, who: Actor, house: House): Promise<Done> {
    const line = await this.find(id, tx);
    line.end({ personId: who.id, at: this.clock.now() });
    await this.keepEnd(tx, line);
    return this.done(tx, 'guest.talkEnded', line, who, house);
  }

  /** Throws NotHere for an unknown line, and for one that ended. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<TalkFirst> {
    const line = await reader.findOneBy(TalkFirst, { id, endedAt: IsNull() });
    if (!line) throw new NotHere();
    return line;
  }

  private async takeBack(tx: EntityManager, { details }: Act, who: Actor): Promise<string> {
    const line = await this.find(details.line!, tx);
    if (line.version > 1) throw new CannotUndo('They were told since then. End it instead.');
    line.end({ personId: who.id, at: this.clock.now() });
    await this.keepEnd(tx, line);
    return paths.talkFirst(line.guestId);
  }

  private async goOn(tx: EntityManager, { details }: Act, house: House): Promise<string> {
    const line = await tx.findOneByOrFail(TalkFirst, { id: details.line! });
    if (await this.inForce(line.guestId, house.time.houseDay(this.clock.now()), tx))
      throw new CannotUndo('Another one was written since then.');
    line.goOn();
    await this.keepEnd(tx, line);
    return paths.talkFirst(line.guestId);
  }

  private async keepEnd(tx: EntityManager, { id, version, endedAt, endedBy }: TalkFirst): Promise<void> {
    await updateVersion(tx, TalkFirst, { id, version }, { endedAt, endedBy });
  }

  private async done(
    tx: EntityManager,
    kind: ActKind,
    { id, guestId }: TalkFirst,
    who: Actor,
    house: House,
  ): Promise<Done> {
    const details = { line: id, guest: guestId };
    const undo = await this.acts.record(tx, who, house, { kind, details, canBeUndone: true });
    return { address: paths.talkFirst(guestId), subjectId: guestId, undo };
  }
}
