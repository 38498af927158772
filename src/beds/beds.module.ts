import { Module } from '@nestjs/common';
import { BedsController } from './beds.controller.js';
import { BedsService } from './beds.service.js';
import { BoardService } from './board.service.js';
import { NightSheetController } from './night-sheet.controller.js';
import { RecentActs } from './recent-acts.service.js';
import { UndoReady } from './undo-ready.service.js';

@Module({
  controllers: [BedsController, NightSheetController],
  providers: [BedsService, BoardService, RecentActs, UndoReady],
  exports: [BedsService, BoardService],
})
export class BedsModule {}
