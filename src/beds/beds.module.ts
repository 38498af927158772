import { Module } from '@nestjs/common';
import { BedsController } from './beds.controller.js';
import { BedsService } from './beds.service.js';
import { RecentActs } from './recent-acts.service.js';

@Module({ controllers: [BedsController], providers: [BedsService, RecentActs], exports: [BedsService] })
export class BedsModule {}
