import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { BedsService } from '../beds/beds.service.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import type { KnownClaim } from '../domain/guard.js';
import type { House } from '../domain/house.js';
import { type Checked, checkRows, type OnFile, type RowProblem } from '../domain/import-check.js';
import type { ImportChoices } from '../domain/import-columns.js';
import { type EarlierStay, readRow } from '../domain/import-row.js';
import { keyOf } from '../guests/linked-records.service.js';
import { GuardService } from '../ledger/guard.service.js';
import { WaitingImports } from './waiting-imports.service.js';

/** What would come of bringing a spreadsheet in just now. */
export interface Trial extends Checked {
  /** How many rows it has. */
  rows: number;
  /** How many of them came in before. */
  there: number;
}

/** Tries a spreadsheet out and writes nothing: the same check goes before the writing itself (R13). */
@Injectable()
export class TrialService {
  constructor(
    private readonly waiting: WaitingImports,
    private readonly beds: BedsService,
    private readonly guard: GuardService,
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  async of(
    id: string,
    choices: ImportChoices,
    house: House,
    reader: EntityManager = this.pages.manager,
  ): Promise<Trial> {
    const [lines, beds] = [await this.waiting.rows(id, reader), await this.beds.all(reader)];
    const facts = { choices, house, beds, now: this.clock.now() };
    const said: RowProblem[] = [];
    const stays: EarlierStay[] = [];
    for (const { number, cells } of lines) {
      const stay = readRow(number, cells, facts);
      if (typeof stay === 'string') said.push({ row: number, why: 'said', message: stay });
      else stays.push(stay);
      await aMomentFor(number);
    }
    const file = await this.onFile(stays, beds, reader);
    const checked = checkRows(stays, file, choices.opensBeds);
    const problems = [...said, ...checked.problems].sort((one, other) => one.row - other.row);
    return { ...checked, problems, rows: lines.length, there: file.there.size };
  }

  private async onFile(
    stays: readonly EarlierStay[],
    beds: OnFile['beds'],
    reader: EntityManager,
  ): Promise<OnFile> {
    const first = stays.map(({ arrivalDay }) => arrivalDay.toString()).sort()[0];
    const claims = first === undefined ? [] : await this.claims(Temporal.PlainDate.from(first), reader);
    const there = await this.there(stays, reader);
    return { beds, claims, there, guestDays: await this.guestDays([...there.values()], reader) };
  }

  private async claims(first: Temporal.PlainDate, reader: EntityManager): Promise<KnownClaim[]> {
    const guarded = await this.guard.beds(first.subtract({ days: 1 }), reader);
    const withNights = guarded.flatMap(({ claims }) => claims).filter((each) => !isWithinADay(each));
    const visits =
      await reader.query<(Omit<KnownClaim, 'firstNight' | 'endNight'> & { day: string })[]>(VISITS);
    return [
      ...withNights,
      ...visits.map(({ day, ...visit }) => {
        const firstNight = Temporal.PlainDate.from(day);
        return { ...visit, firstNight, endNight: firstNight };
      }),
    ];
  }

  private async there(stays: readonly EarlierStay[], reader: EntityManager): Promise<Map<number, string>> {
    const byHash = new Map(stays.map((stay) => [hashOf(stay), stay]));
    const rows = await reader.query<{ hash: string; guestId: string }[]>(THERE, [
      JSON.stringify([...byHash.keys()]),
    ]);
    const guests = new Map(rows.map(({ hash, guestId }) => [hash, guestId]));
    return new Map(stays.flatMap((stay) => entryOf(stay.row, guests.get(hashOf(stay)))));
  }

  private async guestDays(guests: readonly string[], reader: EntityManager): Promise<OnFile['guestDays']> {
    if (guests.length === 0) return [];
    const rows = await reader.query<{ guestId: string; first: string; end: string }[]>(GUEST_DAYS, [
      JSON.stringify([...new Set(guests)]),
    ]);
    return rows.map(({ guestId, first, end }) => ({
      guestId,
      firstNight: Temporal.PlainDate.from(first),
      endNight: Temporal.PlainDate.from(end),
    }));
  }
}

/** What says in the file that a row came in: never its words. */
export const hashOf = ({ sameAs }: Pick<EarlierStay, 'sameAs'>): string =>
  createHash('sha256').update(sameAs).digest('hex');

const entryOf = (row: number, guestId: string | undefined): [number, string][] =>
  guestId === undefined ? [] : [[row, guestId]];

const isWithinADay = ({ firstNight, endNight }: KnownClaim): boolean => firstNight.equals(endNight);

/** Everybody else gets their turn in between: ten thousand rows take a while. */
const aMomentFor = (row: number): Promise<void> | void =>
  row % 500 === 0 ? new Promise((resolve) => setImmediate(resolve)) : undefined;

/** Parts of stays within one day: they have no night, and still nobody else was in the bed over that day. */
const VISITS = `SELECT p.id, 'stay' AS kind, p.bed_id AS bedId, g.name, p.stay_id AS stayId, p.from_day AS day
  FROM bed_segments p JOIN stays s ON s.id = p.stay_id JOIN guests g ON g.id = s.guest_id
  WHERE p.undone_at IS NULL AND p.from_day = p.to_day`;

const THERE = `SELECT i.row_hash AS hash, s.guest_id AS guestId
  FROM imported_stays i JOIN stays s ON s.id = i.stay_id
  WHERE i.undone_at IS NULL AND i.row_hash IN (SELECT value FROM json_each(?))`;

const GUEST_DAYS = `SELECT asked.value AS guestId, s.arrival_day AS first, ifnull(s.departure_day, '2099-12-31') AS end
  FROM json_each(?) asked JOIN stays s ON ${keyOf('s.guest_id')} = ${keyOf('asked.value')}
  WHERE s.undone_at IS NULL`;
