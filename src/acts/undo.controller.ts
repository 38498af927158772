import { Body, Controller, Param, Post } from '@nestjs/common';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { ActsService } from './acts.service.js';
import { UndoService } from './undo.service.js';

/** Undo instead of "Are you sure?". */
@Controller('undo')
export class UndoController {
  constructor(
    private readonly undos: UndoService,
    private readonly acts: ActsService,
  ) {}

  @Post(':actId')
  @Permit('acts.undo')
  async create(
    @Param('actId') actId: string,
    @Body() body: FormBody,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const done = await this.acts.once(who, 'acts.undo', body, (tx) => this.undos.undo(tx, actId, who, house));
    return new SeeOther(done.address, { message: 'Undone.', undo: null });
  }
}
