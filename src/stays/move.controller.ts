import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { SeeOther } from '../web/answer.js';
import { aboutStay } from '../web/flash.js';
import { type FormBody, only } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { MoveForm } from './move.forms.js';
import { MoveService } from './move.service.js';
import { MovePages } from './move-pages.service.js';
import { StaysService } from './stays.service.js';

/** A guest goes to another bed. */
@Controller('stays/:id/move')
export class MoveController {
  constructor(
    private readonly stays: StaysService,
    private readonly moves: MoveService,
    private readonly pages: MovePages,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('stays.move', { isRecord: true })
  async newMove(
    @Param('id') id: string,
    @Query('bed') bed: unknown,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    if (!(await this.stays.find(id)).stay.isHere) return new SeeOther(paths.stay(id));
    const draft = await this.drafts.find(who.id, paths.move(id));
    // The bed that was offered elsewhere counts, also over one that was chosen in what was begun earlier
    const offered: [string, string[]][] = typeof bed === 'string' && bed !== '' ? [['bedId', [bed]]] : [];
    const body = new Map<string, readonly string[]>([...(draft?.body ?? []), ...offered]);
    const form = new MoveForm(body, { time: house.time, now: visit.now });
    return this.pages.page(form, { id, kind: 'move', who, house, visit }, { status: 200 });
  }

  @Post()
  @Permit('stays.move', { isRecord: true })
  async createMove(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new MoveForm(body, { time: house.time, now: visit.now });
    const place = { id, kind: 'move', who, house, visit } as const;
    if (only(body, 'look') !== '') return this.pages.page(form, place, { status: 200 });
    try {
      const done = await form.submit((move) =>
        this.acts.once(who, 'stays.move', body, (tx) => this.moves.move(tx, id, move, who, house)),
      );
      if (done) return new SeeOther(done.address, { message: movedWords(id), undo: done.undo });
    } catch (error) {
      return this.pages.answer(error, form, place);
    }
    return this.pages.page(form, place, { status: form.status });
  }
}

/** 'S. moved to Birch.' */
const movedWords = (id: string) => [aboutStay(id, 'name'), ' moved to ', aboutStay(id, 'bed'), '.'];
