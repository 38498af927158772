import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import { mayDo } from '../domain/permissions.js';
import type { Actor } from '../domain/person.js';
import { Page, SeeOther } from '../web/answer.js';
import { readQuery } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { Downloads, type Format } from './downloads.service.js';
import { OutcomeFiles, type Reader } from './outcome-files.service.js';
import { OutcomesService } from './outcomes.service.js';
import { periodName } from './period.views.js';
import { ExportForm, PeriodForm } from './reports.forms.js';
import { outcomesView } from './reports.views.js';

/** How the trail has each of them. */
const EXPORTS: Record<Reader, string> = { inside: 'reports.exportInside', anyone: 'reports.exportAnyone' };

/** What stays led to, for those who look after the house. */
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly outcomes: OutcomesService,
    private readonly files: OutcomeFiles,
    private readonly downloads: Downloads,
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
    return this.export(url, desk, 'csv');
  }

  @Get('outcomes.xlsx')
  @Permit('reports.export')
  exportXlsx(@Req() { url }: FastifyRequest, @TheDesk() desk: Desk) {
    return this.export(url, desk, 'xlsx');
  }

  private async export(url: string, { who, house, now }: Desk, format: Format) {
    const form = new ExportForm(readQuery(url), house.time.houseDay(now), ['inside', 'anyone']);
    const download = await form.submit(async (period) => {
      const reader = form.sharing as Reader;
      const sheets = await this.files.of(reader, { who, house, now, period });
      const file = await this.downloads.of(`stay-outcomes-${periodName(period)}-${reader}`, format, sheets);
      // Written down before the first byte leaves (R44)
      await this.acts.log(who, EXPORTS[reader], undefined, periodName(period));
      return file;
    });
    return download ?? this.page(form, null, house.time.houseDay(now), who);
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
