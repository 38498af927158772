import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { instantText } from '../database/columns.js';
import type { ActKind } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { checkApart, checkLink, type LinkSaid, takenApart } from '../domain/linked-guests.js';
import type { Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { StandingsService } from '../follow-ups/standings.service.js';
import { type GuestStay, GuestStays } from '../guests/guest-stays.service.js';
import { LinkedRecords, type Records } from '../guests/linked-records.service.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';

export interface Link extends LinkSaid {
  /** The other record. */
  other: string;
}

/** Links two records of one person, and takes them apart again; nothing is merged, so each keeps what it had (R46). */
@Injectable()
export class LinksService {
  constructor(
    private readonly records: LinkedRecords,
    private readonly stays: GuestStays,
    private readonly standings: StandingsService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws NotHere for a guest without a stay, a RuleViolation (422), StaysOverlap or another Conflict (409). The file itself
   * refuses what would have one person here twice (R7).
   */
  async link(tx: EntityManager, id: string, link: Link, who: Actor, house: House): Promise<Done> {
    checkLink(link, who.role);
    const [ours, theirs] = [await this.records.of(id, tx), await this.records.of(link.other, tx)];
    if (ours.ids.includes(link.other)) throw new Conflict('These two are linked already.');
    const [mine, others] = [await this.stays.of(ours.ids, tx), await this.stays.of(theirs.ids, tx)];
    if (mine.length === 0) throw new NotHere();
    if (others.length === 0) throw new RuleViolation('other', 'Choose a guest who stayed before');
    checkApart(mine, others);
    await this.keep(tx, [[...ours.ids, ...theirs.ids]], instantText.to(this.clock.now()), house);
    const { ground, reason } = link;
    const details = { guest: id, other: link.other, ground, ...was(ours, theirs) };
    return this.done(tx, 'guest.linked', [mine, others], details, { who, house, reason });
  }

  /** Takes this record out of what it is linked to. Throws a Conflict when it is linked to none. */
  async unlink(tx: EntityManager, id: string, who: Actor, house: House): Promise<Done> {
    const { ids, linkedAt } = await this.records.of(id, tx);
    if (ids.length < 2) throw new Conflict('This record is linked to no other.');
    const [rest, alone] = takenApart(ids, id);
    await this.keep(tx, [rest!, alone!], linkedAt!, house);
    const stays = [await this.stays.of(alone!, tx), await this.stays.of(rest!, tx)];
    const details = { guest: id, other: rest![0]!, all: ids.join(' '), linkedAt };
    return this.done(tx, 'guest.unlinked', stays, details, { who, house, reason: null });
  }

  /**
   * Makes each of these groups one person, linked to the first of it, and nobody else; what was agreed with them about being in
   * touch is worked out anew.
   */
  async keep(tx: EntityManager, groups: readonly string[][], linkedAt: string, house: House): Promise<void> {
    await tx.query('DELETE FROM linked_guests WHERE guest_id IN (SELECT value FROM json_each(?))', [
      JSON.stringify(groups.flat()),
    ]);
    for (const [mark, ...others] of groups) {
      for (const each of others) {
        const row = [each, mark, linkedAt];
        await tx.query('INSERT INTO linked_guests (guest_id, same_as, linked_at) VALUES (?, ?, ?)', row);
      }
    }
    for (const [mark] of groups) await this.standings.settle(tx, mark!, house);
  }

  /** A line in the history of the last stay of each; the first is the one that can be undone. */
  private async done(
    tx: EntityManager,
    kind: ActKind,
    [mine, others]: readonly GuestStay[][],
    details: Record<string, string | null>,
    { who, house, reason }: { who: Actor; house: House; reason: string | null },
  ): Promise<Done> {
    const line = { kind, details, reason };
    const stayId = mine![0]?.id ?? null;
    const undo = await this.acts.record(tx, who, house, { ...line, stayId, canBeUndone: true });
    await this.acts.record(tx, who, house, { ...line, stayId: others![0]?.id ?? null });
    return { address: paths.guest(details.guest!), subjectId: details.guest!, undo };
  }
}

/** What each side was before, for the way back. */
const was = (ours: Records, theirs: Records) => ({
  ours: ours.ids.join(' '),
  theirs: theirs.ids.join(' '),
  linkedAt: ours.linkedAt ?? theirs.linkedAt,
});
