import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { SeeOther } from '../web/answer.js';
import { aboutStay } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { SwapForm } from './move.forms.js';
import { MovePages } from './move-pages.service.js';
import { StaysService } from './stays.service.js';
import { SwapService } from './swap.service.js';

/** Two guests change beds. */
@Controller('stays/:id/swap')
export class SwapController {
  constructor(
    private readonly stays: StaysService,
    private readonly swaps: SwapService,
    private readonly pages: MovePages,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('stays.swap', { isRecord: true })
  async newSwap(
    @Param('id') id: string,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    if (!(await this.stays.find(id)).stay.isHere) return new SeeOther(paths.stay(id));
    const draft = await this.drafts.find(who.id, paths.swap(id));
    const form = new SwapForm(draft?.body ?? new Map(), { time: house.time, now: visit.now });
    return this.pages.page(form, { id, kind: 'swap', who, house, visit }, { status: 200 });
  }

  @Post()
  @Permit('stays.swap', { isRecord: true })
  async createSwap(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new SwapForm(body, { time: house.time, now: visit.now });
    const place = { id, kind: 'swap', who, house, visit } as const;
    try {
      const done = await form.submit((swap) =>
        this.acts.once(who, 'stays.swap', body, (tx) => this.swaps.swap(tx, id, swap, who, house)),
      );
      if (done) {
        const message = [aboutStay(id), ' and ', aboutStay(form.otherStayId), ' have swapped beds.'];
        return new SeeOther(done.address, { message, undo: done.undo });
      }
    } catch (error) {
      return this.pages.answer(error, form, place);
    }
    return this.pages.page(form, place, { status: form.status });
  }
}
