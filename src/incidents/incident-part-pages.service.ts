import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import type { WordingView } from '../web/wording-hints.js';
import type { Desk } from '../web/who.js';
import { PartForm } from './incident-words.forms.js';
import { partView } from './incident-part.views.js';
import { IncidentParts } from './incident-parts.service.js';
import { IncidentWordsService } from './incident-words.service.js';
import { IncidentsService } from './incidents.service.js';

interface SentPart {
  status: number;
  form?: PartForm;
  refused?: string;
  wording?: WordingView;
}

/** Gathers what is read with one guest. */
@Injectable()
export class IncidentPartPages {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly words: IncidentWordsService,
    private readonly parts: IncidentParts,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** Throws NotHere for whoever may not read all of it, and for a guest it does not concern. */
  async check(id: string, guestId: string, who: Actor) {
    const incident = await this.incidents.findWhole(id, who);
    return { incident, guest: await this.parts.guest(id, guestId) };
  }

  async of(
    id: string,
    guestId: string,
    { who, house }: Desk,
    sent: SentPart = { status: 200 },
  ): Promise<Page> {
    const place = paths.happeningWith(id, guestId);
    const draft = sent.form ? null : await this.drafts.find(who.id, place);
    const view = partView(sent.form ?? new PartForm(draft?.body), {
      ...(await this.check(id, guestId, who)),
      house,
      words: await this.words.of([id]),
      refused: sent.refused ?? null,
      wording: sent.wording ?? null,
      draft,
      formToken: this.tokens.draw({ personId: who.id, place }),
    });
    return new Page('incidents/with', view, sent.status);
  }
}
