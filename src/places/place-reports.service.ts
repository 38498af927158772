import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import type { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { paths } from '../web/paths.js';
import { PlacesService } from './places.service.js';

/** Trouble a guest told of: the words and the month, nothing that tells who it was. */
export interface TroubleReport {
  /** Grows with every report; says how far somebody looked. */
  number: number;
  words: string | null;
  /** The first day of the month it was told in. */
  month: Temporal.PlainDate;
}

export interface PlaceLook {
  id: string;
  /** The last report they had before them. */
  upTo: number;
  done: string | null;
  at: Temporal.Instant;
  personName: string;
}

/** How often guests told of trouble with a place. */
export interface TroubleCount {
  placeId: string;
  name: string;
  count: number;
  /** How many of these no coordinator has looked at yet. */
  waiting: number;
}

/** What guests say of a place afterwards reaches the coordinators, without who said it. */
@Injectable()
export class PlaceReports {
  constructor(
    private readonly places: PlacesService,
    private readonly pages: PageReader,
    private readonly acts: ActsService,
    private readonly clock: Clock,
    undo: UndoService,
  ) {
    undo.when('place.looked', (tx, act) => this.takeBack(tx, act), 'places.look');
  }

  /** Every place guests told trouble of, those that wait for a look first. */
  async counts(reader: EntityManager = this.pages.manager): Promise<TroubleCount[]> {
    return reader.query<TroubleCount[]>(COUNTS);
  }

  /** What was told of one place, the newest first. */
  async of(placeId: string, reader: EntityManager = this.pages.manager): Promise<TroubleReport[]> {
    const rows = await reader.query<{ number: number; words: string | null; month: string }[]>(REPORTS, [
      placeId,
    ]);
    return rows.map(({ month, ...row }) => ({ ...row, month: Temporal.PlainDate.from(`${month}-01`) }));
  }

  /** Who looked, the newest first; without what was taken back. */
  async looks(placeId: string, reader: EntityManager = this.pages.manager): Promise<PlaceLook[]> {
    const rows = await reader.query<(Omit<PlaceLook, 'at'> & { at: string })[]>(LOOKS, [placeId]);
    return rows.map(({ at, ...row }) => ({ ...row, at: Temporal.Instant.from(at) }));
  }

  /** Writes down that a coordinator looked at what stands up to `upTo`. Throws NotHere; a Conflict when nothing waits there. */
  async look(
    tx: EntityManager,
    placeId: string,
    { upTo, done }: Pick<PlaceLook, 'upTo' | 'done'>,
    who: Actor,
    house: House,
  ): Promise<Done> {
    await this.places.find(placeId, tx);
    const [reports, [last]] = [await this.of(placeId, tx), await this.looks(placeId, tx)];
    const isWaiting = ({ number }: TroubleReport) => number <= upTo && number > (last?.upTo ?? 0);
    if (!reports.some(isWaiting)) throw new Conflict('Somebody looked at this meanwhile.');
    const [id, now] = [randomUUID(), this.clock.now()];
    const when = [instantText.to(toMinute(now)), dayText.to(house.time.houseDay(now))];
    const seen = Math.max(...reports.filter(isWaiting).map(({ number }) => number));
    await tx.query(LOOKED, [id, placeId, seen, done, ...when, who.id]);
    const undo = await this.acts.record(tx, who, house, {
      kind: 'place.looked',
      details: { place: placeId, look: id },
      canBeUndone: true,
    });
    return { address: paths.place(placeId), subjectId: placeId, undo };
  }

  /** The acts by which looks can be taken back at `now`, by the look. */
  undoable(now: Temporal.Instant): Promise<Map<string, string>> {
    return this.acts.undoable('place.looked', 'look', now);
  }

  private async takeBack(tx: EntityManager, { details }: Act): Promise<string> {
    const at = instantText.to(toMinute(this.clock.now()));
    await tx.query('UPDATE place_looks SET undone_at = ? WHERE id = ?', [at, details.look]);
    return paths.place(details.place!);
  }
}

/** Whatever was undone counts nowhere: the answer, the connection, the check-in. */
const TROUBLE = `FROM connection_answers a
  JOIN connections c ON c.id = a.connection_id AND c.undone_at IS NULL
  JOIN stays s ON s.id = c.stay_id AND s.undone_at IS NULL
  JOIN places p ON p.id = c.place_id
  WHERE a.answer = 'trouble' AND a.undone_at IS NULL`;

const REPORTS = `SELECT a.number, a.words, substr(a.house_day, 1, 7) AS month ${TROUBLE} AND c.place_id = ?
  ORDER BY a.number DESC`;

const LOOKED_UP_TO = `ifnull((SELECT max(l.up_to) FROM place_looks l WHERE l.place_id = p.id AND l.undone_at IS NULL), 0)`;

const COUNTS = `SELECT p.id AS placeId, p.name, count(*) AS count, sum(a.number > ${LOOKED_UP_TO}) AS waiting ${TROUBLE}
  GROUP BY p.id ORDER BY waiting > 0 DESC, p.name, p.id`;

const LOOKS = `SELECT l.id, l.up_to AS upTo, l.done, l.at, person.name AS personName FROM place_looks l
  JOIN people person ON person.id = l.person_id WHERE l.place_id = ? AND l.undone_at IS NULL ORDER BY l.number DESC`;

const LOOKED = `INSERT INTO place_looks (id, place_id, up_to, done, at, house_day, person_id)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
