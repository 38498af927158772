import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { ActsService } from '../acts/acts.service.js';
import { PageReader } from '../database/page-reader.js';
import { Act } from '../domain/act.js';
import type { Incident } from '../domain/incident.js';
import { type IncidentWords, isOfForm } from '../domain/incident-words.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import type { Desk } from '../web/who.js';
import { IncidentActs } from './incident-acts.service.js';
import { AdditionForm, NotNeededForm, ToldForm } from './incident-words.forms.js';
import { IncidentGuests } from './incident-guests.service.js';
import { IncidentWordsService } from './incident-words.service.js';
import { incidentView } from './incident.views.js';
import { IncidentsService } from './incidents.service.js';

/** Which of the page's forms was sent, and what came of it. */
export interface Sent {
  status: number;
  told?: ToldForm;
  addition?: AdditionForm;
  notNeeded?: NotNeededForm;
  refused?: string;
}

/** Gathers what the page of something that happened shows. */
@Injectable()
export class IncidentPages {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly words: IncidentWordsService,
    private readonly guests: IncidentGuests,
    private readonly incidentActs: IncidentActs,
    private readonly acts: ActsService,
    private readonly people: PeopleService,
    private readonly drafts: DraftsService,
    private readonly pages: PageReader,
    private readonly tokens: FormTokens,
  ) {}

  /** Throws NotHere for whoever may not read all of it (R42). */
  async of(id: string, { who, house, now }: Desk, sent: Sent = { status: 200 }): Promise<Page> {
    const incident = await this.incidents.findWhole(id, who);
    const words = await this.words.of([id]);
    const [forms, people] = [await this.forms(id, who, { house, now }, sent), await this.people.all()];
    const view = incidentView(forms, {
      house,
      now,
      incident,
      people,
      names: new Map(people.map((each) => [each.id, each.name])),
      words,
      guests: await this.guests.of(id),
      dues: await this.incidentActs.dues(incident),
      changes: await this.changes(id),
      undos: await this.acts.undoable('incident.told', 'words', now),
      undo: await this.undoOf(incident, words, now),
      role: who.role,
      refused: sent.refused ?? null,
      formToken: this.token(who, ''),
      tokens: {
        told: this.token(who, paths.happeningTold(id)),
        addition: this.token(who, paths.happeningAdd(id)),
      },
    });
    return new Page('incidents/show', view, sent.status);
  }

  /** The forms of the page, with what their person began earlier where nothing was sent (R31). */
  private async forms(id: string, who: Actor, { house, now }: Pick<Desk, 'house' | 'now'>, sent: Sent) {
    const begun = (place: string) =>
      this.drafts.find(who.id, place).then((draft) => draft?.body ?? new Map());
    return {
      told: sent.told ?? new ToldForm(await begun(paths.happeningTold(id)), { time: house.time, now }),
      addition: sent.addition ?? new AdditionForm(await begun(paths.happeningAdd(id))),
      notNeeded: sent.notNeeded ?? new NotNeededForm(),
    };
  }

  /** What was said in codes before, newest first. */
  private changes(id: string): Promise<Act[]> {
    return this.pages.manager
      .createQueryBuilder(Act, 'act')
      .where(`act.details ->> 'incident' = :id AND act.kind = 'incident.changed'`, { id })
      .orderBy('act.number', 'DESC')
      .getMany();
  }

  /** The act by which it was written, while nothing came to it and the shift lasts (R24). */
  private async undoOf({ id, version }: Incident, words: readonly IncidentWords[], now: Temporal.Instant) {
    if (version > 1 || !words.every(({ code }) => isOfForm(code))) return null;
    return (await this.acts.undoable('incident.written', 'incident', now)).get(id) ?? null;
  }

  private token(who: Actor, place: string): string {
    return this.tokens.draw({ personId: who.id, place });
  }
}
