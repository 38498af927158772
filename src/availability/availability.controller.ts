import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Page } from '../web/answer.js';
import { Open } from '../web/permit.js';
import { AvailabilityService } from './availability.service.js';
import { availabilityLine, availabilityView } from './availability.views.js';

/** Open to anyone who asks, where a manager switched it on; otherwise there is no such page. */
@Controller()
export class AvailabilityController {
  constructor(private readonly availability: AvailabilityService) {}

  @Get('availability')
  @Open()
  async show(@Req() { visit: { house } }: FastifyRequest) {
    const told = await this.availability.now(house);
    return new Page('availability/show', availabilityView(told, house!));
  }

  @Get('availability.json')
  @Open()
  async line(@Req() { visit: { house } }: FastifyRequest) {
    return availabilityLine(await this.availability.now(house));
  }
}
