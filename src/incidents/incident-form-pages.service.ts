import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import type { WordingView } from '../web/wording-hints.js';
import type { Desk } from '../web/who.js';
import { IncidentForm } from './incident.forms.js';
import { incidentFormView } from './incident-form.views.js';
import { IncidentGuests } from './incident-guests.service.js';
import { IncidentWordsService } from './incident-words.service.js';
import { IncidentsService } from './incidents.service.js';

/** Gathers what the form shows, empty and with what is kept. */
@Injectable()
export class IncidentFormPages {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly words: IncidentWordsService,
    private readonly guests: IncidentGuests,
    private readonly people: PeopleService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** As it is first seen, or with what its person began earlier (R31); `stayId` is ticked beforehand. */
  async begin(id: string | null, looks: Desk, stayId = ''): Promise<Page> {
    const draft = await this.drafts.find(looks.who.id, placeOf(id));
    const ticked: FormBody = stayId === '' ? new Map() : new Map([['guests', ['', stayId]]]);
    return this.page(new IncidentForm(draft?.body ?? ticked, this.arrived(looks)), id, looks, {
      status: 200,
    });
  }

  /** The form as it was sent. Throws NotHere for whoever may not read all of it. */
  async page(
    form: IncidentForm,
    id: string | null,
    { who, house, now }: Desk,
    {
      status,
      refused = null,
      wording = null,
    }: { status: number; refused?: string | null; wording?: WordingView },
  ): Promise<Page> {
    const kept = id === null ? null : await this.kept(id, who);
    const stays = kept?.guests.map(({ stayId }) => stayId);
    const view = incidentFormView(form, {
      house,
      now,
      kept,
      near: await this.guests.near(house.time.houseDay(now), stays),
      people: await this.colleagues(kept?.incident.people),
      refused,
      wording,
      draft: status === 200 && wording === null ? await this.drafts.find(who.id, placeOf(id)) : null,
      formToken: this.tokens.draw({ personId: who.id, place: placeOf(id) }),
    });
    return new Page('incidents/form', view, status);
  }

  /** The house clock and the moment the form arrived. */
  arrived({ house, now }: Desk) {
    return { time: house.time, now };
  }

  private async kept(id: string, who: Actor) {
    const incident = await this.incidents.findWhole(id, who);
    return { incident, words: await this.words.of([id]), guests: await this.guests.of(id) };
  }

  /** Who works here, and who is meant already. */
  private async colleagues(meant: readonly string[] = []) {
    const all = await this.people.all();
    return all.filter(({ id, worksHere }) => worksHere || meant.includes(id));
  }
}

const placeOf = (id: string | null): string =>
  id === null ? paths.newHappening() : paths.happeningChange(id);
