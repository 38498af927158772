import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import type { Answer } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { AbsencePages } from './absence-pages.service.js';
import { AwayForm, BackForm, NotSeenForm } from './absence.forms.js';
import { AbsencesService } from './absences.service.js';

/** A guest is out of the house for a night, nobody has seen them, or they are back (R21). */
@Controller('stays/:id')
export class AbsenceController {
  constructor(
    private readonly absences: AbsencesService,
    private readonly pages: AbsencePages,
    private readonly acts: ActsService,
  ) {}

  @Get('away')
  @Permit('stays.away', { isRecord: true })
  newAway(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    return this.pages.begin({ id, kind: 'away', who, house, request }, AwayForm);
  }

  @Get('not-seen')
  @Permit('stays.notSeen', { isRecord: true })
  newNotSeen(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    return this.pages.begin({ id, kind: 'notSeen', who, house, request }, NotSeenForm);
  }

  @Get('back')
  @Permit('stays.back', { isRecord: true })
  newBack(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    return this.pages.begin({ id, kind: 'back', who, house, request }, BackForm);
  }

  @Post('away')
  @Permit('stays.away', { isRecord: true })
  createAway(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ): Promise<Answer> {
    const form = new AwayForm(body, { time: house.time, now: request.visit.now });
    return this.pages.send({ id, kind: 'away', who, house, request }, form, (told) =>
      this.acts.once(who, 'stays.away', body, (tx) => this.absences.away(tx, id, told, who, house)),
    );
  }

  @Post('not-seen')
  @Permit('stays.notSeen', { isRecord: true })
  createNotSeen(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ): Promise<Answer> {
    const form = new NotSeenForm(body, { time: house.time, now: request.visit.now });
    return this.pages.send({ id, kind: 'notSeen', who, house, request }, form, (told) =>
      this.acts.once(who, 'stays.notSeen', body, (tx) => this.absences.notSeen(tx, id, told, who, house)),
    );
  }

  @Post('back')
  @Permit('stays.back', { isRecord: true })
  createBack(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ): Promise<Answer> {
    const form = new BackForm(body, { time: house.time, now: request.visit.now });
    return this.pages.send({ id, kind: 'back', who, house, request }, form, (told) =>
      this.acts.once(who, 'stays.back', body, (tx) => this.absences.back(tx, id, told, who, house)),
    );
  }
}
