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
import { happenedList, type IncidentLinesView, linesView } from './incident-lines.views.js';
import { IncidentWordsService } from './incident-words.service.js';

export type { IncidentLinesView } from './incident-lines.views.js';

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
    const shown = found.filter((incident) => incident.isHandedOver(now, house));
    return linesView(await Promise.all(shown.map((incident) => this.whole(incident))), {
      who,
      house,
      now,
      names: await this.people.names(await this.writers(shown)),
      undos: shown.length > 0 ? await this.acts.undoable('incident.told', 'words', now) : new Map(),
      formToken,
    });
  }

  /** Those this person may read whole, the newest first. */
  async list(who: Actor, house: House) {
    const mine = mayDo(who.role, 'happened.readAll') ? {} : { personId: who.id };
    const all = await this.pages.manager
      .createQueryBuilder(Incident, 'incident')
      .where({ ...mine })
      .andWhere('incident.undoneAt IS NULL')
      .orderBy('incident.happenedAt', 'DESC')
      .limit(MOST_LISTED)
      .getMany();
    const whole = await Promise.all(
      all.map(async (incident) => ({ incident, words: await this.words.of([incident.id]) })),
    );
    return happenedList(whole, { house, isEverything: mayDo(who.role, 'happened.readAll') });
  }

  private async whole(incident: Incident) {
    const words = await this.words.of([incident.id]);
    return { incident, words, dues: await this.incidentActs.dues(incident) };
  }

  private async writers(incidents: readonly Incident[]): Promise<string[]> {
    const words = await this.words.of(incidents.map(({ id }) => id));
    return [...incidents, ...words].map(({ personId }) => personId);
  }

  private around(house: House, now: Temporal.Instant): Promise<Incident[]> {
    return this.pages.manager
      .createQueryBuilder(Incident, 'incident')
      .where(`incident.id IN (${MAY_BE_SHOWN})`, { since: instantText.to(house.shiftBefore(now)) })
      .orderBy('incident.happenedAt', 'ASC')
      .getMany();
  }
}

/** Each part by an index of its own. */
const MAY_BE_SHOWN = `SELECT id FROM incidents WHERE closed_at IS NULL AND undone_at IS NULL
  UNION ALL SELECT id FROM incidents WHERE closed_at >= :since`;
