import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import type { ActKind } from '../domain/act.js';
import { GuestName } from '../domain/guest-name.js';
import { toMinute } from '../domain/house-time.js';
import { NotHere } from '../web/refusals.js';

/** An exception as its coordinator finds it: recorded by somebody else, with the coordinator's yes (R22). */
export interface AgreedTo {
  actId: string;
  stayId: string;
  kind: ActKind;
  at: Temporal.Instant;
  reason: string;
  recordedBy: string;
  agreedBy: string;
  guest: GuestName;
  bedName: string;
  /** As their stay is planned now. */
  arrivalDay: Temporal.PlainDate;
  plannedDay: Temporal.PlainDate;
  /** Null while it waits for a look. */
  look: { by: string; at: Temporal.Instant; remark: string | null } | null;
}

interface Row {
  actId: string;
  stayId: string;
  kind: ActKind;
  at: string;
  reason: string | null;
  recordedBy: string;
  agreedBy: string;
  guestName: string | null;
  bedName: string;
  arrivalDay: string;
  plannedDay: string;
  lookedBy: string | null;
  lookedAt: string | null;
  remark: string | null;
}

/** What was agreed to on the phone is found by the coordinator it is said of, at the next sign-in (R22). */
@Injectable()
export class ExceptionLooks {
  constructor(private readonly pages: PageReader) {}

  /** How many wait for this person's look. */
  async countFor(personId: string): Promise<number> {
    const [row] = await this.pages.rows<{ count: number }>(`SELECT count(*) AS count ${WAITING}`, [personId]);
    return row!.count;
  }

  /** Those that wait for this person, oldest first. */
  waitingFor(personId: string): Promise<AgreedTo[]> {
    return this.found(`${EACH} ${WAITING} ORDER BY act.number`, [personId]);
  }

  /** Those that were looked at on this house day or in the two weeks before, by anyone, newest first. */
  lookedAtUpTo(today: Temporal.PlainDate): Promise<AgreedTo[]> {
    const since = dayText.to(today.subtract({ days: 14 }));
    return this.found(
      `${EACH} ${FROM} WHERE act.house_day >= ? AND look.at IS NOT NULL ORDER BY look.at DESC`,
      [since],
    );
  }

  /** Writes down that they looked; once is enough. Throws NotHere when it was not agreed in their name. */
  async look(
    tx: EntityManager,
    actId: string,
    remark: string | null,
    who: { id: string; now: Temporal.Instant },
  ): Promise<void> {
    const [act] = await tx.query<{ lookedAt: string | null }[]>(
      `SELECT look.at AS lookedAt ${FROM} WHERE act.id = ? AND act.details ->> 'agreedBy' = ? AND act.person_id <> ?`,
      [actId, who.id, who.id],
    );
    if (!act) throw new NotHere();
    if (act.lookedAt !== null) return;
    const at = instantText.to(toMinute(who.now));
    await tx.query('INSERT INTO exception_looks VALUES (?, ?, ?, ?)', [actId, who.id, at, remark]);
  }

  private async found(sql: string, values: unknown[]): Promise<AgreedTo[]> {
    const rows = await this.pages.rows<Row>(sql, values);
    return rows.map(({ guestName, lookedBy, lookedAt, remark, ...row }) => ({
      ...row,
      reason: row.reason ?? '',
      at: Temporal.Instant.from(row.at),
      arrivalDay: Temporal.PlainDate.from(row.arrivalDay),
      plannedDay: Temporal.PlainDate.from(row.plannedDay),
      guest: new GuestName(guestName, row.bedName),
      look: lookedAt === null ? null : { by: lookedBy!, at: Temporal.Instant.from(lookedAt), remark },
    }));
  }
}

const EACH = `SELECT act.id AS actId, act.stay_id AS stayId, act.kind, act.at, act.reason, recorder.name AS recordedBy,
    agreed.name AS agreedBy, guest.name AS guestName, bed.name AS bedName,
    stay.arrival_day AS arrivalDay, stay.planned_day AS plannedDay, looker.name AS lookedBy, look.at AS lookedAt,
    look.remark`;

const FROM = `FROM acts act JOIN people recorder ON recorder.id = act.person_id
    JOIN people agreed ON agreed.id = act.details ->> 'agreedBy'
    JOIN stays stay ON stay.id = act.stay_id JOIN guests guest ON guest.id = stay.guest_id
    JOIN beds bed ON bed.id = act.bed_id
    LEFT JOIN exception_looks look ON look.act_id = act.id LEFT JOIN people looker ON looker.id = look.person_id`;

const WAITING = `${FROM} WHERE act.details ->> 'agreedBy' = ?1 AND act.person_id <> ?1 AND act.undone_by_act IS NULL
    AND look.at IS NULL`;
