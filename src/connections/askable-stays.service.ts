import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { type AskFacts, whyNotAsk } from '../domain/connection.js';
import { Consent } from '../domain/consent.js';
import { Death } from '../domain/death.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { Stay } from '../domain/stay.js';
import { GuestStays } from '../guests/guest-stays.service.js';
import { GuestsService } from '../guests/guests.service.js';
import { LinkedRecords } from '../guests/linked-records.service.js';
import { NotHere } from '../web/refusals.js';

/** A stay with what decides whether its guest is asked how it was. */
export interface AskableStay extends Omit<AskFacts, 'today'> {
  stay: Stay;
}

/** Whose guest may be asked how it was, on all the records that are linked (R32, R46). */
@Injectable()
export class AskableStays {
  constructor(
    private readonly records: LinkedRecords,
    private readonly guests: GuestsService,
    private readonly stays: GuestStays,
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Throws NotHere for an unknown id. */
  async find(stayId: string, reader: EntityManager = this.pages.manager): Promise<AskableStay> {
    const stay = await reader.findOneBy(Stay, { id: stayId });
    if (!stay) throw new NotHere();
    const guestId = In((await this.records.of(stay.guestId, reader)).ids);
    const [consents, hasDied] = await Promise.all([
      reader.findBy(Consent, { guestId, undoneAt: IsNull() }),
      reader.existsBy(Death, { guestId, undoneAt: IsNull() }),
    ]);
    return { stay, consents, hasDied };
  }

  /** Why nothing is asked now, null when it may be. */
  whyNot(found: AskableStay, house: House): string | null {
    return whyNotAsk({ ...found, today: house.time.houseDay(this.clock.now()) });
  }

  /** Their name, on its way to a page. */
  async nameOf({ id, guestId }: Stay): Promise<GuestName> {
    const [guest, stays] = await Promise.all([this.guests.find(guestId), this.stays.of([guestId])]);
    return new GuestName(guest.name, stays.find((each) => each.id === id)?.bedName ?? 'the house');
  }

  /** The names nobody may read in words that go to the coordinators: theirs, and those of the guests who are here. */
  async names({ guestId }: Stay, reader: EntityManager): Promise<(string | null)[]> {
    const { ids } = await this.records.of(guestId, reader);
    const rows = await reader.query<{ name: string | null }[]>(NAMES, [JSON.stringify(ids)]);
    return rows.map(({ name }) => name);
  }
}

const NAMES = `SELECT name FROM guests WHERE id IN (SELECT value FROM json_each(?))
  UNION SELECT g.name FROM guests g JOIN stays s ON s.guest_id = g.id WHERE s.left_at IS NULL AND s.undone_at IS NULL`;
