import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { ActsService } from '../acts/acts.service.js';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import type { House } from '../domain/house.js';
import { Incident } from '../domain/incident.js';
import { mayDo } from '../domain/permissions.js';
import type { Actor } from '../domain/person.js';
import { PeopleService } from '../people/people.service.js';
import { IncidentActs } from './incident-acts.service.js';
import {
  happenedList,
  type IncidentLinesView,
  linesView,
  type PastLine,
  pastLine,
} from './incident-lines.views.js';
import { IncidentWordsService } from './incident-words.service.js';

export type { IncidentLinesView, PastLine } from './incident-lines.views.js';

const MOST_LISTED = 100;

/** What everyone on shift reads of things that happened: one line each, and who is still to be told. */
@Injectable()
export class IncidentLines {
  constructor(
    private readonly pages: PageReader,
    private readonly words: IncidentWordsService,
    private readonly incidentActs: IncidentActs,
    private readonly people: PeopleService,
    private readonly acts: ActsService,
  ) {}

  /** For the shift page, with `partials/happened.hbs`: what is open, and what was closed since the shift before began. */
  async handedOver(
    who: Actor,
    house: House,
    now: Temporal.Instant,
    formToken: string,
  ): Promise<IncidentLinesView> {
    const found = await this.around(house, now);
    const shown = await this.withWords(found.filter((incident) => incident.isHandedOver(now, house)));
    const writers = shown.flatMap(({ incident, words }) =>
      [incident, ...words].map(({ personId }) => personId),
    );
    const told = shown.map(async (each) => ({ ...each, dues: await this.incidentActs.dues(each.incident) }));
    return linesView(await Promise.all(told), {
      who,
      house,
      now,
      names: await this.people.names(writers),
      undos: await this.acts.undoable('incident.told', 'words', now),
      formToken,
    });
  }

  /** For the page of a shift that is over: what happened in it, a line each, as it reads now. */
  async within(
    { start, end }: { start: Temporal.Instant; end: Temporal.Instant },
    who: Actor,
    house: House,
  ): Promise<PastLine[]> {
    const incidents = await this.pages.manager
      .createQueryBuilder(Incident, 'incident')
      .where('incident.happenedAt >= :start AND incident.happenedAt < :end', between(start, end))
      .andWhere('incident.undoneAt IS NULL')
      .orderBy('incident.happenedAt', 'ASC')
      .getMany();
    const names = await this.people.names(incidents.map(({ personId }) => personId));
    return (await this.withWords(incidents)).map((each) => pastLine(each, { who, house, names }));
  }

  /** Those this person may read whole, the newest first. */
  async list(who: Actor, house: House) {
    const isEverything = mayDo(who.role, 'happened.readAll');
    const mine = isEverything ? {} : { personId: who.id };
    const all = await this.pages.manager
      .createQueryBuilder(Incident, 'incident')
      .where(mine)
      .andWhere('incident.undoneAt IS NULL')
      .orderBy('incident.happenedAt', 'DESC')
      .limit(MOST_LISTED)
      .getMany();
    return happenedList(await this.withWords(all), { house, isEverything });
  }

  private async withWords(incidents: readonly Incident[]) {
    const words = await this.words.of(incidents.map(({ id }) => id));
    return incidents.map((incident) => ({
      incident,
      words: words.filter(({ incidentId }) => incidentId === incident.id),
    }));
  }

  private around(house: House, now: Temporal.Instant): Promise<Incident[]> {
    return this.pages.manager
      .createQueryBuilder(Incident, 'incident')
      .where(`incident.id IN (${MAY_BE_SHOWN})`, { since: instantText.to(house.shiftBefore(now)) })
      .orderBy('incident.happenedAt', 'ASC')
      .getMany();
  }
}

const between = (start: Temporal.Instant, end: Temporal.Instant) => ({
  start: instantText.to(start),
  end: instantText.to(end),
});

/** Each part by an index of its own. */
const MAY_BE_SHOWN = `SELECT id FROM incidents WHERE closed_at IS NULL AND undone_at IS NULL
  UNION ALL SELECT id FROM incidents WHERE closed_at >= :since`;
