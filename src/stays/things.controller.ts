import { Body, Controller, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { Conflict } from '../domain/conflict.js';
import { thingsEnds } from '../domain/things-left.js';
import { SeeOther } from '../web/answer.js';
import { type FormBody, only } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { ThingsLeft } from './things-left.service.js';

/** What became of things that were left behind: one click. */
@Controller('stays/:id/things')
export class ThingsController {
  constructor(
    private readonly things: ThingsLeft,
    private readonly acts: ActsService,
  ) {}

  @Post()
  @Permit('stays.things', { isRecord: true })
  async end(@Param('id') id: string, @Body() body: FormBody, @TheDesk() { who, house }: Desk) {
    const how = thingsEnds.find(({ code }) => code === only(body, 'how'));
    if (!how) throw new Conflict('Press one of the buttons: what became of them?');
    const { address, undo } = await this.acts.once(who, 'stays.things', body, (tx) =>
      this.things.end(tx, id, how.code, who, house),
    );
    return new SeeOther(address, { message: `Things left: ${how.label.toLowerCase()}.`, undo });
  }
}
