import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Act } from '../domain/act.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { SeeOther } from '../web/answer.js';
import { cameFrom } from '../web/came-from.js';
import { aboutBed, aboutStay, type Flash } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
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
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const done = await this.acts.once(who, 'acts.undo', body, (tx) => this.undos.undo(tx, actId, who, house));
    // Whoever keys in from paper goes on with it
    const isFromPaper = cameFrom(request) === paths.fromPaper();
    const message = wordsOf(await this.undos.about(actId));
    return new SeeOther(isFromPaper ? paths.fromPaper() : done.address, { message, undo: null });
  }
}

/** Of whom or of which bed it was; of a call or a note there is nothing to name. */
function wordsOf({ stayId, bedId }: Pick<Act, 'stayId' | 'bedId'>): Flash['message'] {
  if (stayId) return ['Undone: ', aboutStay(stayId), '.'];
  return bedId ? ['Undone: ', aboutBed(bedId), '.'] : 'Undone.';
}
