import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { PageReader } from '../database/page-reader.js';
import { Connection } from '../domain/connection.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { PeopleService } from '../people/people.service.js';
import { PlacesService } from '../places/places.service.js';
import { Page } from '../web/answer.js';
import { ActsService } from '../acts/acts.service.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import type { Desk } from '../web/who.js';
import { AskableStays } from './askable-stays.service.js';
import { ConnectionForm, HowItWasForm } from './connections.forms.js';
import { connectionsView } from './connections.views.js';
import { HowItWasService } from './how-it-was.service.js';
import { howItWasView } from './how-it-was.views.js';

/** What came of a form that was sent. */
export interface Sent<Form> {
  form: Form;
  status: number;
  refused?: string;
}

/** Gathers what the pages of the connections show. */
@Injectable()
export class ConnectionPages {
  constructor(
    private readonly stays: AskableStays,
    private readonly places: PlacesService,
    private readonly answers: HowItWasService,
    private readonly people: PeopleService,
    private readonly acts: ActsService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
    private readonly reader: PageReader,
  ) {}

  /** `sent` is null when the page is only looked at. Throws NotHere for an unknown stay. */
  async list(stayId: string, { who, house, now }: Desk, sent: Sent<ConnectionForm> | null): Promise<Page> {
    const found = await this.stays.find(stayId);
    const place = paths.connections(stayId);
    const draft = sent === null ? await this.drafts.find(who.id, place) : null;
    const { form, status, refused = null } = sent ?? { form: new ConnectionForm(draft?.body), status: 200 };
    const connections = await this.of(stayId);
    const view = connectionsView(form, {
      house,
      now,
      stay: found.stay,
      hasDied: found.hasDied,
      guest: await this.stays.nameOf(found.stay),
      connections,
      places: await this.places.all(),
      said: await this.answers.of(connections.map(({ id }) => id)),
      people: await this.people.names(connections.map(({ personId }) => personId)),
      whyNotAsk: this.stays.whyNot(found, house),
      undos: await this.undos(now),
      refused,
      draft,
      formToken: this.tokens.draw({ personId: who.id, place }),
      plainToken: this.tokens.draw({ personId: who.id, place: '' }),
    });
    return new Page('connections/index', view, status);
  }

  private async undos(now: Temporal.Instant) {
    return {
      made: await this.acts.undoable('connection.made', 'connection', now),
      answered: await this.acts.undoable('connection.answered', 'answer', now),
    };
  }

  /** Throws NotHere for an unknown stay or connection. */
  async howItWas(
    stayId: string,
    id: string,
    { who, house, now }: Desk,
    { form, status, refused }: Sent<HowItWasForm>,
  ): Promise<Page> {
    const [found, connection] = [await this.stays.find(stayId), await this.answers.connection(stayId, id)];
    const view = howItWasView(form, {
      house,
      now,
      connection,
      guest: await this.stays.nameOf(found.stay),
      places: await this.places.all(),
      said: await this.answers.of([id]),
      whyNotAsk: refused ?? this.stays.whyNot(found, house),
      formToken: this.tokens.draw({ personId: who.id, place: '' }),
    });
    return new Page('connections/how-it-was', view, status);
  }

  /** The oldest first; what was undone is shown as undone. */
  private of(stayId: string): Promise<Connection[]> {
    return this.reader.manager.find(Connection, { where: { stayId }, order: { madeAt: 'ASC', id: 'ASC' } });
  }
}
