import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import { AuditService } from '../audit/audit.service.js';
import { instantText } from '../database/columns.js';
import { Clock } from '../domain/clock.js';
import { CannotUndo } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { NotHere } from '../web/refusals.js';
import { WaitingImports } from './waiting-imports.service.js';

interface ImportedStay {
  stayId: string;
  bedId: string;
}

/** Takes an import back, whole (R24): its stays stand only in history, and their nights are free. */
@Injectable()
export class UndoImports {
  constructor(
    private readonly waiting: WaitingImports,
    private readonly acts: ActsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Answers how many stays went. Throws NotHere, CannotUndo once anything else was written on one of them or their guests. */
  async takeBack(tx: EntityManager, id: string, who: Actor, house: House): Promise<number> {
    const [found] = await tx.query<{ undoneAt: string | null }[]>(
      'SELECT undone_at AS undoneAt FROM imports WHERE id = ?',
      [id],
    );
    if (!found) throw new NotHere();
    if (found.undoneAt !== null) throw new CannotUndo('This was taken back already.');
    await checkUntouched(tx, id);
    const stays = await tx.query<ImportedStay[]>(STAYS, [id]);
    // What was left of it when it was broken off goes as well
    await this.waiting.throwAway(tx, id);
    await this.mark(tx, id);
    await this.acts.recordEach(tx, who, house, 'act.undone', stays);
    await tx.query(UNDONE, [id]);
    await this.audit.writeEach(
      tx,
      who.id,
      'imports.takeBack',
      stays.map(({ stayId }) => stayId),
    );
    return stays.length;
  }

  private async mark(tx: EntityManager, id: string): Promise<void> {
    const at = instantText.to(this.clock.now());
    for (const sql of MARKS) await tx.query(sql, [id, at]);
    await tx.query(GUESTS_FORGOTTEN, [id]);
    await tx.query(BEDS_AS_THEY_WERE, [id]);
    const minute = instantText.to(toMinute(this.clock.now()));
    await tx.query('UPDATE imported_stays SET undone_at = ?2 WHERE import_id = ?1', [id, minute]);
    await tx.query('UPDATE imports SET undone_at = ?2 WHERE id = ?1', [id, minute]);
  }
}

/** Throws CannotUndo when a stay has another line of history, or a guest is linked, or stayed again. */
async function checkUntouched(tx: EntityManager, id: string): Promise<void> {
  const [touched] = await tx.query<{ stays: number; guests: number }[]>(TOUCHED, [id]);
  if (touched!.stays > 0)
    throw new CannotUndo('Something else was written on one of these stays since then.');
  if (touched!.guests > 0) throw new CannotUndo('One of these guests was linked or stayed again since then.');
}

const MINE = 'SELECT stay_id FROM imported_stays WHERE import_id = ?1';
const GUESTS = `SELECT guest_id FROM stays WHERE id IN (${MINE})`;

const TOUCHED = `SELECT
  (SELECT count(*) FROM acts WHERE stay_id IN (${MINE}) AND kind <> 'stay.imported' AND undone_by_act IS NULL
    AND kind NOT IN ('act.undone', 'stay.seen')) AS stays,
  (SELECT count(*) FROM linked_guests WHERE guest_id IN (${GUESTS}) OR same_as IN (${GUESTS})) +
  (SELECT count(*) FROM stays WHERE guest_id IN (${GUESTS}) AND undone_at IS NULL AND id NOT IN (${MINE})
    AND id NOT IN (SELECT stay_id FROM imported_stays)) AS guests`;

const STAYS = `SELECT i.stay_id AS stayId, p.bed_id AS bedId
  FROM imported_stays i JOIN bed_segments p ON p.stay_id = i.stay_id WHERE i.import_id = ?1 ORDER BY i.row_number`;

/** Each line of history names the one it was undone by: the last of its stay. */
const UNDONE = `UPDATE acts AS mine SET undone_by_act = (SELECT later.id FROM acts later
    WHERE later.stay_id = mine.stay_id AND later.kind = 'act.undone' ORDER BY later.number DESC LIMIT 1)
  WHERE mine.kind = 'stay.imported' AND mine.stay_id IN (${MINE})`;

/** What was undone stays on file, marked, and its claims have no night any more. */
const MARKS = [
  `UPDATE departures SET undone_at = ?2 WHERE undone_at IS NULL AND stay_id IN (${MINE})`,
  `UPDATE stays SET undone_at = ?2, left_at = NULL, departure_day = NULL, version = version + 1 WHERE id IN (${MINE})`,
  `UPDATE bed_segments SET undone_at = ?2 WHERE undone_at IS NULL AND stay_id IN (${MINE})`,
];

/** A guest record made by it and used nowhere else is forgotten, as after an undone check-in. */
const GUESTS_FORGOTTEN = `UPDATE guests SET name = NULL, folded_name = NULL, pronouns = NULL, version = version + 1
  WHERE id IN (${GUESTS})
    AND NOT EXISTS (SELECT 1 FROM stays s WHERE s.guest_id = guests.id AND s.undone_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.guest_id = guests.id AND h.ending IS NULL)`;

/** A bed that was opened for it is in use from where it was again, or from its first night that is still claimed. */
const BEDS_AS_THEY_WERE = `UPDATE beds SET version = version + 1, first_night = (
    SELECT min(opened.value ->> 'was', ifnull((SELECT min(night) FROM bed_nights b WHERE b.bed_id = beds.id), '9999'))
    FROM imports i, json_each(i.opened_beds) opened WHERE i.id = ?1 AND opened.value ->> 'bed' = beds.id)
  WHERE id IN (SELECT opened.value ->> 'bed' FROM imports i, json_each(i.opened_beds) opened WHERE i.id = ?1)`;
