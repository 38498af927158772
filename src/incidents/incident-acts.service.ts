import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import { Clock } from '../domain/clock.js';
import { IncidentClosed, StillToTell } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import { Incident } from '../domain/incident.js';
import { type Due, duesOf } from '../domain/incident-clock.js';
import { answeredDues } from '../domain/incident-words.js';
import type { Actor } from '../domain/person.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import { ClocksService } from './clocks.service.js';
import { IncidentWordsService, type NewWords } from './incident-words.service.js';
import { IncidentsService } from './incidents.service.js';

/** What is done with something that happened: somebody is told, it is closed, it is added to. */
@Injectable()
export class IncidentActs {
  constructor(
    private readonly pages: PageReader,
    private readonly incidents: IncidentsService,
    private readonly words: IncidentWordsService,
    private readonly clocks: ClocksService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /** Everyone who must hear of it, told or not, by the clocks of when it was written. */
  async dues(incident: Incident, reader: EntityManager = this.pages.manager): Promise<Due[]> {
    const { all } = await this.clocks.of(incident.clocksUpTo, reader);
    return duesOf(incident, all);
  }

  /** Those of them nobody told yet. */
  async open(incident: Incident, reader: EntityManager = this.pages.manager): Promise<Due[]> {
    const [dues, words] = [await this.dues(incident, reader), await this.words.of([incident.id], reader)];
    const answered = answeredDues(words);
    return dues.filter(({ code }) => !answered.includes(code));
  }

  /** Answers a clock; null when somebody did already. Throws NotHere for a clock it does not have. */
  async answer(tx: EntityManager, id: string, { due, why }: Answered, who: Actor, house: House) {
    const incident = await this.incidents.find(id, tx);
    if (!(await this.dues(incident, tx)).some(({ code }) => code === due)) throw new NotHere();
    if (!(await this.open(incident, tx)).some(({ code }) => code === due)) return null;
    const code = why === null ? 'told' : 'notNeeded';
    return this.wasTold(
      tx,
      { incidentId: id, code, text: why, toldAt: toMinute(this.clock.now()), due },
      who,
      house,
    );
  }

  /** Somebody else was told. Throws a RuleViolation for `toldAt` in the future. */
  async told(tx: EntityManager, id: string, { whom, at }: Told, who: Actor, house: House): Promise<Done> {
    await this.incidents.findWhole(id, who, tx);
    house.checkRecent('toldAt', at, this.clock.now());
    const undo = await this.wasTold(tx, { incidentId: id, code: 'told', text: whom, toldAt: at }, who, house);
    return { address: paths.happening(id), subjectId: id, undo };
  }

  /** More about it, also when it is closed: that is all that can come then. */
  async add(tx: EntityManager, id: string, text: string, who: Actor): Promise<Done> {
    await this.incidents.findWhole(id, who, tx);
    await this.words.add(tx, { incidentId: id, code: 'addition', text }, who);
    return { address: paths.happening(id), subjectId: id, undo: null };
  }

  /** Throws StillToTell while somebody must hear of it, ChangedMeanwhile (R26), IncidentClosed when it is closed already. */
  async close(tx: EntityManager, id: string, version: number, who: Actor, house: House): Promise<Done> {
    const incident = await this.incidents.findWhole(id, who, tx);
    if (!incident.isOpen) throw new IncidentClosed('This was closed already.');
    if ((await this.open(incident, tx)).length > 0)
      throw new StillToTell('Somebody is still to be told. Press “Told” first, or say why it is not needed.');
    incident.close({ personId: who.id, at: this.clock.now() });
    const { closedAt, closedBy } = incident;
    await updateVersion(tx, Incident, { id, version }, { closedAt, closedBy });
    await this.acts.record(tx, who, house, { kind: 'incident.closed', details: { incident: id } });
    return { address: paths.happening(id), subjectId: id, undo: null };
  }

  private async wasTold(tx: EntityManager, words: NewWords, who: Actor, house: House): Promise<string> {
    const id = await this.words.add(tx, words, who);
    const details = { incident: words.incidentId, words: id };
    return this.acts.record(tx, who, house, { kind: 'incident.told', details, canBeUndone: true });
  }
}

/** Which clock, and why nobody needs to be told; null when somebody was. */
export interface Answered {
  due: string;
  why: string | null;
}

export interface Told {
  whom: string;
  at: Temporal.Instant;
}
