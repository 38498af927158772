import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { updateVersion } from '../database/update-version.js';
import { PageReader } from '../database/page-reader.js';
import { House } from '../domain/house.js';

/** The one house of this file. */
@Injectable()
export class HouseService {
  constructor(private readonly pages: PageReader) {}

  /** Null until it is set up. */
  find(reader: EntityManager = this.pages.manager): Promise<House | null> {
    return reader.findOneBy(House, { id: 1 });
  }

  async open(tx: EntityManager, house: House): Promise<void> {
    await tx.insert(House, house);
  }

  /** Throws ChangedMeanwhile when somebody else changed the house since `version` was read. */
  async change(
    tx: EntityManager,
    version: number,
    to: Pick<
      House,
      'name' | 'onCallLine' | 'readyHours' | 'timeZone' | 'insteadOfABed' | 'tellsAvailability'
    >,
  ): Promise<void> {
    await updateVersion(tx, House, { id: 1, version }, to);
  }
}
