import { Module } from '@nestjs/common';
import { OutcomesService } from './outcomes.service.js';
import { ReportsController } from './reports.controller.js';

@Module({ controllers: [ReportsController], providers: [OutcomesService] })
export class ReportsModule {}
