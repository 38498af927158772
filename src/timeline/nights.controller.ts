import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BoardSummary } from '../beds/board-summary.service.js';
import type { House } from '../domain/house.js';
import { parseDay } from '../domain/house-time.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Page } from '../web/answer.js';
import { Permit } from '../web/permit.js';
import { TheHouse } from '../web/who.js';
import { nightView } from './night.views.js';
import { TimelineService } from './timeline.service.js';

/** One night of the house: who has which bed. */
@Controller('nights')
export class NightsController {
  constructor(
    private readonly nights: TimelineService,
    private readonly summary: BoardSummary,
  ) {}

  /** Throws a RuleViolation when there is no such night. */
  @Get(':date')
  @Permit('beds.view')
  async show(@Param('date') date: string, @Req() { visit }: FastifyRequest, @TheHouse() house: House) {
    const night = parseDay(date);
    if (!night)
      throw new RuleViolation('date', 'There is no such night. Write it as 2026-11-22, from 2000 to 2099');
    const today = house.time.houseDay(visit.now);
    const beds = await this.nights.of({ start: night, end: night.add({ days: 1 }) }, today, visit.now);
    const summary = this.summary.of(beds, today);
    return new Page('timeline/night', nightView({ house, today, night, beds, summary }));
  }
}
