import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import { Clock } from '../domain/clock.js';
import { IncidentClosed } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { checkNamesNobody, Incident, type IncidentFacts } from '../domain/incident.js';
import { incidentCodes, saidBefore } from '../domain/incident-changes.js';
import type { Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { PeopleService } from '../people/people.service.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import { ClocksService } from './clocks.service.js';
import type { NearbyStay } from '../guests/nearby-stays.service.js';
import { IncidentGuests } from './incident-guests.service.js';
import { type FormWords, IncidentWordsService } from './incident-words.service.js';

/** What somebody tells of it; `guests` are stays. */
export interface ToldIncident extends IncidentFacts {
  guests: readonly string[];
  words: FormWords & { nextShift: string };
}

/** Things that happened: written once, completed until they are closed. */
@Injectable()
export class IncidentsService {
  constructor(
    private readonly pages: PageReader,
    private readonly words: IncidentWordsService,
    private readonly guests: IncidentGuests,
    private readonly clocks: ClocksService,
    private readonly people: PeopleService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /** Throws NotHere for an unknown one and for one that was taken back. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<Incident> {
    const incident = await reader.findOneBy(Incident, { id });
    if (!incident || incident.undoneAt) throw new NotHere();
    return incident;
  }

  /** The same for whoever may read all of it; for anyone else it is not there (R42). */
  async findWhole(id: string, who: Actor, reader: EntityManager = this.pages.manager): Promise<Incident> {
    const incident = await this.find(id, reader);
    if (!incident.isWholeFor(who)) throw new NotHere();
    return incident;
  }

  /** Throws a RuleViolation for what cannot be, or for a line that names a guest. */
  async write(tx: EntityManager, told: ToldIncident, who: Actor, house: House): Promise<Done> {
    const now = this.clock.now();
    const { upTo } = await this.clocks.of(null, tx);
    const facts = { ...told, id: randomUUID(), writtenAt: now, personId: who.id, clocksUpTo: upTo };
    const incident = new Incident(facts, house);
    const guests = await this.checked(tx, told, [], house);
    await tx.insert(Incident, incident);
    await this.words.keep(tx, incident.id, told.words, who);
    await this.guests.keep(tx, incident.id, guests);
    return this.done(tx, incident.id, who, house, { kind: 'incident.written', canBeUndone: true });
  }

  /**
   * Says it anew; what was said before is kept. Throws NotHere, IncidentClosed, ChangedMeanwhile (R26), and a RuleViolation as
   * `write` does.
   */
  async change(
    tx: EntityManager,
    id: string,
    { version, ...told }: ToldIncident & { version: number },
    who: Actor,
    house: House,
  ): Promise<Done> {
    const incident = await this.findWhole(id, who, tx);
    if (!incident.isOpen) throw new IncidentClosed('It was closed meanwhile. You can add to it on its page.');
    const kept = await this.guests.of(id, tx);
    const before = incidentCodes(incident, idsOf(kept));
    incident.tell(told, house, this.clock.now());
    const guests = await this.checked(tx, told, kept, house);
    const { happenedAt, houseDay, kinds, emergency, people } = incident;
    await updateVersion(tx, Incident, { id, version }, { happenedAt, houseDay, kinds, emergency, people });
    await this.words.keep(tx, id, told.words, who);
    await this.guests.keep(tx, id, guests);
    const details = saidBefore(before, incidentCodes(incident, idsOf(guests)));
    return this.done(tx, id, who, house, { kind: 'incident.changed', details });
  }

  private async done(
    tx: EntityManager,
    id: string,
    who: Actor,
    house: House,
    line: Omit<Parameters<ActsService['record']>[3], 'stayId' | 'bedId'>,
  ): Promise<Done> {
    const act = await this.acts.record(tx, who, house, {
      ...line,
      details: { ...line.details, incident: id },
    });
    return { address: paths.happening(id), subjectId: id, undo: line.canBeUndone ? act : null };
  }

  /** The guests it concerns, and nobody named where everyone reads. */
  private async checked(
    tx: EntityManager,
    { guests, people, words }: ToldIncident,
    kept: readonly NearbyStay[],
    house: House,
  ): Promise<NearbyStay[]> {
    const today = house.time.houseDay(this.clock.now());
    const near = await this.guests.near(
      today,
      kept.map(({ stayId }) => stayId),
      tx,
    );
    const chosen = near.filter(({ stayId }) => guests.includes(stayId));
    if (chosen.length !== guests.length) throw new RuleViolation('guests', 'Choose from the guests shown');
    const known = await this.people.names(people);
    if (known.size !== people.length) throw new RuleViolation('people', 'Choose from the people shown');
    const named = near.filter((guest) => guest.isHere || chosen.includes(guest));
    checkNamesNobody(
      words.nextShift,
      named.map(({ name }) => name),
    );
    return chosen;
  }
}

const idsOf = (guests: readonly NearbyStay[]): string[] => guests.map(({ guestId }) => guestId);
