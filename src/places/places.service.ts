import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import type { House } from '../domain/house.js';
import { Place, type PlaceFacts } from '../domain/place.js';
import { NotHere } from '../web/refusals.js';

/** The house's directory of places in the community. */
@Injectable()
export class PlacesService {
  constructor(private readonly pages: PageReader) {}

  /** By name; those that are not used any more as well. */
  all(reader: EntityManager = this.pages.manager): Promise<Place[]> {
    return reader.find(Place, { order: { name: 'ASC', id: 'ASC' } });
  }

  /** Throws NotHere for an unknown id. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<Place> {
    const place = await reader.findOneBy(Place, { id });
    if (!place) throw new NotHere();
    return place;
  }

  /** Throws a RuleViolation as the place does. Answers its id. */
  async add(
    tx: EntityManager,
    facts: PlaceFacts,
    { lists }: House,
    today: Temporal.PlainDate,
  ): Promise<string> {
    const place = new Place({ ...facts, id: randomUUID() }, lists.of('place-kinds'), today);
    await tx.insert(Place, place);
    return place.id;
  }

  /** Throws a RuleViolation, or ChangedMeanwhile when `version` is not its version (R26). */
  async change(
    tx: EntityManager,
    id: string,
    { version, ...facts }: PlaceFacts & { version: number },
    { lists }: House,
    today: Temporal.PlainDate,
  ): Promise<void> {
    const place = await this.find(id, tx);
    place.change(facts, lists.of('place-kinds'), today);
    const { name, kind, phone, address, opens, note, retiredOn } = place;
    const changes = { name, kind, phone, address, opens, note, retiredOn };
    await updateVersion(tx, Place, { id, version }, changes);
  }
}
