import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { Act, type ActKind } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { CannotUndo } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { mayDo, type Permission } from '../domain/permissions.js';
import type { Actor } from '../domain/person.js';
import { NotHere } from '../web/refusals.js';
import { ActsService, type Done } from './acts.service.js';

/** Takes one kind of act back inside the open unit of work and answers the address to look at. Throws CannotUndo. */
export type TakeBack = (tx: EntityManager, act: Act, house: House, who: Actor) => Promise<string>;

/** Takes an act back until the shift in which it was done ends (R24). It deletes nothing: the undone stays in history. */
@Injectable()
export class UndoService {
  private readonly ways = new Map<ActKind, { takeBack: TakeBack; act: Permission }>();

  constructor(
    private readonly acts: ActsService,
    private readonly clock: Clock,
    private readonly pages: PageReader,
  ) {}

  /**
   * How acts of this kind are taken back, and which act a person needs for it: each part of the house says it of its own, at
   * start.
   */
  when(kind: ActKind, takeBack: TakeBack, act: Permission = 'acts.undo'): void {
    this.ways.set(kind, { takeBack, act });
  }

  /** Throws CannotUndo with the reason: too late, something was done since, somebody else is in the bed. */
  async undo(tx: EntityManager, actId: string, who: Actor, house: House): Promise<Done> {
    const act = await tx.findOneBy(Act, { id: actId });
    if (!act) throw new NotHere();
    const reason = act.whyNotUndo(this.clock.now(), await this.later(tx, act));
    if (reason) throw new CannotUndo(reason);
    const way = this.ways.get(act.kind)!;
    if (!mayDo(who.role, way.act)) throw new CannotUndo('A coordinator can take this back.');
    const address = await way.takeBack(tx, act, house, who);
    const { stayId, bedId } = act;
    const id = await this.acts.record(tx, who, house, { kind: 'act.undone', stayId, bedId });
    await tx.update(Act, { number: act.number }, { undoneByAct: id });
    return { address, subjectId: stayId, undo: null };
  }

  /** The stay or bed an act was about; neither for some. Throws NotHere for an unknown id. */
  async about(actId: string): Promise<Pick<Act, 'stayId' | 'bedId'>> {
    const act = await this.pages.manager.findOneBy(Act, { id: actId });
    if (!act) throw new NotHere();
    return act;
  }

  /** The ids of those of these acts that can be undone at `now`: undo stands where the slip is noticed. */
  async stillOpen(acts: readonly Act[], now: Temporal.Instant): Promise<Set<string>> {
    const all = await this.sinceAny(acts);
    const laterThan = (act: Act) =>
      all.filter((each) => each.number > act.number && act.isAboutTheSame(each));
    const open = acts.filter((act) => act.whyNotUndo(now, laterThan(act)) === null);
    return new Set(open.map(({ id }) => id));
  }

  /** Everything done since the first of these, with their stays and beds: what may stand in the way of undoing one. */
  private async sinceAny(acts: readonly Act[]): Promise<Act[]> {
    if (acts.length === 0) return [];
    const number = MoreThan(Math.min(...acts.map((act) => act.number)));
    const stayIds = acts.flatMap(({ stayId }) => stayId ?? []);
    const bedIds = acts.flatMap(({ bedId }) => bedId ?? []);
    return this.pages.manager.findBy(Act, [
      { stayId: In(stayIds), number },
      { bedId: In(bedIds), number },
    ]);
  }

  /** What was done since with the same stay or hold, or with the same bed; with none of them, nothing can be. */
  private async later(tx: EntityManager, act: Act): Promise<Act[]> {
    const { stayId, bedId } = act;
    if (!stayId && !bedId) return [];
    const number = MoreThan(act.number);
    const later = await tx.findBy(Act, stayId ? { stayId, number } : { bedId: bedId!, number });
    return later.filter((each) => act.isAboutTheSame(each));
  }
}
