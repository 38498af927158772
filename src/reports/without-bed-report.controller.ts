import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import { mayDo } from '../domain/permissions.js';
import { Page } from '../web/answer.js';
import { readQuery } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { Downloads } from './downloads.service.js';
import { periodName } from './period.views.js';
import { ExportForm, PeriodForm } from './reports.forms.js';
import { WithoutBedReport } from './without-bed.service.js';
import { withoutBedReportView, withoutBedSheet } from './without-bed.views.js';

/** What the house did for people without a bed, for those who look after the house. */
@Controller('reports')
export class WithoutBedReportController {
  constructor(
    private readonly withoutBed: WithoutBedReport,
    private readonly downloads: Downloads,
    private readonly acts: ActsService,
  ) {}

  @Get('without-bed')
  @Permit('reports.view')
  async show(@Req() { url }: FastifyRequest, @TheDesk() desk: Desk) {
    const form = new PeriodForm(readQuery(url), desk.house.time.houseDay(desk.now));
    const report = await form.submit(async (period) => {
      await this.acts.log(desk.who, 'reports.view', undefined, periodName(period));
      return { period, figures: await this.withoutBed.figures(period, desk.house) };
    });
    return this.page(form, report, desk);
  }

  @Get('without-bed.csv')
  @Permit('reports.export')
  async file(@Req() { url }: FastifyRequest, @TheDesk() desk: Desk) {
    const form = new ExportForm(readQuery(url), desk.house.time.houseDay(desk.now));
    const download = await form.submit(async (period) => {
      // Written down before the first byte leaves (R44)
      await this.acts.log(desk.who, 'reports.exportInside', undefined, periodName(period));
      const sheet = withoutBedSheet(await this.withoutBed.figures(period, desk.house), desk.house.lists);
      return this.downloads.of(`without-bed-${periodName(period)}-inside`, 'csv', [sheet]);
    });
    return download ?? this.page(form, null, desk);
  }

  private page(
    form: PeriodForm,
    report: Parameters<typeof withoutBedReportView>[1]['report'],
    { who, house, now }: Desk,
  ): Page {
    const facts = { report, today: house.time.houseDay(now), lists: house.lists };
    const view = withoutBedReportView(form, { ...facts, mayExport: mayDo(who.role, 'reports.export') });
    return new Page('reports/without-bed', view, report ? 200 : form.status);
  }
}
