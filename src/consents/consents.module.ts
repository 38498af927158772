import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { GuestsModule } from '../guests/guests.module.js';
import { ConsentPages } from './consent-pages.service.js';
import { ConsentsController } from './consents.controller.js';
import { ConsentsService } from './consents.service.js';
import { UndoConsents } from './undo-consents.service.js';

@Module({
  imports: [FollowUpsModule, GuestsModule],
  controllers: [ConsentsController],
  providers: [ConsentPages, ConsentsService, UndoConsents],
  exports: [ConsentsService],
})
export class ConsentsModule {}
