import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Done } from '../acts/acts.service.js';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { checkNamesNobody, type SaidAndDone } from '../domain/feedback.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';

/** A line a coordinator wrote; on the sheet or not. */
export interface SaidLine extends SaidAndDone {
  id: string;
  houseDay: Temporal.PlainDate;
  isOn: boolean;
}

/** What guests said and what came of it, for everyone to read on the wall. */
@Injectable()
export class SaidAndDoneService {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async all(): Promise<SaidLine[]> {
    const rows = await this.pages.rows<
      Omit<SaidLine, 'houseDay' | 'isOn'> & { houseDay: string; isOn: number }
    >(LINES);
    return rows.map(({ houseDay, isOn, ...row }) => ({
      ...row,
      houseDay: Temporal.PlainDate.from(houseDay),
      isOn: isOn === 1,
    }));
  }

  async onSheet(): Promise<SaidLine[]> {
    return (await this.all()).filter(({ isOn }) => isOn);
  }

  /** Puts a new line on the sheet. Throws a RuleViolation for `said` or `did` that names a guest. */
  async add(tx: EntityManager, line: SaidAndDone, who: Actor, house: House): Promise<Done> {
    const names = await tx.query<{ name: string | null }[]>(NAMES);
    checkNamesNobody(
      line,
      names.map(({ name }) => name),
    );
    const [id, now] = [randomUUID(), this.clock.now()];
    const when = [dayText.to(house.time.houseDay(now)), instantText.to(toMinute(now))];
    await tx.query(ADD, [id, line.said, line.did, ...when, who.id]);
    return { address: paths.saidAndDone(), subjectId: id, undo: null };
  }

  /** Takes a line off the sheet, or puts it back. Throws NotHere. */
  async put(tx: EntityManager, id: string, isOn: boolean): Promise<Done> {
    const found = await tx.query<unknown[]>('SELECT 1 FROM said_and_done WHERE id = ?', [id]);
    if (found.length === 0) throw new NotHere();
    await tx.query('UPDATE said_and_done SET is_on = ? WHERE id = ?', [Number(isOn), id]);
    return { address: paths.saidAndDone(), subjectId: id, undo: null };
  }
}

const LINES =
  'SELECT id, said, did, house_day AS houseDay, is_on AS isOn FROM said_and_done ORDER BY number DESC';

const ADD = `INSERT INTO said_and_done (id, said, did, house_day, at, person_id, is_on) VALUES (?, ?, ?, ?, ?, ?, 1)`;

/** Who gave feedback with a name, and who is here. */
const NAMES = `SELECT name FROM feedback_names
  UNION SELECT g.name FROM guests g JOIN stays s ON s.guest_id = g.id WHERE s.left_at IS NULL AND s.undone_at IS NULL`;
