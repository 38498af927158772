import { Module } from '@nestjs/common';
import { BedsModule } from '../beds/beds.module.js';
import { NightsController } from './nights.controller.js';
import { TimelineController } from './timeline.controller.js';
import { TimelineService } from './timeline.service.js';

@Module({
  imports: [BedsModule],
  controllers: [TimelineController, NightsController],
  providers: [TimelineService],
})
export class TimelineModule {}
