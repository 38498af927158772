import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { UndoService } from '../acts/undo.service.js';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Act, handedOver } from '../domain/act.js';
import { Guest } from '../domain/guest.js';
import { GuestName } from '../domain/guest-name.js';
import { mayDo } from '../domain/permissions.js';
import type { Role } from '../domain/person.js';
import { Stay } from '../domain/stay.js';

/** Something done this shift that can still be undone, as the board lists it. */
export interface Recent {
  act: Act;
  bedName: string;
  /** Null when nothing but the bed is meant. */
  guest: GuestName | null;
  personName: string;
  /** Who wrote it by hand, when it was keyed in from paper; null otherwise (R52). */
  paperWriter: string | null;
  canUndo: boolean;
}

/** The last things done, and how many before them the shift page still tells of. */
export interface Recents {
  lines: Recent[];
  more: number;
}

const MOST = 5;

interface Raw {
  bed_name: string;
  person_name: string;
  guest_name: string | null;
  paper_writer: string | null;
  is_planned: number | null;
}

type Found = Omit<Recent, 'canUndo'> & { isPlanned: boolean };

/** What was done this shift, newest first: undo stands on the board, where the slip is noticed (R24). */
@Injectable()
export class RecentActs {
  constructor(
    private readonly pages: PageReader,
    private readonly undos: UndoService,
  ) {}

  async thisShift(now: Temporal.Instant, role: Role): Promise<Recents> {
    const found = await this.undoable(now);
    const open = await this.undos.stillOpen(
      found.map(({ act }) => act),
      now,
    );
    return {
      lines: found.map(({ isPlanned, ...line }) => ({
        ...line,
        // A planned closure is a coordinator's to take back (R11)
        canUndo: open.has(line.act.id) && (!isPlanned || mayDo(role, 'beds.manage')),
      })),
      more: found.length < MOST ? 0 : await this.before(found.at(-1)!.act, now),
    };
  }

  private async before({ number }: Act, now: Temporal.Instant): Promise<number> {
    const [row] = await this.pages.rows<{ count: number }>(BEFORE, [instantText.to(now), number, KINDS]);
    return row!.count;
  }

  private async undoable(now: Temporal.Instant): Promise<Found[]> {
    const { entities, raw } = await this.pages.manager
      .createQueryBuilder(Act, 'act')
      .leftJoin(Stay, 'stay', 'stay.id = act.stayId')
      .leftJoin(Guest, 'guest', 'guest.id = stay.guestId')
      .innerJoin('beds', 'bed', 'bed.id = act.bed_id')
      .innerJoin('people', 'person', 'person.id = act.person_id')
      .leftJoin('holds', 'hold', `act.kind LIKE 'hold.%' AND hold.id = act.details ->> 'hold'`)
      .leftJoin('closures', 'closure', `act.kind = 'bed.closed' AND closure.id = act.details ->> 'closure'`)
      .addSelect('closure.is_planned', 'is_planned')
      .addSelect('coalesce(guest.name, hold.guest_name)', 'guest_name')
      .addSelect('bed.name', 'bed_name')
      .addSelect('person.name', 'person_name')
      .leftJoin('paper_lines', 'paper', 'paper.act_id = act.id')
      .leftJoin('people', 'hand', 'hand.id = paper.writer_id')
      .addSelect('coalesce(hand.name, paper.writer_name)', 'paper_writer')
      .where('act.undo_until > :now AND act.undone_by_act IS NULL', { now: instantText.to(now) })
      .orderBy('act.number', 'DESC')
      .limit(MOST)
      .getRawAndEntities<Raw>();
    return entities.map((act, place) => {
      const { bed_name: bedName, person_name: personName, guest_name: name } = raw[place]!;
      const isMeant = act.stayId !== null || name !== null;
      const guest = isMeant ? new GuestName(name, bedName) : null;
      const { paper_writer: paperWriter, is_planned: planned } = raw[place]!;
      return { act, guest, bedName, personName, paperWriter, isPlanned: planned === 1 };
    });
  }
}

const KINDS = JSON.stringify(handedOver);

const BEFORE = `SELECT count(*) AS count FROM acts WHERE undo_until > ? AND undone_by_act IS NULL AND number < ?
  AND bed_id IS NOT NULL AND kind IN (SELECT value FROM json_each(?))`;
