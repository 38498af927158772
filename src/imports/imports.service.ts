import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import { AuditService } from '../audit/audit.service.js';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import { Departure } from '../domain/departure.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { EarlierStay } from '../domain/import-row.js';
import type { Actor } from '../domain/person.js';
import { Stay } from '../domain/stay.js';
import { GuestsService } from '../guests/guests.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { StaysService } from '../stays/stays.service.js';
import { hashOf, type Trial, TrialService } from './trial.service.js';
import { WaitingImports } from './waiting-imports.service.js';

/** All rows or none, or those without a problem. */
export const importWays = ['all', 'good'] as const;
export type ImportWay = (typeof importWays)[number];

/** An import as the list tells of it. */
export interface PastImport {
  id: string;
  at: Temporal.Instant;
  personName: string;
  stays: number;
  leftOut: number;
  isUndone: boolean;
}

/** SQL, 1 for a stay that came from a spreadsheet and 0 for any other; `stay` is the column of its id. For reports. */
export const importedOf = (stay: string): string =>
  `EXISTS (SELECT 1 FROM imported_stays imported WHERE imported.stay_id = ${stay})`;

/** Something stands in the way of bringing all rows in; nothing was written. */
export class NotAllFit extends Conflict {}

/** Brings earlier stays in: guest, stay, bed, nights, leaving and history of each row in one unit of work. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly waiting: WaitingImports,
    private readonly trial: TrialService,
    private readonly guests: GuestsService,
    private readonly stays: StaysService,
    private readonly ledger: LedgerService,
    private readonly acts: ActsService,
    private readonly audit: AuditService,
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings in what fits just now and throws the waiting rows away; answers how many came in. Throws NotHere, NotAllFit when
   * all were wanted and some have a problem, BedTaken or GuestAlreadyHere when the file itself refuses (R5, R7).
   */
  async run(tx: EntityManager, id: string, way: ImportWay, who: Actor, house: House): Promise<number> {
    const { choices } = await this.waiting.find(id, who, tx);
    if (choices === null) throw new NotAllFit('Choose the columns first.');
    const trial = await this.trial.of(id, choices, house, tx);
    if (way === 'all' && trial.problems.length > 0)
      throw new NotAllFit('Some rows have a problem. Nothing was imported.');
    if (trial.good.length === 0) throw new NotAllFit('There is no row that can come in.');
    await this.write(tx, id, trial, who, house);
    await this.waiting.throwAway(tx, id);
    return trial.good.length;
  }

  /** The newest first. */
  async all(): Promise<PastImport[]> {
    const rows = await this.pages.rows<
      Omit<PastImport, 'at' | 'isUndone'> & { at: string; undoneAt: string | null }
    >(
      `SELECT i.id, i.at, p.name AS personName, i.left_out AS leftOut, i.undone_at AS undoneAt,
          (SELECT count(*) FROM imported_stays s WHERE s.import_id = i.id) AS stays
        FROM imports i JOIN people p ON p.id = i.person_id ORDER BY i.at DESC, i.id`,
    );
    return rows.map(({ at, undoneAt, ...row }) => ({
      ...row,
      at: instantText.from(at) as Temporal.Instant,
      isUndone: undoneAt !== null,
    }));
  }

  private async write(tx: EntityManager, id: string, trial: Trial, who: Actor, house: House): Promise<void> {
    const now = this.clock.now();
    const opened = trial.opened.map(({ bed, firstNight }) => ({
      bed: bed.id,
      was: bed.firstNight,
      firstNight,
    }));
    await tx.query(
      'INSERT INTO imports (id, person_id, at, house_day, left_out, opened_beds) VALUES (?, ?, ?, ?, ?, ?)',
      [
        id,
        who.id,
        instantText.to(toMinute(now)),
        dayText.to(house.time.houseDay(now)),
        trial.problems.length,
        JSON.stringify(opened),
      ],
    );
    for (const { bed, firstNight } of opened)
      await tx.query('UPDATE beds SET first_night = ?, version = version + 1 WHERE id = ?', [
        dayText.to(firstNight),
        bed,
      ]);
    const guests = new Map(trial.guests);
    for (const row of trial.good) await this.writeRow(tx, { id, row, guests, who, house });
  }

  private async writeRow(tx: EntityManager, { id, row, guests, who, house }: Writing): Promise<void> {
    const stay = stayOf(row, await this.guestOf(tx, row, guests), house);
    const part = await this.stays.add(tx, stay, row.bed.id);
    await this.ledger.claim(tx, part, stay, row.departureDay);
    await tx.insert(Departure, departureOf(row, stay.id));
    await tx.query(
      'INSERT INTO imported_stays (stay_id, import_id, row_number, row_hash) VALUES (?, ?, ?, ?)',
      [stay.id, id, row.row, hashOf(row)],
    );
    const details = { import: id };
    await this.acts.record(tx, who, house, {
      kind: 'stay.imported',
      stayId: stay.id,
      bedId: row.bed.id,
      details,
    });
    await this.audit.write(tx, who.id, 'imports.run', stay.id);
  }

  /** No guest the house knows is linked by a name: only the guest can say that (R17, R46). */
  private async guestOf(tx: EntityManager, row: EarlierStay, guests: Map<string, string>): Promise<string> {
    const known = row.guestKey === null ? undefined : guests.get(row.guestKey);
    if (known !== undefined) return known;
    const guest = await this.guests.add(tx, { name: row.name, pronouns: null });
    if (row.guestKey !== null) guests.set(row.guestKey, guest.id);
    return guest.id;
  }
}

interface Writing {
  id: string;
  row: EarlierStay;
  /** The guest whose rows these are, by `guestKey`; grows with each. */
  guests: Map<string, string>;
  who: Actor;
  house: House;
}

function stayOf(row: EarlierStay, guestId: string, house: House): Stay {
  const { arrivedAt, firstPlannedDay: plannedDay, stayedBefore } = row;
  // What was planned was planned then: as they came
  const stay = new Stay({ id: randomUUID(), guestId, stayedBefore, arrivedAt, plannedDay }, house, arrivedAt);
  stay.referralSource = row.referralSource;
  stay.leave(row.leftAt, house);
  return stay;
}

const departureOf = ({ leftAt, isHourKnown, ending, destination }: EarlierStay, stayId: string): Departure =>
  new Departure({
    id: randomUUID(),
    stayId,
    answers: {
      leftAt,
      leftAbout: isHourKnown ? 'exact' : 'not-known',
      ending,
      destination,
      ownWords: null,
      inTouch: 'not-asked',
      keysBack: 'not-asked',
      thingsLeft: null,
      thingsUntil: null,
    },
  });
