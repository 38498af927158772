import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService, type Done } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { SeeOther } from '../web/answer.js';
import { aboutStay } from '../web/flash.js';
import { type FormBody, only } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { CheckInService } from './check-in.service.js';
import { CheckInPages } from './check-in-pages.service.js';
import { CheckInStarts } from './check-in-starts.service.js';
import { CheckInForm } from './check-in.forms.js';

/** Welcoming someone, on one page. */
@Controller('check-in')
export class CheckInController {
  constructor(
    private readonly checkIns: CheckInService,
    private readonly pages: CheckInPages,
    private readonly starts: CheckInStarts,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('stays.checkIn')
  async newCheckIn(
    @Query('bed') bed: unknown,
    @Query('hold') hold: unknown,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const { body, draftSavedAt } = await this.starts.of({ bed, hold }, who, visit, house);
    const form = new CheckInForm(body, { time: house.time, now: visit.now });
    return this.pages.page(form, who, house, { status: 200, draftSavedAt });
  }

  @Post()
  @Permit('stays.checkIn')
  async createCheckIn(
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new CheckInForm(body, { time: house.time, now: visit.now });
    if (only(body, 'change') === 'yes') return this.pages.page(form, who, house, { status: 200 });
    try {
      const done = await form.submit(async (said) => {
        const values = await this.checkIns.withHeldName(said);
        await this.checkIns.checkKnown(values);
        return this.acts.once(who, 'stays.checkIn', body, (tx) =>
          this.checkIns.checkIn(tx, values, who, house),
        );
      });
      if (done) return new SeeOther(done.address, { message: welcomedWords(done), undo: done.undo });
    } catch (error) {
      return this.pages.answer(error, form, who, house);
    }
    return this.pages.page(form, who, house, { status: 422 });
  }
}

/** Sent once more it is known to be done, not of whom. */
const welcomedWords = ({ subjectId: id }: Done) =>
  id ? [aboutStay(id), ' is checked in.'] : 'Checked in already.';
