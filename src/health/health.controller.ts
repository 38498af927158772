import { Controller, Get } from '@nestjs/common';
import { Open } from '../web/permit.js';
import { HealthService } from './health.service.js';

/** For programs on this machine: no data, only whether it runs and can write. */
@Controller()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('healthz')
  @Open()
  alive() {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Open()
  async ready() {
    await this.health.checkWriter();
    return { status: 'ok' };
  }
}
