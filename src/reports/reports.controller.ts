import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { Period } from '../domain/period.js';
import { mayDo } from '../domain/permissions.js';
import type { Actor } from '../domain/person.js';
import { Download, Page, SeeOther } from '../web/answer.js';
import { readQuery } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { aboutSheet, dictionarySheet } from './about.views.js';
import { type OutcomeRows, OutcomesService } from './outcomes.service.js';
import { periodName } from './period.views.js';
import { ExportForm, PeriodForm } from './reports.forms.js';
import { outcomesView } from './reports.views.js';
import { csvPieces } from './sheet.service.js';
import { fileTypes, XlsxWriter } from './xlsx.service.js';

const LEFT = 'A row for each stay that left in the period, by house day';
const NOT_HIDDEN = 'Not hidden: for the house alone';

/** What stays led to, for those who look after the house. */
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly outcomes: OutcomesService,
    private readonly xlsx: XlsxWriter,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('reports.view')
  index() {
    return new SeeOther(paths.outcomes());
  }

  @Get('outcomes')
  @Permit('reports.view')
  async showOutcomes(@Req() { url }: FastifyRequest, @TheDesk() { who, house, now }: Desk) {
    const today = house.time.houseDay(now);
    const form = new PeriodForm(readQuery(url), today);
    const report = await form.submit(async (period) => {
      await this.acts.log(who, 'reports.view', undefined, periodName(period));
      return { period, outcomes: await this.outcomes.compared(period, today, house) };
    });
    return this.page(form, report, today, who);
  }

  @Get('outcomes.csv')
  @Permit('reports.export')
  exportCsv(@Req() { url }: FastifyRequest, @TheDesk() desk: Desk) {
    return this.export(url, desk, 'csv', ({ columns, rows }) =>
      Promise.resolve(csvPieces({ columns: columns.map(({ name }) => name), rows })),
    );
  }

  @Get('outcomes.xlsx')
  @Permit('reports.export')
  exportXlsx(@Req() { url }: FastifyRequest, @TheDesk() desk: Desk) {
    const { who, house, now } = desk;
    return this.export(url, desk, 'xlsx', async ({ columns, rows }, period) => [
      await this.xlsx.write([
        { name: 'Stays that left', columns: columns.map(({ name }) => name), rows },
        dictionarySheet(columns),
        aboutSheet({ house, period, madeBy: who.name, madeAt: now, filter: LEFT, smallNumbers: NOT_HIDDEN }),
      ]),
    ]);
  }

  private async export(
    url: string,
    { who, house, now }: Desk,
    format: keyof typeof fileTypes,
    make: (rows: OutcomeRows, period: Period) => Promise<Iterable<Buffer>>,
  ) {
    const today = house.time.houseDay(now);
    const form = new ExportForm(readQuery(url), today);
    const download = await form.submit(async (period) => {
      // Written down before the first byte leaves (R44)
      await this.acts.log(who, 'reports.exportInside', undefined, periodName(period));
      const pieces = await make(await this.outcomes.rows(period, today, house), period);
      return new Download(`stay-outcomes-${periodName(period)}-inside.${format}`, fileTypes[format], pieces);
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
