import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { type Answer, SeeOther } from '../web/answer.js';
import { aboutStay } from '../web/flash.js';
import { type FormBody, only } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { CorrectionPages, correctionIn } from './correction-pages.service.js';
import { CorrectForm, ReopenForm } from './corrections.forms.js';
import { CorrectionsService } from './corrections.service.js';
import { ReopeningService } from './reopening.service.js';

/** A coordinator puts right what was written down wrongly (R53). */
@Controller('stays/:id')
export class CorrectionsController {
  constructor(
    private readonly corrections: CorrectionsService,
    private readonly reopenings: ReopeningService,
    private readonly pages: CorrectionPages,
    private readonly acts: ActsService,
  ) {}

  @Get('correct')
  @Permit('stays.correct', { isRecord: true })
  newCorrection(
    @Param('id') id: string,
    @Query('field') field: unknown,
    @Query('part') part: unknown,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ): Promise<Answer> {
    const correction = correctionIn(field);
    if (correction === null) return this.pages.list(id, who, house, request);
    return this.pages.begin({
      id,
      correction,
      part: typeof part === 'string' ? part : '',
      who,
      house,
      request,
    });
  }

  @Post('correct')
  @Permit('stays.correct', { isRecord: true })
  async createCorrection(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ): Promise<Answer> {
    const form = new CorrectForm(body, { time: house.time, now: request.visit.now });
    const correction = correctionIn(form.field);
    // Nothing that one of our pages sends: there is no question to draw again
    if (correction === null || correction === 'reopen') return this.pages.list(id, who, house, request, 422);
    const place = { id, correction, part: only(body, 'part'), who, house, request };
    try {
      const done = await form.submit((to) =>
        this.acts.once(who, 'stays.correct', body, (tx) => this.corrections.correct(tx, id, to, who, house)),
      );
      if (done)
        return new SeeOther(done.address, { message: ['Put right: ', aboutStay(id), '.'], undo: null });
    } catch (error) {
      return this.pages.answer(error, form, place);
    }
    return this.pages.page(form, place, { status: form.status });
  }

  @Post('reopen')
  @Permit('stays.reopen', { isRecord: true })
  async createReopening(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ): Promise<Answer> {
    const form = new ReopenForm(body, { time: house.time, now: request.visit.now });
    const place = { id, correction: 'reopen', part: '', who, house, request } as const;
    try {
      const done = await form.submit((to) =>
        this.acts.once(who, 'stays.reopen', body, (tx) => this.reopenings.reopen(tx, id, to, who, house)),
      );
      if (done)
        return new SeeOther(done.address, { message: [aboutStay(id), ' is here again.'], undo: null });
    } catch (error) {
      return this.pages.answer(error, form, place);
    }
    return this.pages.page(form, place, { status: form.status });
  }
}
