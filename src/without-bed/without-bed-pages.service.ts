import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { ActsService } from '../acts/acts.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import type { Desk } from '../web/who.js';
import { detailsView } from './details.views.js';
import { HelpDetailsForm, type TapForm } from './without-bed.forms.js';
import { WithoutBedService } from './without-bed.service.js';
import { withoutBedView } from './without-bed.views.js';

/** Gathers what the pages show. */
@Injectable()
export class WithoutBedPages {
  constructor(
    private readonly withoutBed: WithoutBedService,
    private readonly acts: ActsService,
    private readonly people: PeopleService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** What can be tapped, and what was on this house day. */
  async list(form: TapForm, houseDay: Temporal.PlainDate, { who, house, now }: Desk, status = 200) {
    const [help, undoable] = await Promise.all([
      this.withoutBed.of(houseDay),
      this.acts.undoable('help.noted', 'help', now),
    ]);
    const people = await this.people.names(help.map(({ personId }) => personId));
    const formToken = this.tokens.draw({ personId: who.id, place: '' });
    const view = withoutBedView(form, { house, now, houseDay, help, people, undoable, formToken });
    return new Page('without-bed/index', view, status);
  }

  /** One line with what its person began to say of it (R31). Throws NotHere. */
  async details(id: string, desk: Desk): Promise<Page> {
    const draft = await this.drafts.find(desk.who.id, paths.helpDetails(id));
    const form = new HelpDetailsForm({ time: desk.house.time, now: desk.now }, draft?.body);
    return this.detailsOf(form, id, desk, { status: 200, draft });
  }

  async detailsOf(
    form: HelpDetailsForm,
    id: string,
    { who, house, now }: Desk,
    { status, draft }: { status: number; draft: Awaited<ReturnType<DraftsService['find']>> },
  ): Promise<Page> {
    const help = await this.withoutBed.find(id);
    const formToken = this.tokens.draw({ personId: who.id, place: paths.helpDetails(id) });
    const facts = { house, now, help, canChange: help.canChange(now, house), draft, formToken };
    return new Page('without-bed/details', detailsView(form, facts), status);
  }
}
