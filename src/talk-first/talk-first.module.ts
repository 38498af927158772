import { Module } from '@nestjs/common';
import { GuestsModule } from '../guests/guests.module.js';
import { TalkFirstLineController } from './talk-first-line.controller.js';
import { TalkFirstController } from './talk-first.controller.js';
import { TalkFirstPages } from './talk-first-pages.service.js';
import { TalkFirstService } from './talk-first.service.js';

@Module({
  imports: [GuestsModule],
  controllers: [TalkFirstController, TalkFirstLineController],
  providers: [TalkFirstPages, TalkFirstService],
  exports: [TalkFirstService],
})
export class TalkFirstModule {}
