import { Module } from '@nestjs/common';
import { QuestionsModule } from '../questions/questions.module.js';
import { StaysModule } from '../stays/stays.module.js';
import { BehindController } from './behind.controller.js';
import { OutcomesService } from './outcomes.service.js';
import { ReportsController } from './reports.controller.js';
import { WithoutBedReportController } from './without-bed-report.controller.js';
import { XlsxWriter } from './xlsx.service.js';
import { WithoutBedReport } from './without-bed.service.js';

@Module({
  imports: [QuestionsModule, StaysModule],
  controllers: [BehindController, ReportsController, WithoutBedReportController],
  providers: [OutcomesService, WithoutBedReport, XlsxWriter],
})
export class ReportsModule {}
