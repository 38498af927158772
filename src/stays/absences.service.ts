import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { PageReader } from '../database/page-reader.js';
import { Absence, checkBackBy, lastSeen, latestAbsence, notSeenSince } from '../domain/absence.js';
import { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { whyNotBack, whyNotMissed } from '../domain/stay-acts.js';
import { paths } from '../web/paths.js';
import { type AgreedException, ExceptionsService } from './exceptions.service.js';
import { type StayHere, StaysService } from './stays.service.js';

/** What all three have in common. */
interface Told {
  exception: AgreedException | null;
  /** Of the stay the page was drawn from; null when the sender saw none. */
  version: number | null;
  /** When it was said, where that is not now: on paper, as it happened (R52). */
  saidAt?: Temporal.Instant;
}

export interface Away extends Told {
  awayAt: Temporal.Instant;
  backBy: Temporal.Instant;
  wish: string | null;
}

export interface NotSeen extends Told {
  /** Null: as long as this shift knows of nothing else. */
  since: Temporal.Instant | null;
}

export interface Back extends Told {
  at: Temporal.Instant;
}

/** Which history line it is, and the form field that says when. */
const kinds = {
  awayAt: 'stay.away',
  since: 'stay.notSeen',
  at: 'stay.back',
} as const;

/** Guests who are out of the house while their bed is kept (R21). */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly pages: PageReader,
    private readonly stays: StaysService,
    private readonly exceptions: ExceptionsService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /** Those of a stay, without what was undone. */
  of(stayId: string, reader: EntityManager = this.pages.manager): Promise<Absence[]> {
    return reader.find(Absence, { where: { stayId, undoneAt: IsNull() }, order: { sinceAt: 'ASC' } });
  }

  /**
   * The guest says that they are away, or away for longer. The same said twice is one absence. Throws NeedsException,
   * ChangedMeanwhile (409), a RuleViolation (422), a Conflict when the guest has left.
   */
  async away(tx: EntityManager, id: string, told: Away, who: Actor, house: House): Promise<Done> {
    const { awayAt, backBy, wish } = told;
    checkBackBy(backBy, told.saidAt ?? this.clock.now());
    const { open, seenAt } = await this.now(tx, id);
    if (open?.saysTheSame(backBy, wish)) return this.nothingNew(id);
    const here = await this.stays.findHere(id, tx, told.version);
    open?.end('awayAt', awayAt, 'told-anew', house);
    const facts = { kind: 'away' as const, sinceAt: awayAt, seenAt, backBy, wish };
    const absence = new Absence({ id: randomUUID(), stay: here.stay, ...facts }, 'awayAt', house);
    if (open) await this.writeEnd(tx, open);
    await tx.insert(Absence, absence);
    const details = { absence: absence.id, ended: open?.id ?? null, backBy: backBy.toString() };
    return this.record(tx, here, { field: 'awayAt', at: awayAt, details, told }, who, house);
  }

  /** Nobody has seen them. Throws as `away` does, and a Conflict for a guest who is away by their own word. */
  async notSeen(tx: EntityManager, id: string, told: NotSeen, who: Actor, house: House): Promise<Done> {
    const { open, seenAt } = await this.now(tx, id);
    const isKnown = open?.kind === 'not-seen' && (told.since === null || open.sinceAt.equals(told.since));
    if (isKnown) return this.nothingNew(id);
    const here = await this.stays.findHere(id, tx, told.version);
    refuse(whyNotMissed(open?.kind ?? null));
    const sinceAt = told.since ?? notSeenSince(house, this.clock.now(), [here.stay.arrivedAt, seenAt]);
    const facts = { kind: 'not-seen' as const, sinceAt, seenAt };
    const absence = new Absence({ id: randomUUID(), stay: here.stay, ...facts }, 'since', house);
    await tx.insert(Absence, absence);
    const details = { absence: absence.id };
    return this.record(tx, here, { field: 'since', at: sinceAt, details, told }, who, house);
  }

  /**
   * They are back, or were seen. Two desks that say so make one line: the first time counts. Throws as `away` does, and a
   * Conflict for a guest of whom nobody wrote that they were out.
   */
  async back(tx: EntityManager, id: string, told: Back, who: Actor, house: House): Promise<Done> {
    const { last, open } = await this.now(tx, id);
    // In one click nobody says when
    const isWhenSaid = told.version !== null || told.saidAt !== undefined;
    if (last?.isBackSince(isWhenSaid ? told.at : null)) return this.nothingNew(id);
    const here = await this.stays.findHere(id, tx, told.version);
    refuse(whyNotBack(open?.kind ?? null));
    open!.end('at', told.at, 'back', house);
    await this.writeEnd(tx, open!);
    const details = { absence: open!.id, kind: open!.kind };
    return this.record(tx, here, { field: 'at', at: told.at, details, told }, who, house);
  }

  /** Writes what ended an absence, or that nothing did. */
  async writeEnd(tx: EntityManager, { id, backAt, backDay, ending }: Absence): Promise<void> {
    await tx.update(Absence, { id }, { backAt, backDay, ending });
  }

  /** When somebody last looked and saw them, or null. */
  private async lookedAt(tx: EntityManager, stayId: string): Promise<Temporal.Instant | null> {
    const where = { stayId, kind: 'stay.seen' as const, undoneByAct: IsNull() };
    return (await tx.findOne(Act, { where, order: { number: 'DESC' } }))?.at ?? null;
  }

  /** Throws a Conflict when the guest has left. */
  private async now(tx: EntityManager, id: string) {
    await this.stays.findHere(id, tx, null);
    const last = latestAbsence(await this.of(id, tx));
    const seenAt = lastSeen(last, await this.lookedAt(tx, id));
    return { last, open: last?.isOpen ? last : null, seenAt };
  }

  private nothingNew(id: string): Done {
    return { address: paths.stay(id), subjectId: id, undo: null };
  }

  /** The line of history; the stay counts as changed, so that another desk sees it before it writes (R26). */
  private async record(
    tx: EntityManager,
    { stay, bed }: StayHere,
    said: {
      field: keyof typeof kinds;
      at: Temporal.Instant;
      details: Record<string, string | null>;
      told: Told;
    },
    who: Actor,
    house: House,
  ): Promise<Done> {
    const { field, at, details, told } = said;
    const isFarBack = house.isFarBack(field, at, this.clock.now());
    const agreed = isFarBack ? await this.exceptions.agreed(tx, told.exception) : null;
    await this.stays.keep(tx, stay);
    const undo = await this.acts.record(tx, who, house, {
      kind: kinds[field],
      stayId: stay.id,
      bedId: bed.id,
      details: { ...details, at: at.toString(), agreedBy: agreed?.agreedBy ?? null },
      reason: agreed?.reason ?? null,
      canBeUndone: true,
    });
    return { address: paths.stay(stay.id), subjectId: stay.id, undo };
  }
}

function refuse(why: string | null): void {
  if (why !== null) throw new Conflict(why);
}
