import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { BedTaken } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { SeeOther } from '../web/answer.js';
import { aboutBed } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { ClosurePages } from './closure-pages.service.js';
import { CancelForm, ClosureForm } from './closures.forms.js';
import { ClosuresService } from './closures.service.js';

/** A closure that is there: other dates, its end, a coordinator's look (R11). */
@Controller('closures/:id')
export class ClosuresController {
  constructor(
    private readonly closures: ClosuresService,
    private readonly pages: ClosurePages,
    private readonly acts: ActsService,
  ) {}

  @Get('change')
  @Permit('beds.manage')
  editClosure(@Param('id') id: string, @Who() who: Actor, @TheHouse() house: House) {
    return this.pages.change(id, new ClosureForm(), who, house);
  }

  @Post('change')
  @Permit('beds.manage')
  async changeClosure(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const { bedId } = await this.closures.find(id);
    const form = new ClosureForm(body);
    try {
      const done = await form.submit(({ version, dates }) =>
        this.acts.once(who, 'beds.manage', body, (tx) =>
          this.closures.change(tx, id, version, dates, who, house),
        ),
      );
      if (done)
        return new SeeOther(done.address, {
          message: ['The closure is changed: ', aboutBed(bedId), '.'],
          undo: null,
        });
    } catch (error) {
      if (!(error instanceof BedTaken)) throw error;
      return this.pages.change(id, form, who, house, true);
    }
    return this.pages.change(id, form, who, house);
  }

  @Get('cancel')
  @Permit('beds.manage')
  newCancel(@Param('id') id: string, @Who() who: Actor, @TheHouse() house: House) {
    return this.pages.cancel(id, new CancelForm(), who, house);
  }

  @Post('cancel')
  @Permit('beds.manage')
  async createCancel(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const { bedId } = await this.closures.find(id);
    const form = new CancelForm(body);
    const done = await form.submit((note) =>
      this.acts.once(who, 'beds.manage', body, (tx) => this.closures.cancel(tx, id, note, who, house)),
    );
    if (!done) return this.pages.cancel(id, form, who, house);
    return new SeeOther(done.address, {
      message: ['The closure has ended: ', aboutBed(bedId), '.'],
      undo: null,
    });
  }

  @Post('seen')
  @Permit('beds.manage')
  async seen(@Param('id') id: string, @Body() body: FormBody, @Who() who: Actor) {
    const { bedId } = await this.closures.find(id);
    const done = await this.acts.once(who, 'beds.manage', body, (tx) => this.closures.markSeen(tx, id, who));
    return new SeeOther(done.address, { message: ['Looked at: ', aboutBed(bedId), '.'], undo: null });
  }
}
