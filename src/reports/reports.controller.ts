import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import { mayDo } from '../domain/permissions.js';
import type { Actor } from '../domain/person.js';
import { Download, Page, SeeOther } from '../web/answer.js';
import { readQuery } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { csvPieces } from './sheet.service.js';
import { OutcomesService } from './outcomes.service.js';
import { periodName } from './period.views.js';
import { ExportForm, PeriodForm } from './reports.forms.js';
import { outcomesView } from './reports.views.js';

/** What stays led to, for those who look after the house. */
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly outcomes: OutcomesService,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('reports.view')
  index() {
    return new SeeOther(paths.outcomes());
  }

  @Get('outcomes')
  @Permit('reports.view')
  async showOutcomes(@Req() { url, visit }: FastifyRequest, @Who() who: Actor, @TheHouse() house: House) {
    const today = house.time.houseDay(visit.now);
    const form = new PeriodForm(readQuery(url), today);
    const report = await form.submit(async (period) => {
      await this.acts.log(who, 'reports.view', undefined, periodName(period));
      return { period, outcomes: await this.outcomes.compared(period, today, house) };
    });
    return this.page(form, report, today, who);
  }

  @Get('outcomes.csv')
  @Permit('reports.export')
  async exportOutcomes(@Req() { url, visit }: FastifyRequest, @Who() who: Actor, @TheHouse() house: House) {
    const today = house.time.houseDay(visit.now);
    const form = new ExportForm(readQuery(url), today);
    const download = await form.submit(async (period) => {
      // Written down before the first byte leaves (R44)
      await this.acts.log(who, 'reports.exportInside', undefined, periodName(period));
      const file = `stay-outcomes-${periodName(period)}-inside.csv`;
      const { columns, rows } = await this.outcomes.rows(period, today, house);
      const pieces = csvPieces({ columns: columns.map(({ name }) => name), rows });
      return new Download(file, 'text/csv; charset=utf-8', pieces);
    });
    return download ?? this.page(form, null, today, who);
  }

  private page(
    form: PeriodForm,
    report: Parameters<typeof outcomesView>[1]['report'],
    today: Parameters<typeof outcomesView>[1]['today'],
    who: Actor,
  ) {
    const mayExport = mayDo(who.role, 'reports.export');
    return new Page(
      'reports/outcomes',
      outcomesView(form, { report, today, mayExport }),
      report ? 200 : form.status,
    );
  }
}
