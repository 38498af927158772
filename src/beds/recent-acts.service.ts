import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { UndoService } from '../acts/undo.service.js';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Act } from '../domain/act.js';
import { Guest } from '../domain/guest.js';
import { GuestName } from '../domain/guest-name.js';
import { Stay } from '../domain/stay.js';

/** Something done this shift that can still be undone, as the board lists it. */
export interface Recent {
  act: Act;
  bedName: string;
  /** Null when nothing but the bed is meant. */
  guest: GuestName | null;
  personName: string;
  canUndo: boolean;
}

const MOST = 5;

interface Raw {
  bed_name: string;
  person_name: string;
  guest_name: string | null;
}

/** What was done this shift, newest first: undo stands on the board, where the slip is noticed (R24). */
@Injectable()
export class RecentActs {
  constructor(
    private readonly pages: PageReader,
    private readonly undos: UndoService,
  ) {}

  async thisShift(now: Temporal.Instant): Promise<Recent[]> {
    const found = await this.undoable(now);
    const open = await this.undos.stillOpen(
      found.map(({ act }) => act),
      now,
    );
    return found.map((line) => ({ ...line, canUndo: open.has(line.act.id) }));
  }

  private async undoable(now: Temporal.Instant): Promise<Omit<Recent, 'canUndo'>[]> {
    const { entities, raw } = await this.pages.manager
      .createQueryBuilder(Act, 'act')
      .leftJoin(Stay, 'stay', 'stay.id = act.stayId')
      .leftJoin(Guest, 'guest', 'guest.id = stay.guestId')
      .innerJoin('beds', 'bed', 'bed.id = act.bed_id')
      .innerJoin('people', 'person', 'person.id = act.person_id')
      .leftJoin('holds', 'hold', `act.kind LIKE 'hold.%' AND hold.id = act.details ->> 'hold'`)
      .addSelect('coalesce(guest.name, hold.guest_name)', 'guest_name')
      .addSelect('bed.name', 'bed_name')
      .addSelect('person.name', 'person_name')
      .where('act.undo_until > :now AND act.undone_by_act IS NULL', { now: instantText.to(now) })
      .orderBy('act.number', 'DESC')
      .limit(MOST)
      .getRawAndEntities<Raw>();
    return entities.map((act, place) => {
      const { bed_name: bedName, person_name: personName, guest_name: name } = raw[place]!;
      const isMeant = act.stayId !== null || name !== null;
      return { act, guest: isMeant ? new GuestName(name, bedName) : null, bedName, personName };
    });
  }
}
