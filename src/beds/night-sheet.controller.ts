import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { Page } from '../web/answer.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { BoardService } from './board.service.js';
import { BoardSummary } from './board-summary.service.js';
import { nightSheetView } from './night-sheet.views.js';
import { SheetsService } from './sheets.service.js';

/** The night on paper. */
@Controller()
export class NightSheetController {
  constructor(
    private readonly board: BoardService,
    private readonly summary: BoardSummary,
    private readonly acts: ActsService,
    private readonly sheets: SheetsService,
  ) {}

  /** It names everyone in the house, so who looked is written down before it is sent (R44). */
  @Get('beds/print')
  @Permit('beds.view')
  async print(@Req() { visit }: FastifyRequest, @Who() who: Actor, @TheHouse() house: House) {
    const { now } = visit;
    const today = house.time.houseDay(now);
    const { beds } = this.summary.of(await this.board.now(today), today);
    await this.acts.log(who, 'beds.print', (tx) => this.sheets.settle(tx, 'printed', who, house));
    return new Page('beds/night-sheet', nightSheetView({ house, now, beds, printedBy: who.name }));
  }
}
