import { Injectable } from '@nestjs/common';
import { DraftsService } from '../drafts/drafts.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import type { Desk } from '../web/who.js';
import { bodyOf, SupportForm } from './support.forms.js';
import { SupportService } from './support.service.js';
import { TalksService } from './talks.service.js';
import { supportView } from './support.views.js';

/** Gathers what the page shows that asks what was there for a guest. */
@Injectable()
export class SupportPages {
  constructor(
    private readonly support: SupportService,
    private readonly talks: TalksService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** As it is first seen, with what stands already, or with what its person began earlier. */
  async begin(id: string, desk: Desk): Promise<Page> {
    const { last } = await this.support.of(id);
    const draft = await this.drafts.find(desk.who.id, paths.support(id));
    return this.page(id, new SupportForm(draft?.body ?? (last ? bodyOf(last) : undefined)), desk, 200);
  }

  /** Throws NotHere, and a Conflict for a stay of which nobody is asked. */
  async page(id: string, form: SupportForm, { who, house }: Desk, status: number): Promise<Page> {
    const whole = await this.support.stayToAsk(id);
    const place = paths.support(id);
    const draft = status === 200 ? await this.drafts.find(who.id, place) : null;
    const formToken = this.tokens.draw({ personId: who.id, place });
    const [standing, talks] = await Promise.all([this.support.of(id), this.talks.of(id)]);
    const facts = { whole, standing, house, draft, talks, formToken };
    return new Page('stays/support', supportView(form, facts), status);
  }
}
