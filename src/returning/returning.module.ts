import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { GuestsModule } from '../guests/guests.module.js';
import { GuestPageController } from './guest-page.controller.js';
import { GuestPages } from './guest-pages.service.js';
import { LinksController } from './links.controller.js';
import { LinksService } from './links.service.js';
import { TalkFirstModule } from '../talk-first/talk-first.module.js';
import { UndoLinks } from './undo-links.service.js';

@Module({
  imports: [FollowUpsModule, GuestsModule, TalkFirstModule],
  controllers: [GuestPageController, LinksController],
  providers: [GuestPages, LinksService, UndoLinks],
})
export class ReturningModule {}
