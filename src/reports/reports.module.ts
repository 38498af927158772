import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions/questions.module.js';
import { StaysModule } from '../stays/stays.module.js';
import { AnyonePages } from './anyone-pages.service.js';
import { AnyoneController } from './anyone.controller.js';
import { Downloads } from './downloads.service.js';
import { GivenOutService } from './given-out.service.js';
import { BehindController } from './behind.controller.js';
import { OutcomeFiles } from './outcome-files.service.js';
import { OccupancyController } from './occupancy.controller.js';
import { OccupancyService } from './occupancy.service.js';
import { OutcomesService } from './outcomes.service.js';
import { ReportsController } from './reports.controller.js';
import { WithoutBedReportController } from './without-bed-report.controller.js';
import { XlsxWriter } from './xlsx.service.js';
import { WithoutBedReport } from './without-bed.service.js';

@Module({
  imports: [QuestionsModule, StaysModule],
  controllers: [
    AnyoneController,
    BehindController,
    OccupancyController,
    ReportsController,
    WithoutBedReportController,
  ],
  providers: [
    AnyonePages,
    Downloads,
    GivenOutService,
    OccupancyService,
    OutcomeFiles,
    OutcomesService,
    WithoutBedReport,
    XlsxWriter,
  ],
})
export class ReportsModule {}
