import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dayText, instantText } from '../database/columns.js';
import { ReportReader } from '../database/report-reader.js';
import { Clock } from '../domain/clock.js';
import { ChangedMeanwhile, Conflict } from '../domain/conflict.js';
import type { CountTable } from '../domain/figure.js';
import {
  canBeCorrected,
  checkPeriod,
  type CountsToShare,
  type GivenOut,
  type Grid,
  toldToday,
} from '../domain/given-out.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Period } from '../domain/period.js';
import type { Actor } from '../domain/person.js';
import type { SharedTable } from '../domain/shared-table.js';

/** What anyone outside was told, period by period, and that it stays so (R39). */
@Injectable()
export class GivenOutService {
  constructor(
    private readonly reports: ReportReader,
    private readonly clock: Clock,
  ) {}

  /** Null until somebody chose. */
  grid(): Promise<Grid | null> {
    return this.reports.together(readGrid);
  }

  /** Every version that was given out of a period, oldest first. */
  given(period: Period): Promise<GivenOut[]> {
    return this.reports.together((reader) => readGiven(reader, period));
  }

  /** The first choice is final: throws a Conflict when the other was chosen before. The same choice again changes nothing. */
  async chooseGrid(tx: EntityManager, who: Actor, house: House, grid: Grid): Promise<void> {
    const chosen = await readGrid(tx);
    if (chosen && chosen !== grid)
      throw new Conflict(`This house gives out calendar ${chosen}. It was chosen once.`);
    if (chosen) return;
    const { madeAt, houseDay } = this.moment(house);
    await tx.query(
      `INSERT INTO given_out_grid (id, grid, chosen_at, house_day, person_id) VALUES (1, ?, ?, ?, ?)`,
      [grid, instantText.to(madeAt), dayText.to(houseDay), who.id],
    );
  }

  /**
   * Gives a period out, or repeats what was given out last, exactly: whatever the counts are by now. Throws a RuleViolation
   * for a period that cannot be.
   */
  async giveOut(
    tx: EntityManager,
    who: Actor,
    house: House,
    period: Period,
    counts: CountsToShare,
  ): Promise<GivenOut> {
    checkPeriod(await readGrid(tx), period, house.time.houseDay(this.clock.now()));
    const before = await readGiven(tx, period);
    return before.at(-1) ?? this.write(tx, who, house, period, counts, before);
  }

  /**
   * Gives it out once more, corrected. `seen` is the version it corrects; throws ChangedMeanwhile when there is a later one,
   * a Conflict when no reader would see a difference.
   */
  async correct(
    tx: EntityManager,
    who: Actor,
    house: House,
    period: Period,
    counts: CountsToShare,
    seen: number,
  ): Promise<GivenOut> {
    checkPeriod(await readGrid(tx), period, house.time.houseDay(this.clock.now()));
    const before = await readGiven(tx, period);
    if (before.length !== seen) throw new ChangedMeanwhile('This period was given out again meanwhile.');
    if (!canBeCorrected(counts, before))
      throw new Conflict('Nothing of it reads differently. It stays as it is.');
    return this.write(tx, who, house, period, counts, before);
  }

  private async write(
    tx: EntityManager,
    who: Actor,
    house: House,
    period: Period,
    counts: CountsToShare,
    before: readonly GivenOut[],
  ): Promise<GivenOut> {
    const given: GivenOut = {
      version: before.length + 1,
      ...this.moment(house),
      personId: who.id,
      counted: counts.tables,
      shared: toldToday(counts, before),
    };
    await tx.query(INSERT, [
      dayText.to(period.start),
      given.version,
      dayText.to(period.end),
      instantText.to(given.madeAt),
      dayText.to(given.houseDay),
      who.id,
      JSON.stringify(given.counted),
      JSON.stringify(given.shared),
    ]);
    return given;
  }

  private moment(house: House) {
    const now = this.clock.now();
    return { madeAt: toMinute(now), houseDay: house.time.houseDay(now) };
  }
}

const INSERT = `INSERT INTO given_out (first_day, version, end_day, made_at, house_day, person_id, counted, shared)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

async function readGrid(reader: EntityManager): Promise<Grid | null> {
  const [row] = await reader.query<{ grid: Grid }[]>('SELECT grid FROM given_out_grid');
  return row?.grid ?? null;
}

interface Row {
  version: number;
  madeAt: string;
  houseDay: string;
  personId: string;
  counted: string;
  shared: string;
}

const SELECT = `SELECT version, made_at AS madeAt, house_day AS houseDay, person_id AS personId, counted, shared
  FROM given_out WHERE first_day = ? AND end_day = ? ORDER BY version`;

async function readGiven(reader: EntityManager, { start, end }: Period): Promise<GivenOut[]> {
  const rows = await reader.query<Row[]>(SELECT, [dayText.to(start), dayText.to(end)]);
  return rows.map((row) => ({
    ...row,
    madeAt: Temporal.Instant.from(row.madeAt),
    houseDay: Temporal.PlainDate.from(row.houseDay),
    counted: JSON.parse(row.counted) as CountTable[],
    shared: JSON.parse(row.shared) as SharedTable[],
  }));
}
