import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BoardSummary } from '../beds/board-summary.service.js';
import type { House } from '../domain/house.js';
import { Page } from '../web/answer.js';
import { readQuery } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { TheHouse } from '../web/who.js';
import { TimelineForm } from './timeline.forms.js';
import { TimelineService } from './timeline.service.js';
import { timelineView } from './timeline.views.js';

/** The nights of every bed side by side, as a table or as a list. */
@Controller('timeline')
export class TimelineController {
  constructor(
    private readonly nights: TimelineService,
    private readonly summary: BoardSummary,
  ) {}

  @Get()
  @Permit('beds.view')
  async show(@Req() { url, visit }: FastifyRequest, @TheHouse() house: House) {
    const { now } = visit;
    const today = house.time.houseDay(now);
    const form = new TimelineForm(readQuery(url), today);
    const table = await form.submit(async (period) => {
      const beds = await this.nights.of(period, today, now);
      return { period, beds, summary: this.summary.of(beds, today) };
    });
    const template = form.isList ? 'timeline/list' : 'timeline/table';
    return new Page(template, timelineView(form, { house, today, table }), table ? 200 : form.status);
  }
}
