import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import { Page, SeeOther } from '../web/answer.js';
import { type FormBody, readQuery } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { ViewLog } from '../web/view-audit.interceptor.js';
import { type Desk, TheDesk } from '../web/who.js';
import { AnyonePages } from './anyone-pages.service.js';
import { GiveOutForm, GridForm } from './anyone.forms.js';
import { anyoneView } from './anyone.views.js';
import { GivenOutService } from './given-out.service.js';
import { OutcomesService } from './outcomes.service.js';
import { periodName, periodQuery } from './period.views.js';

/** Tables for anyone outside: looked at first, then given out and repeated as they were (R39). */
@Controller('reports/outcomes/anyone')
export class AnyoneController {
  constructor(
    private readonly pages: AnyonePages,
    private readonly givenOut: GivenOutService,
    private readonly outcomes: OutcomesService,
    private readonly acts: ActsService,
    private readonly views: ViewLog,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('reports.giveOut')
  show(@Req() { url }: FastifyRequest, @TheDesk() desk: Desk) {
    return this.page(new GiveOutForm(readQuery(url), desk.house.time.houseDay(desk.now)), desk);
  }

  @Post('grid')
  @Permit('reports.giveOut')
  async choose(@Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house, now } = desk;
    const form = new GridForm(body);
    const done = await form.submit((grid) =>
      this.acts.once(who, 'reports.giveOut', body, async (tx) => {
        await this.givenOut.chooseGrid(tx, who, house, grid);
        return { address: paths.anyone(), subjectId: grid, undo: null };
      }),
    );
    if (done) return new SeeOther(done.address, { message: 'Chosen, for good.', undo: null });
    return this.page(new GiveOutForm(new Map(), house.time.houseDay(now)), desk, form);
  }

  @Post()
  @Permit('reports.giveOut')
  async give(@Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house, now } = desk;
    const today = house.time.houseDay(now);
    const form = new GiveOutForm(body, today);
    const done = await form.submit(async (period) => {
      const counts = await this.outcomes.toShare(period, today, house);
      return this.acts.once(who, 'reports.giveOut', body, async (tx) => {
        if (form.seen === 0) await this.givenOut.giveOut(tx, who, house, period, counts);
        else await this.givenOut.correct(tx, who, house, period, counts, form.seen);
        const address = `${paths.anyone()}?${periodQuery(period)}`;
        return { address, subjectId: periodName(period), undo: null };
      });
    });
    if (!done) return this.page(form, desk);
    return new SeeOther(done.address, { message: 'Given out. It stays as it is from now on.', undo: null });
  }

  private async page(form: GiveOutForm, { who, house, now }: Desk, gridForm = new GridForm()): Promise<Page> {
    const today = house.time.houseDay(now);
    const asked = form.isLastQuarter ? null : form;
    const shown = asked
      ? await asked.submit((period) => this.pages.of(period, today, house))
      : await this.pages.of(null, today, house);
    if (shown?.period) await this.views.viewed(who.id, 'reports.view', periodName(shown.period));
    const formToken = this.tokens.draw({ personId: who.id, place: paths.anyone() });
    const isWrong = shown === null || Object.keys(gridForm.errors).length > 0;
    const view = anyoneView({ form, gridForm }, { shown, today, house, formToken });
    return new Page('reports/anyone', view, isWrong ? 422 : 200);
  }
}
