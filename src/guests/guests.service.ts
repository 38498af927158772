import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type EntityManager, IsNull } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import { Clock } from '../domain/clock.js';
import { foldName, Guest } from '../domain/guest.js';
import { Hold } from '../domain/hold.js';
import { firstKnown, type KnownGuest } from '../domain/known-guest.js';
import { Stay } from '../domain/stay.js';
import { NotHere } from '../web/refusals.js';
import { NameSearch } from './name-search.service.js';

/** The people who stay or stayed. */
@Injectable()
export class GuestsService {
  constructor(
    private readonly pages: PageReader,
    private readonly names: NameSearch,
    private readonly clock: Clock,
  ) {}

  /** Throws NotHere for an unknown id. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<Guest> {
    const guest = await reader.findOneBy(Guest, { id });
    if (!guest) throw new NotHere();
    return guest;
  }

  async add(tx: EntityManager, facts: { name: string | null; pronouns: string | null }): Promise<Guest> {
    const guest = new Guest({ id: randomUUID(), ...facts, addedAt: this.clock.now() });
    await tx.insert(Guest, guest);
    return guest;
  }

  /** Gives or corrects the name a guest goes by (R53). Throws ChangedMeanwhile when somebody else just did. */
  async rename(
    tx: EntityManager,
    guest: Pick<Guest, 'id' | 'version'>,
    to: { name: string | null; pronouns: string | null },
  ): Promise<void> {
    const foldedName = to.name === null ? null : foldName(to.name);
    await updateVersion(tx, Guest, guest, { ...to, foldedName });
  }

  /** The likeliest few who may be the one called `name`, each person once (R17); nobody who is in the house. */
  async likelySame(name: string): Promise<KnownGuest[]> {
    return firstKnown(await this.names.like(foldName(name)));
  }

  /** The ids of all records with a name like this, of guests who are here too (R53). */
  recordsLike(name: string): Promise<string[]> {
    return this.names.records(foldName(name));
  }

  /** A guest record made by an undone check-in and used nowhere else is forgotten (R24). */
  async forgetIfUnused(tx: EntityManager, id: string): Promise<void> {
    const isUsed =
      (await tx.existsBy(Stay, { guestId: id, undoneAt: IsNull() })) ||
      (await tx.existsBy(Hold, { guestId: id, ending: IsNull() }));
    if (isUsed) return;
    await tx.update(Guest, { id }, { name: null, foldedName: null, pronouns: null });
  }
}
