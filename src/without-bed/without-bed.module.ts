import { Module } from '@nestjs/common';
import { HelpCounts } from './help-counts.service.js';
import { WithoutBedController } from './without-bed.controller.js';
import { WithoutBedPages } from './without-bed-pages.service.js';
import { WithoutBedService } from './without-bed.service.js';

@Module({
  controllers: [WithoutBedController],
  providers: [WithoutBedService, WithoutBedPages, HelpCounts],
  exports: [WithoutBedService, HelpCounts],
})
export class WithoutBedModule {}
