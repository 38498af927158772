import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { BedsService } from '../beds/beds.service.js';
import { BedTaken } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { ClosurePages } from './closure-pages.service.js';
import { CloseNowForm } from './closures.forms.js';
import { ClosuresService } from './closures.service.js';

/** A bed or a room out of use from now on, by anyone on shift (R11). */
@Controller('beds/:bedId/close-now')
export class CloseNowController {
  constructor(
    private readonly closures: ClosuresService,
    private readonly beds: BedsService,
    private readonly pages: ClosurePages,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('beds.closeNow')
  newCloseNow(@Param('bedId') bedId: string, @Who() who: Actor, @TheHouse() house: House) {
    return this.pages.beginCloseNow(bedId, who, house);
  }

  @Post()
  @Permit('beds.closeNow')
  async createCloseNow(
    @Param('bedId') bedId: string,
    @Body() body: FormBody,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const bed = await this.beds.find(bedId);
    const form = new CloseNowForm(body);
    try {
      const done = await form.submit((values) =>
        this.acts.once(who, 'beds.closeNow', body, (tx) =>
          this.closures.closeNow(tx, bedId, values, who, house),
        ),
      );
      const what = form.room === '' ? bed.name : `${bed.name} and its room`;
      if (done) return new SeeOther(done.address, { message: `Not in use: ${what}.`, undo: done.undo });
    } catch (error) {
      if (!(error instanceof BedTaken)) throw error;
      return this.pages.closeNow(bedId, form, who, house, { isTaken: true });
    }
    return this.pages.closeNow(bedId, form, who, house);
  }
}
