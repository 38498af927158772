import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { instantText } from '../database/columns.js';
import type { Act, ActKind } from '../domain/act.js';
import { CannotUndo } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { GuestStays } from '../guests/guest-stays.service.js';
import { LinkedRecords } from '../guests/linked-records.service.js';
import { paths } from '../web/paths.js';
import { LinksService } from './links.service.js';

/** A link that was a slip, or one that was ended by a slip (R24, R46). */
@Injectable()
export class UndoLinks {
  constructor(
    undo: UndoService,
    private readonly links: LinksService,
    private readonly records: LinkedRecords,
    private readonly stays: GuestStays,
    private readonly acts: ActsService,
  ) {
    undo.when('guest.linked', (tx, act, house, who) => this.apart(tx, act, house, who));
    undo.when('guest.unlinked', (tx, act, house, who) => this.together(tx, act, house, who));
  }

  private async apart(tx: EntityManager, { details, at }: Act, house: House, who: Actor): Promise<string> {
    const [ours, theirs] = [wordsOf(details.ours), wordsOf(details.theirs)];
    await this.checkStill(tx, [[...ours, ...theirs]]);
    await this.links.keep(tx, [ours, theirs], details.linkedAt ?? instantText.to(at), house);
    await this.tell(tx, 'guest.unlinked', details, who, house);
    return paths.guest(details.guest!);
  }

  private async together(tx: EntityManager, { details }: Act, house: House, who: Actor): Promise<string> {
    const all = wordsOf(details.all);
    await this.checkStill(tx, [all.filter((id) => id !== details.guest), [details.guest!]]);
    await this.links.keep(tx, [all], details.linkedAt!, house);
    await this.tell(tx, 'guest.linked', details, who, house);
    return paths.guest(details.guest!);
  }

  /** The other side hears of it too: its history has a line of the act as well. */
  private async tell(
    tx: EntityManager,
    kind: ActKind,
    { guest, other }: Act['details'],
    who: Actor,
    house: House,
  ): Promise<void> {
    const [last] = await this.stays.of([other!], tx);
    const details = { guest: guest!, other: other! };
    await this.acts.record(tx, who, house, { kind, stayId: last?.id ?? null, details });
  }

  /** Each of these groups is one person still, and all of that person. */
  private async checkStill(tx: EntityManager, groups: readonly string[][]): Promise<void> {
    for (const group of groups) {
      const { ids } = await this.records.of(group[0]!, tx);
      if ([...ids].sort().join() !== [...group].sort().join())
        throw new CannotUndo('These records were linked otherwise since then.');
    }
  }
}

const wordsOf = (ids: string | null | undefined): string[] => (ids ?? '').split(' ').filter(Boolean);
