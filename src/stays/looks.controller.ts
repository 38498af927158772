import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { SeeOther } from '../web/answer.js';
import { cameFrom } from '../web/came-from.js';
import { aboutStay } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { LooksService } from './looks.service.js';

/** "Is S. still here?", answered with yes (R8). */
@Controller('stays/:id/still-here')
export class LooksController {
  constructor(
    private readonly looks: LooksService,
    private readonly acts: ActsService,
  ) {}

  @Post()
  @Permit('stays.seen')
  async create(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const done = await this.acts.once(who, 'stays.seen', body, (tx) => this.looks.seen(tx, id, who, house));
    const isOnShift = cameFrom(request) === paths.shift();
    const message = [aboutStay(id), ' is still here. The leaving day is not changed.'];
    return new SeeOther(isOnShift ? paths.shift() : done.address, { message, undo: done.undo });
  }
}
