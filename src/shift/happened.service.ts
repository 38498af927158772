import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Act } from '../domain/act.js';
import type { Departure } from '../domain/departure.js';
import { Guest } from '../domain/guest.js';
import { GuestName } from '../domain/guest-name.js';
import { Stay } from '../domain/stay.js';

/** Something that was recorded in this shift and still stands. */
export interface Happened {
  act: Act;
  /** Null when nothing but the bed is meant. */
  stay: Stay | null;
  guest: GuestName;
  bedName: string;
  personName: string;
  /** How exactly it is known when the guest left; null for other acts. */
  leftAbout: Departure['leftAbout'] | null;
}

interface Raw {
  bed_name: string;
  person_name: string;
  left_about: Departure['leftAbout'] | null;
}

/** What was recorded since a shift began: arrivals, leavings and beds made ready, without what was undone (R30). */
@Injectable()
export class HappenedService {
  constructor(private readonly pages: PageReader) {}

  /** In the order in which it was recorded. */
  async since(start: Temporal.Instant): Promise<Happened[]> {
    const { entities, raw } = await this.acts(start);
    return (entities as (Act & { stay?: Stay; guest?: Guest })[]).map((act, place) => {
      const { bed_name: bedName, person_name: personName, left_about: leftAbout } = raw[place]!;
      const guest = new GuestName(act.guest?.name ?? null, bedName);
      return { act, stay: act.stay ?? null, guest, bedName, personName, leftAbout };
    });
  }

  private acts(start: Temporal.Instant) {
    return (
      this.pages.manager
        .createQueryBuilder(Act, 'act')
        .leftJoinAndMapOne('act.stay', Stay, 'stay', 'stay.id = act.stayId')
        .leftJoinAndMapOne('act.guest', Guest, 'guest', 'guest.id = stay.guestId')
        .leftJoin('departures', 'gone', 'gone.stay_id = act.stay_id AND gone.undone_at IS NULL')
        .innerJoin('beds', 'bed', 'bed.id = act.bed_id')
        .innerJoin('people', 'person', 'person.id = act.person_id')
        .addSelect('bed.name', 'bed_name')
        .addSelect('person.name', 'person_name')
        .addSelect('gone.left_about', 'left_about')
        .where(
          `act.kind IN ('stay.arrived', 'stay.left', 'bed.ready', 'bed.closed') AND act.undone_by_act IS NULL`,
        )
        // Undo lasts to the end of the shift: the acts of this one are found by the index of what can be undone
        .andWhere('act.at >= :start AND act.undo_until > :start', { start: instantText.to(start) })
        .orderBy('act.number')
        .getRawAndEntities<Raw>()
    );
  }
}
