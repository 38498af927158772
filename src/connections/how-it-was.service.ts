import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import type { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import { checkNamesNoGuest, Connection, type HowItWas } from '../domain/connection.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import { AskableStays } from './askable-stays.service.js';

/** What a guest said of a connection, as somebody wrote it down. */
export interface SaidOfIt {
  id: string;
  connectionId: string;
  answer: HowItWas;
  words: string | null;
  at: Temporal.Instant;
  personName: string;
}

/** What is written down; `version` is that of the connection the page was drawn from (R26). */
export interface NewAnswer {
  answer: HowItWas;
  words: string | null;
  version: number;
}

/** "How was it?", asked while a live yes to being in touch lets us (R32). */
@Injectable()
export class HowItWasService {
  constructor(
    private readonly stays: AskableStays,
    private readonly acts: ActsService,
    private readonly pages: PageReader,
    private readonly clock: Clock,
    undo: UndoService,
  ) {
    undo.when('connection.answered', (tx, act) => this.takeBack(tx, act));
  }

  /** What was said of these, the oldest first; without what was undone. */
  async of(
    connectionIds: readonly string[],
    reader: EntityManager = this.pages.manager,
  ): Promise<SaidOfIt[]> {
    const rows = await reader.query<(Omit<SaidOfIt, 'at'> & { at: string })[]>(SAID, [
      JSON.stringify(connectionIds),
    ]);
    return rows.map(({ at, ...row }) => ({ ...row, at: Temporal.Instant.from(at) }));
  }

  /** A connection of this stay that stands. Throws NotHere. */
  async connection(
    stayId: string,
    id: string,
    reader: EntityManager = this.pages.manager,
  ): Promise<Connection> {
    const found = await reader.findOneBy(Connection, { id, stayId, undoneAt: IsNull() });
    if (!found) throw new NotHere();
    return found;
  }

  /**
   * Throws NotHere, a Conflict where no yes lets us ask, a RuleViolation for `words` that name a guest; ChangedMeanwhile when
   * somebody else wrote an answer since `version` was read (R26).
   */
  async answer(
    tx: EntityManager,
    { stayId, id }: Pick<Connection, 'stayId' | 'id'>,
    { answer, words, version }: NewAnswer,
    who: Actor,
    house: House,
  ): Promise<Done> {
    await this.connection(stayId, id, tx);
    const found = await this.stays.find(stayId, tx);
    const why = this.stays.whyNot(found, house);
    if (why) throw new Conflict(why);
    checkNamesNoGuest(words, await this.stays.names(found.stay, tx));
    await updateVersion(tx, Connection, { id, version }, {});
    const [answerId, now] = [randomUUID(), this.clock.now()];
    const when = [instantText.to(toMinute(now)), dayText.to(house.time.houseDay(now))];
    await tx.query(ANSWERED, [answerId, id, answer, words, ...when, who.id]);
    const undo = await this.acts.record(tx, who, house, {
      kind: 'connection.answered',
      stayId,
      details: { connection: id, answer: answerId },
      canBeUndone: true,
    });
    return { address: paths.connections(stayId), subjectId: stayId, undo };
  }

  private async takeBack(tx: EntityManager, { stayId, details }: Act): Promise<string> {
    const at = instantText.to(toMinute(this.clock.now()));
    await tx.query('UPDATE connection_answers SET undone_at = ? WHERE id = ?', [at, details.answer]);
    return paths.connections(stayId!);
  }
}

const SAID = `SELECT a.id, a.connection_id AS connectionId, a.answer, a.words, a.at, p.name AS personName
  FROM connection_answers a JOIN people p ON p.id = a.person_id
  WHERE a.connection_id IN (SELECT value FROM json_each(?)) AND a.undone_at IS NULL ORDER BY a.number`;

const ANSWERED = `INSERT INTO connection_answers (id, connection_id, answer, words, at, house_day, person_id)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
