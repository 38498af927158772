import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { Page } from '../web/answer.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { RecordPages } from './record-pages.service.js';

/** What is written about a guest, for them to read and to keep (R27). */
@Controller('guests/:id/record')
export class RecordController {
  constructor(private readonly records: RecordPages) {}

  @Get()
  @Permit('guests.record', { isRecord: true })
  async show(
    @Param('id') id: string,
    @Req() { visit: { now } }: FastifyRequest,
    @Who() { role }: Actor,
    @TheHouse() house: House,
  ) {
    return new Page('record/show', await this.records.view(id, { house, now, role }));
  }
}
