import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import type { Desk } from '../web/who.js';
import { type Batch, batchesOf, ImportedRows } from './imported-rows.service.js';
import { type Trial, TrialService } from './trial.service.js';
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
    private readonly rows: ImportedRows,
    private readonly acts: ActsService,
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings in what fits just now and throws the waiting rows away; answers how many came in. All rows come in one unit of work
   * or none does; those without a problem in units of some hundred, so that nobody waits long. Throws NotHere, NotAllFit when all
   * were wanted and some have a problem, BedTaken or GuestAlreadyHere when the file itself refuses (R5, R7): what came in by
   * then is kept, and the same file can be tried again.
   */
  async run(
    id: string,
    way: ImportWay,
    { who, house }: Pick<Desk, 'who' | 'house'>,
    body: FormBody,
  ): Promise<number> {
    let rest: Batch[] = [];
    let stays = 0;
    await this.acts.once(who, 'imports.run', body, async (tx) => {
      const trial = await this.check(tx, id, way, who, house);
      const all = { id, guests: new Map(trial.guests), who, house };
      rest = batchesOf(trial.good).map((rows) => ({ ...all, rows }));
      stays = trial.good.length;
      await this.begin(tx, id, trial, { who, house });
      const first = way === 'all' ? rest.splice(0) : rest.splice(0, 1);
      for (const batch of first) await this.rows.write(tx, batch);
      if (rest.length === 0) await this.waiting.throwAway(tx, id);
      return { address: paths.imports(), subjectId: id, undo: null };
    });
    await this.goOn(id, rest, who);
    return stays;
  }

  /** The last of them throws the waiting rows away. */
  private async goOn(id: string, rest: readonly Batch[], who: Actor): Promise<void> {
    for (const batch of rest) {
      const goOn = async (tx: EntityManager) => {
        await this.rows.write(tx, batch);
        if (batch === rest.at(-1)) await this.waiting.throwAway(tx, id);
      };
      await this.acts.log(who, 'imports.run', goOn, id);
    }
  }

  private async check(
    tx: EntityManager,
    id: string,
    way: ImportWay,
    who: Actor,
    house: House,
  ): Promise<Trial> {
    const { choices } = await this.waiting.find(id, who, tx);
    if (choices === null) throw new NotAllFit('Choose the columns first.');
    const trial = await this.trial.of(id, choices, house, tx);
    if (way === 'all' && trial.problems.length > 0)
      throw new NotAllFit('Some rows have a problem. Nothing was imported.');
    if (trial.good.length === 0) throw new NotAllFit('There is no row that can come in.');
    return trial;
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

  /** A spreadsheet that was broken off goes on under the import it began. */
  private async begin(
    tx: EntityManager,
    id: string,
    trial: Trial,
    { who, house }: Pick<Desk, 'who' | 'house'>,
  ): Promise<void> {
    const now = this.clock.now();
    const opened = trial.opened.map(({ bed, firstNight }) => ({
      bed: bed.id,
      was: bed.firstNight,
      firstNight,
    }));
    await tx.query(
      `INSERT INTO imports (id, person_id, at, house_day, left_out, opened_beds)
        SELECT ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM imports WHERE id = ?1)`,
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
  }
}
