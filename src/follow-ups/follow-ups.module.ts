import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.js';
import { GuestsModule } from '../guests/guests.module.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { AroundFollowUps } from './around-follow-ups.service.js';
import { AskedController } from './asked.controller.js';
import { AskedService } from './asked.service.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { FollowUpsService } from './follow-ups.service.js';
import { PlanChoices } from './plan-choice.service.js';
import { PlanController } from './plan.controller.js';
import { PlansService } from './plans.service.js';
import { StandingsService } from './standings.service.js';
import { TriesService } from './tries.service.js';
import { UndoPlan } from './undo-plan.service.js';

@Module({
  imports: [ConnectionsModule, GuestsModule, QuestionsModule],
  controllers: [AskedController, FollowUpsController, PlanController],
  providers: [
    AroundFollowUps,
    AskedService,
    FollowUpsService,
    PlanChoices,
    PlansService,
    StandingsService,
    TriesService,
    UndoPlan,
  ],
  exports: [AskedService, FollowUpsService, PlansService, StandingsService, TriesService],
})
export class FollowUpsModule {}
