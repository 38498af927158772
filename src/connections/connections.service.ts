import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type EntityManager, IsNull } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import type { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { CannotUndo, Conflict } from '../domain/conflict.js';
import {
  Connection,
  type ConnectionFacts,
  type ConnectionWay,
  nameOfIt,
  whyNotConnect,
} from '../domain/connection.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { PlacesService } from '../places/places.service.js';
import { paths } from '../web/paths.js';
import { AskableStays } from './askable-stays.service.js';
import { HowItWasService, type SaidOfIt } from './how-it-was.service.js';

/** A connection and what was said of it since, for whoever it is about. */
export interface ConnectionTold {
  name: string;
  way: ConnectionWay | null;
  said: Pick<SaidOfIt, 'answer' | 'words'>[];
}

/** The connections made with guests, to somewhere in the community. */
@Injectable()
export class ConnectionsService {
  constructor(
    private readonly stays: AskableStays,
    private readonly places: PlacesService,
    private readonly answers: HowItWasService,
    private readonly acts: ActsService,
    private readonly pages: PageReader,
    private readonly clock: Clock,
    undo: UndoService,
  ) {
    undo.when('connection.made', (tx, act) => this.takeBack(tx, act));
  }

  /** How many stand at this stay. */
  async count(stayId: string, reader: EntityManager = this.pages.manager): Promise<number> {
    const [row] = await reader.query<{ count: number }[]>(COUNT, [stayId]);
    return row!.count;
  }

  /** Those of a stay as their guest reads them, in the order in which they were made; without what was undone. */
  async toldOf(stayId: string, reader: EntityManager = this.pages.manager): Promise<ConnectionTold[]> {
    const where = { stayId, undoneAt: IsNull() };
    const made = await reader.find(Connection, { where, order: { madeAt: 'ASC', id: 'ASC' } });
    const said = await this.answers.of(
      made.map(({ id }) => id),
      reader,
    );
    const places = await this.places.all(reader);
    return made.map((each) => ({
      name: nameOfIt(each, places),
      way: each.way,
      said: said.filter(({ connectionId }) => connectionId === each.id),
    }));
  }

  /** Whether there is anything to ask the guest of this stay, now that they left and while their yes holds (R32). */
  async askable(stayId: string, house: House, reader: EntityManager = this.pages.manager): Promise<boolean> {
    if ((await this.count(stayId, reader)) === 0) return false;
    const found = await this.stays.find(stayId, reader);
    return this.stays.whyNot(found, house) === null;
  }

  /** Throws NotHere, a Conflict for a stay nothing is added to, a RuleViolation as the connection does. */
  async make(
    tx: EntityManager,
    stayId: string,
    facts: ConnectionFacts,
    who: Actor,
    house: House,
  ): Promise<Done> {
    const { stay, hasDied } = await this.stays.find(stayId, tx);
    const why = whyNotConnect(stay, hasDied);
    if (why) throw new Conflict(why);
    const made = { ...facts, id: randomUUID(), stayId, madeAt: this.clock.now(), personId: who.id };
    const connection = new Connection(made);
    await this.checkPlace(tx, connection);
    await tx.insert(Connection, connection);
    const undo = await this.acts.record(tx, who, house, {
      kind: 'connection.made',
      details: { stay: stayId, connection: connection.id },
      canBeUndone: true,
    });
    return { address: paths.connections(stayId), subjectId: stayId, undo };
  }

  private async checkPlace(tx: EntityManager, { placeId }: Connection): Promise<void> {
    if (placeId === null) return;
    const place = (await this.places.all(tx)).find(({ id }) => id === placeId);
    if (!place) throw new RuleViolation('placeId', 'Choose a place of the list');
    if (place.retiredOn)
      throw new RuleViolation('placeId', 'This place is not used any more. Choose another');
  }

  private async takeBack(tx: EntityManager, { details }: Act): Promise<string> {
    const { id, version, stayId } = await tx.findOneByOrFail(Connection, { id: details.connection! });
    if ((await this.answers.of([id], tx)).length > 0)
      throw new CannotUndo('They said how it was since then. Undo that first.');
    const undoneAt = toMinute(this.clock.now());
    await updateVersion(tx, Connection, { id, version }, { undoneAt });
    return paths.connections(stayId);
  }
}

const COUNT = 'SELECT count(*) AS count FROM connections WHERE stay_id = ? AND undone_at IS NULL';
