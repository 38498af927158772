import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { BedsService } from './beds.service.js';
import { boardView } from './beds.views.js';
import { BoardAside } from './board-aside.service.js';
import { BoardService } from './board.service.js';
import { BoardSummary } from './board-summary.service.js';
import { ReadyService } from './ready.service.js';
import { RecentActs } from './recent-acts.service.js';

/** The bed board, where everyone lands. */
@Controller()
export class BedsController {
  constructor(
    private readonly beds: BedsService,
    private readonly readies: ReadyService,
    private readonly board: BoardService,
    private readonly recentActs: RecentActs,
    private readonly summary: BoardSummary,
    private readonly aside: BoardAside,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('beds.view')
  async showBoard(@Req() { visit }: FastifyRequest, @Who() who: Actor, @TheHouse() house: House) {
    const { now } = visit;
    const today = house.time.houseDay(now);
    const [beds, recent, drafts, aside] = await Promise.all([
      this.board.now(today),
      this.recentActs.thisShift(now, who.role),
      this.drafts.all(who.id),
      this.aside.now(who, house, now),
    ]);
    const formToken = this.tokens.draw({ personId: who.id, place: '' });
    const summary = this.summary.of(beds, today);
    const facts = { house, now, role: who.role, summary, aside, recent, drafts, formToken };
    return new Page('beds/board', boardView(facts));
  }

  @Post('beds/:bedId/ready')
  @Permit('beds.ready')
  async ready(
    @Param('bedId') bedId: string,
    @Body() body: FormBody,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const bed = await this.beds.find(bedId);
    const done = await this.acts.once(who, 'beds.ready', body, (tx) =>
      this.readies.ready(tx, bedId, who, house),
    );
    return new SeeOther(done.address, { message: `${bed.name} is ready.`, undo: done.undo });
  }
}
