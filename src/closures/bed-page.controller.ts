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
import { BedPages } from './bed-pages.service.js';
import { ClosureForm } from './closures.forms.js';
import { ClosuresService } from './closures.service.js';

/** A bed's own page, and planning when it is out of use. */
@Controller('beds/:bedId')
export class BedPageController {
  constructor(
    private readonly closures: ClosuresService,
    private readonly beds: BedsService,
    private readonly pages: BedPages,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('beds.manage')
  show(@Param('bedId') bedId: string, @Who() who: Actor, @TheHouse() house: House) {
    return this.pages.bed(bedId, new ClosureForm(), who, house);
  }

  @Post('closures')
  @Permit('beds.manage')
  async createClosure(
    @Param('bedId') bedId: string,
    @Body() body: FormBody,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const bed = await this.beds.find(bedId);
    const form = new ClosureForm(body);
    try {
      const done = await form.submit(({ dates }) =>
        this.acts.once(who, 'beds.manage', body, (tx) => this.closures.plan(tx, bedId, dates, who, house)),
      );
      if (done)
        return new SeeOther(done.address, { message: `${bed.name} will be out of use.`, undo: done.undo });
    } catch (error) {
      if (!(error instanceof BedTaken)) throw error;
      return this.pages.bed(bedId, form, who, house, true);
    }
    return this.pages.bed(bedId, form, who, house);
  }
}
