import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import { mayDo } from '../domain/permissions.js';
import { Download, Page } from '../web/answer.js';
import { readQuery } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { csvBytes } from './csv.service.js';
import { occupancyColumns, occupancyRows } from './occupancy-rows.views.js';
import { OccupancyFileForm, OccupancyForm, partedBy } from './occupancy.forms.js';
import { OccupancyService } from './occupancy.service.js';
import { occupancyView } from './occupancy.views.js';
import { periodName } from './period.views.js';

/** How full the house was, for those who look after it. */
@Controller('reports')
export class OccupancyController {
  constructor(
    private readonly occupancy: OccupancyService,
    private readonly acts: ActsService,
  ) {}

  @Get('occupancy')
  @Permit('reports.view')
  async show(@Req() { url }: FastifyRequest, @TheDesk() desk: Desk) {
    const { who, house, now } = desk;
    const form = new OccupancyForm(readQuery(url), house.time.houseDay(now));
    const report = await form.submit(async (period) => {
      await this.acts.log(who, 'reports.view', undefined, periodName(period));
      return { period, occupancy: await this.occupancy.compared(period, house, now) };
    });
    return this.page(form, report, desk);
  }

  @Get('occupancy.csv')
  @Permit('reports.export')
  async file(@Req() { url }: FastifyRequest, @TheDesk() desk: Desk) {
    const { who, house, now } = desk;
    const form = new OccupancyFileForm(readQuery(url), house.time.houseDay(now));
    const download = await form.submit(async (period) => {
      // Written down before the first byte leaves (R44)
      await this.acts.log(who, 'reports.exportInside', undefined, periodName(period));
      const report = await this.occupancy.report(period, house, now);
      const bytes = csvBytes(occupancyColumns, occupancyRows(report, partedBy(form, period)), true);
      return new Download(`occupancy-${periodName(period)}-inside.csv`, 'text/csv; charset=utf-8', [bytes]);
    });
    return download ?? this.page(form, null, desk);
  }

  private page(
    form: OccupancyForm | OccupancyFileForm,
    report: Parameters<typeof occupancyView>[1]['report'],
    { who, house, now }: Desk,
  ): Page {
    const facts = { report, today: house.time.houseDay(now), mayExport: mayDo(who.role, 'reports.export') };
    return new Page('reports/occupancy', occupancyView(form, facts), report ? 200 : form.status);
  }
}
