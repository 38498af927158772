import { Module } from '@nestjs/common';
import { CallsModule } from '../calls/calls.module.js';
import { ExceptionsModule } from '../exceptions/exceptions.module.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { NotesModule } from '../notes/notes.module.js';
import { WaitlistModule } from '../waitlist/waitlist.module.js';
import { BedsController } from './beds.controller.js';
import { BedsService } from './beds.service.js';
import { BoardAside } from './board-aside.service.js';
import { BoardService } from './board.service.js';
import { BoardSummary } from './board-summary.service.js';
import { NightSheetController } from './night-sheet.controller.js';
import { OnCallFirst } from './on-call-first.service.js';
import { ReadyOnPaper } from './ready-on-paper.service.js';
import { ReadyService } from './ready.service.js';
import { RecentActs } from './recent-acts.service.js';
import { SheetsService } from './sheets.service.js';
import { UndoReady } from './undo-ready.service.js';

@Module({
  imports: [CallsModule, ExceptionsModule, FollowUpsModule, LedgerModule, NotesModule, WaitlistModule],
  controllers: [BedsController, NightSheetController],
  providers: [
    BedsService,
    BoardService,
    BoardSummary,
    BoardAside,
    OnCallFirst,
    ReadyOnPaper,
    ReadyService,
    RecentActs,
    SheetsService,
    UndoReady,
  ],
  exports: [BedsService, BoardService, BoardSummary, OnCallFirst, SheetsService],
})
export class BedsModule {}
