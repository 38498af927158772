import { Module } from '@nestjs/common';
import { OccupancyController } from './occupancy.controller.js';
import { OccupancyService } from './occupancy.service.js';
import { OutcomesService } from './outcomes.service.js';
import { ReportsController } from './reports.controller.js';
import { WithoutBedReportController } from './without-bed-report.controller.js';
import { WithoutBedReport } from './without-bed.service.js';

@Module({
  controllers: [ReportsController, OccupancyController, WithoutBedReportController],
  providers: [OutcomesService, OccupancyService, WithoutBedReport],
})
export class ReportsModule {}
