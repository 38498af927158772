import { Body, Controller, Get, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { ClocksService } from '../incidents/clocks.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { ClocksForm } from './clocks.forms.js';
import { clocksView } from './clocks.views.js';

/** How soon somebody must hear when something happened. */
@Controller('settings/clocks')
export class ClocksController {
  constructor(
    private readonly clocks: ClocksService,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('settings.manage')
  async show(@Who() who: Actor, @TheHouse() house: House) {
    const draft = await this.drafts.find(who.id, paths.clockSettings());
    return this.page(new ClocksForm(draft?.body, kindsOf(house)), who, house, 200);
  }

  @Post()
  @Permit('settings.manage')
  async change(@Body() body: FormBody, @Who() who: Actor, @TheHouse() house: House) {
    const form = new ClocksForm(body, kindsOf(house));
    const done = await form.submit(({ seen, clocks }) =>
      this.acts.once(who, 'settings.manage', body, async (tx) => {
        await this.clocks.keep(tx, clocks, seen, who.id);
        return { address: paths.clockSettings(), subjectId: null, undo: null };
      }),
    );
    if (done)
      return new SeeOther(done.address, {
        message: 'Kept. What was written before keeps its clocks.',
        undo: null,
      });
    return this.page(form, who, house, form.status);
  }

  private async page(form: ClocksForm, who: Actor, house: House, status: number): Promise<Page> {
    const place = paths.clockSettings();
    const draft = status === 200 ? await this.drafts.find(who.id, place) : null;
    const formToken = this.tokens.draw({ personId: who.id, place });
    const view = clocksView(form, { house, clocks: await this.clocks.of(), draft, formToken });
    return new Page('settings-pages/clocks', view, status);
  }
}

const kindsOf = ({ lists }: House): string[] => lists.of('happened-kinds').live.map(({ code }) => code);
