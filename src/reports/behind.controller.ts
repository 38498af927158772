import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import { figureIn } from '../domain/figure.js';
import type { Period } from '../domain/period.js';
import { FindService } from '../stays/find.service.js';
import { Page, SeeOther } from '../web/answer.js';
import { only, readQuery } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { NotHere } from '../web/refusals.js';
import { type Desk, TheDesk } from '../web/who.js';
import { behindView } from './behind.views.js';
import { OutcomesService } from './outcomes.service.js';
import { periodName } from './period.views.js';
import { PeriodForm } from './reports.forms.js';

/** As the trail can keep it: letters, digits and dashes, no more than 64. */
const subjectOf = (period: Period, figure: string): string =>
  `${periodName(period)}-${figure.replaceAll('_', '-')}`.slice(0, 64);

/** The stays behind a figure, for those who look after the house. */
@Controller('reports/outcomes/stays')
export class BehindController {
  constructor(
    private readonly outcomes: OutcomesService,
    private readonly stays: FindService,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('reports.stays')
  async show(@Req() { url }: FastifyRequest, @TheDesk() { who, house, now }: Desk) {
    const query = readQuery(url);
    const today = house.time.houseDay(now);
    const form = new PeriodForm(query, today);
    const page = await form.submit(async (period) => {
      const figure = figureIn(
        await this.outcomes.report(period, today, house),
        only(query, 'figure') || 'left',
      );
      if (!figure?.stays) throw new NotHere();
      // Written down before the names are sent (R44)
      await this.acts.log(who, 'reports.stays', undefined, subjectOf(period, figure.code));
      const stays = await this.stays.these(figure.stays);
      return new Page('reports/stays', behindView({ figure, period, stays, house, today }));
    });
    return page ?? new SeeOther(paths.outcomes());
  }
}
