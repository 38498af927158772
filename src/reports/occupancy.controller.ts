import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import { mayDo } from '../domain/permissions.js';
import { Page } from '../web/answer.js';
import { readQuery } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { aboutSheet, dictionarySheet } from './about.views.js';
import { Downloads, type Format } from './downloads.service.js';
import { occupancyColumns, occupancySheet } from './occupancy-rows.views.js';
import { OccupancyFileForm, OccupancyForm, partedBy } from './occupancy.forms.js';
import { OccupancyService } from './occupancy.service.js';
import { occupancyView } from './occupancy.views.js';
import { periodName } from './period.views.js';
import type { Sheet } from './sheet.service.js';

const NIGHTS = 'Nights of the period that have begun, of every bed in use';
const SHOWN = 'Not hidden: for the house alone';

/** How full the house was, for those who look after it. */
@Controller('reports')
export class OccupancyController {
  constructor(
    private readonly occupancy: OccupancyService,
    private readonly downloads: Downloads,
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
  exportCsv(@Req() { url }: FastifyRequest, @TheDesk() desk: Desk) {
    return this.export(url, desk, 'csv');
  }

  @Get('occupancy.xlsx')
  @Permit('reports.export')
  exportXlsx(@Req() { url }: FastifyRequest, @TheDesk() desk: Desk) {
    return this.export(url, desk, 'xlsx');
  }

  private async export(url: string, desk: Desk, format: Format) {
    const { who, house, now } = desk;
    const form = new OccupancyFileForm(readQuery(url), house.time.houseDay(now));
    const download = await form.submit(async (period) => {
      const rows = occupancySheet(await this.occupancy.report(period, house, now), partedBy(form, period));
      const about = { house, period, madeBy: who.name, madeAt: now, filter: NIGHTS, smallNumbers: SHOWN };
      const sheets: [Sheet, ...Sheet[]] = [rows, dictionarySheet(occupancyColumns), aboutSheet(about)];
      const file = await this.downloads.of(`occupancy-${periodName(period)}-inside`, format, sheets);
      // Written down before the first byte leaves (R44)
      await this.acts.log(who, 'reports.exportInside', undefined, periodName(period));
      return file;
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
