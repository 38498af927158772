import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull, LessThan } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import { Clock } from '../domain/clock.js';
import { ChangedMeanwhile } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { WaitlistEntry } from '../domain/waitlist-entry.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';

export interface NewEntry {
  name: string;
  need: string | null;
  /** The next day when nobody said one. */
  askAgainOn: Temporal.PlainDate | null;
}

/** What the board says of it: who waits, and how many are to be asked again (R16). */
export interface WaitlistCount {
  waiting: number;
  due: number;
}

/** Who waits for a bed. Nobody falls off unseen: only a person ends the waiting (R16). */
@Injectable()
export class WaitlistService {
  constructor(
    private readonly pages: PageReader,
    private readonly acts: ActsService,
    private readonly clock: Clock,
    undo: UndoService,
  ) {
    undo.when('waitlist.closed', (tx, { details }) => this.reopen(tx, details.entry!));
  }

  /** Everyone who waits, in the order they asked. */
  waiting(reader: EntityManager = this.pages.manager): Promise<WaitlistEntry[]> {
    return reader.find(WaitlistEntry, { where: { outcome: IsNull() }, order: { number: 'ASC' } });
  }

  async count(today: Temporal.PlainDate): Promise<WaitlistCount> {
    const entries = await this.waiting();
    return { waiting: entries.length, due: entries.filter((entry) => entry.isDue(today)).length };
  }

  /** Throws NotHere for an unknown id. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<WaitlistEntry> {
    const entry = await reader.findOneBy(WaitlistEntry, { id });
    if (!entry) throw new NotHere();
    return entry;
  }

  /** Throws a RuleViolation for a day that does not fit. */
  async add(tx: EntityManager, entry: NewEntry, who: Actor, house: House): Promise<Done> {
    const facts = { ...entry, id: randomUUID(), askedAt: this.clock.now(), personId: who.id };
    await tx.insert(WaitlistEntry, new WaitlistEntry(facts, house));
    return { address: paths.waitlist(), subjectId: facts.id, undo: null };
  }

  /** Somebody rang and they still want to come. Throws ChangedMeanwhile when somebody else was quicker (R26). */
  async askAgain(
    tx: EntityManager,
    { id, version }: { id: string; version: number },
    day: Temporal.PlainDate,
    house: House,
  ): Promise<Done> {
    const entry = await this.open(tx, id);
    entry.askAgain(day, house.time.houseDay(this.clock.now()));
    await updateVersion(tx, WaitlistEntry, { id, version }, { askAgainOn: entry.askAgainOn });
    return { address: paths.waitlist(), subjectId: id, undo: null };
  }

  /** Ends the waiting; it can be undone until the shift ends. Throws ChangedMeanwhile, or a RuleViolation without a reason. */
  async close(
    tx: EntityManager,
    { id, version }: { id: string; version: number },
    to: { outcome: string; reason: string | null },
    who: Actor,
    house: House,
  ): Promise<Done> {
    const entry = await this.open(tx, id);
    const earlier = await tx.findBy(WaitlistEntry, { number: LessThan(entry.number), outcome: IsNull() });
    entry.close(to, earlier, { personId: who.id, at: this.clock.now(), house });
    const { outcome, reason, closedAt, closedBy } = entry;
    await updateVersion(tx, WaitlistEntry, { id, version }, { outcome, reason, closedAt, closedBy });
    const undo = await this.acts.record(tx, who, house, {
      kind: 'waitlist.closed',
      details: { entry: id },
      canBeUndone: true,
    });
    return { address: paths.waitlist(), subjectId: id, undo };
  }

  /** The call it came of is undone (R24). Throws CannotUndo once somebody did something with it. */
  async takeBack(tx: EntityManager, id: string, who: Actor): Promise<void> {
    const entry = await this.find(id, tx);
    entry.takeBack({ personId: who.id, at: this.clock.now() });
    const { version, outcome, closedAt, closedBy } = entry;
    await updateVersion(tx, WaitlistEntry, { id, version }, { outcome, closedAt, closedBy });
  }

  /** Their waiting goes on where it was (R24); answers their page. */
  async reopen(tx: EntityManager, id: string): Promise<string> {
    const entry = await this.find(id, tx);
    entry.reopen();
    const { outcome, reason, closedAt, closedBy } = entry;
    await updateVersion(tx, WaitlistEntry, entry, { outcome, reason, closedAt, closedBy });
    return paths.waitlistEntry(entry.id);
  }

  private async open(tx: EntityManager, id: string): Promise<WaitlistEntry> {
    const entry = await this.find(id, tx);
    if (!entry.isWaiting) throw new ChangedMeanwhile('Their waiting has ended already.');
    return entry;
  }
}
