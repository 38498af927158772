import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import { PageReader } from '../database/page-reader.js';
import { Act } from '../domain/act.js';
import { GuestName } from '../domain/guest-name.js';
import type { PaperKindCode } from '../domain/paper-sheet.js';

/** A line of a sheet as the page lists it. */
export interface ShownLine {
  kind: PaperKindCode;
  happenedAt: Temporal.Instant;
  writer: string;
  keyedBy: string;
  /** Null when nothing but a bed, or no bed at all, is meant. */
  guest: GuestName | null;
  bedName: string | null;
  /** Of a note. */
  text: string | null;
  isUndone: boolean;
  /** A leaving that was told with the arrival: the paper goes on after that one. */
  isAside: boolean;
  /** The act to undo; null when that is not possible any more. */
  undo: string | null;
}

interface Row {
  kind: PaperKindCode;
  happenedAt: string;
  writer: string | null;
  keyedBy: string;
  actId: string | null;
  stayId: string | null;
  guestName: string | null;
  bedName: string | null;
  text: string | null;
  undoneBy: string | null;
  isAside: number;
}

/** The lines of a sheet that are keyed in. */
@Injectable()
export class PaperLines {
  constructor(
    private readonly pages: PageReader,
    private readonly undos: UndoService,
  ) {}

  /** In the order in which they were keyed in. */
  async of(sheetId: string, now: Temporal.Instant): Promise<ShownLine[]> {
    const rows = await this.pages.rows<Row>(LINES, [sheetId]);
    const acts = await this.pages.manager.findBy(Act, { id: In(rows.flatMap(({ actId }) => actId ?? [])) });
    const open = await this.undos.stillOpen(acts, now);
    return rows.map((row) => ({
      kind: row.kind,
      happenedAt: Temporal.Instant.from(row.happenedAt),
      writer: row.writer ?? 'someone',
      keyedBy: row.keyedBy,
      guest: row.stayId === null ? null : new GuestName(row.guestName, row.bedName ?? 'the house'),
      bedName: row.bedName,
      text: row.text,
      isUndone: row.undoneBy !== null,
      isAside: row.isAside === 1,
      undo: row.actId !== null && open.has(row.actId) ? row.actId : null,
    }));
  }
}

const LINES = `SELECT line.kind, line.happened_at AS happenedAt, coalesce(hand.name, line.writer_name) AS writer,
    keyer.name AS keyedBy, line.act_id AS actId, act.stay_id AS stayId, guest.name AS guestName, bed.name AS bedName,
    note.text, act.undone_by_act AS undoneBy, act.details ->> 'arrival' IS NOT NULL AS isAside
  FROM paper_lines line JOIN people keyer ON keyer.id = line.keyed_by LEFT JOIN people hand ON hand.id = line.writer_id
    LEFT JOIN acts act ON act.id = line.act_id LEFT JOIN notes note ON note.id = line.note_id
    LEFT JOIN stays stay ON stay.id = act.stay_id LEFT JOIN guests guest ON guest.id = stay.guest_id
    LEFT JOIN beds bed ON bed.id = act.bed_id
  WHERE line.sheet_id = ? ORDER BY line.number`;
