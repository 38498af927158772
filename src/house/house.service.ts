import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { updateVersion } from '../database/update-version.js';
import { PageReader } from '../database/page-reader.js';
import { House } from '../domain/house.js';
import { ContactRulesService } from './contact-rules.service.js';
import { ListsService } from './lists.service.js';

/** The one house of this file. */
@Injectable()
export class HouseService {
  constructor(
    private readonly pages: PageReader,
    private readonly lists: ListsService,
    private readonly contact: ContactRulesService,
  ) {}

  /** With its lists and how it keeps in touch; null until it is set up. */
  async find(reader: EntityManager = this.pages.manager): Promise<House | null> {
    const [house, lists, { rules }] = await Promise.all([
      reader.findOneBy(House, { id: 1 }),
      this.lists.all(reader),
      this.contact.newest(reader),
    ]);
    return house && Object.assign(house, { lists, contact: rules });
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
      | 'name'
      | 'onCallLine'
      | 'readyHours'
      | 'shiftStarts'
      | 'timeZone'
      | 'insteadOfABed'
      | 'tellsAvailability'
      | 'hidesNotes'
      | 'logsTalks'
      | 'turnWipedAfter'
    >,
  ): Promise<void> {
    await updateVersion(tx, House, { id: 1, version }, to);
  }
}
