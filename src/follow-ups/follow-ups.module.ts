import { Module } from '@nestjs/common';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUpsService } from './follow-ups.service.js';
import { PlansService } from './plans.service.js';
import { StandingsService } from './standings.service.js';
import { TriesService } from './tries.service.js';

@Module({
  controllers: [FollowUpsController],
  providers: [FollowUpsService, PlansService, StandingsService, TriesService],
  exports: [FollowUpsService, PlansService, StandingsService, TriesService],
})
export class FollowUpsModule {}
