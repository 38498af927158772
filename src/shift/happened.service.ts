import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Act, handedOver } from '../domain/act.js';
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
  /** Who wrote it by hand, when it was keyed in from paper; null otherwise (R52). */
  paperWriter: string | null;
  /** The name a bed is kept under; null when nobody said one, and for other acts. */
  heldName: string | null;
}

/** From a moment up to, but not at, another. */
interface Stretch {
  start: Temporal.Instant;
  end: Temporal.Instant;
}

interface Raw {
  bed_name: string;
  person_name: string;
  left_about: Departure['leftAbout'] | null;
  held_name: string | null;
  paper_writer: string | null;
}

const KINDS = handedOver.map((kind) => `'${kind}'`).join(', ');

/**
 * Undo lasts to the end of the shift: the acts of one are found by the index of what can be undone, also where shifts had
 * other hours then. A death, which nobody undoes here, has an index of its own.
 */
const OF_THIS_SHIFT = `(act.kind IN (${KINDS}) AND act.undo_until > :start AND act.undo_until <= :longest)
  OR (act.kind = 'stay.died' AND act.at >= :start AND act.at < :end)`;

/** No shift is longer, change nights and all. */
const LONGEST_SHIFT = { hours: 26 };

/** What was recorded in a shift: arrivals, moves, leavings, deaths, beds made ready, kept and let go, without what was undone (R30). */
@Injectable()
export class HappenedService {
  constructor(private readonly pages: PageReader) {}

  /** In the order in which it was recorded. */
  async within(shift: Stretch): Promise<Happened[]> {
    const { entities, raw } = await this.acts(shift);
    const happened = (entities as (Act & { stay?: Stay; guest?: Guest })[]).map((act, place) => {
      const {
        bed_name: bedName,
        person_name: personName,
        left_about: leftAbout,
        held_name: heldName,
        paper_writer: paperWriter,
      } = raw[place]!;
      const guest = new GuestName(act.guest?.name ?? null, bedName);
      return { act, stay: act.stay ?? null, guest, bedName, personName, paperWriter, leftAbout, heldName };
    });
    return happened.sort((one, other) => one.act.number - other.act.number);
  }

  private acts({ start, end }: Stretch) {
    return (
      this.pages.manager
        .createQueryBuilder(Act, 'act')
        .leftJoinAndMapOne('act.stay', Stay, 'stay', 'stay.id = act.stayId')
        .leftJoinAndMapOne('act.guest', Guest, 'guest', 'guest.id = stay.guestId')
        .leftJoin('departures', 'gone', 'gone.stay_id = act.stay_id AND gone.undone_at IS NULL')
        .leftJoin('holds', 'hold', `act.kind LIKE 'hold.%' AND hold.id = act.details ->> 'hold'`)
        .leftJoin(Guest, 'known', 'known.id = hold.guest_id')
        .innerJoin('beds', 'bed', 'bed.id = act.bed_id')
        .innerJoin('people', 'person', 'person.id = act.person_id')
        .leftJoin('paper_lines', 'paper', 'paper.act_id = act.id')
        .leftJoin('people', 'hand', 'hand.id = paper.writer_id')
        .addSelect('bed.name', 'bed_name')
        .addSelect('coalesce(hand.name, paper.writer_name)', 'paper_writer')
        .addSelect('person.name', 'person_name')
        .addSelect('gone.left_about', 'left_about')
        .addSelect('coalesce(known.name, hold.guest_name)', 'held_name')
        .where(`act.undone_by_act IS NULL AND act.at >= :start AND act.at < :end AND (${OF_THIS_SHIFT})`, {
          start: instantText.to(start),
          end: instantText.to(end),
          longest: instantText.to(end.add(LONGEST_SHIFT)),
        })
        // Sorted by SQLite it would read every act there ever was, because that saves it the sorting
        .getRawAndEntities<Raw>()
    );
  }
}
