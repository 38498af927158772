import { Module } from '@nestjs/common';
import { BedsModule } from '../beds/beds.module.js';
import { CallsModule } from '../calls/calls.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { WaitlistModule } from '../waitlist/waitlist.module.js';
import { HoldActsController } from './hold-acts.controller.js';
import { HoldEndings } from './hold-endings.service.js';
import { HoldLedger } from './hold-ledger.service.js';
import { HoldPages } from './hold-pages.service.js';
import { HoldsController } from './holds.controller.js';
import { HoldSources } from './hold-sources.service.js';
import { KeptOnPaper } from './kept-on-paper.service.js';
import { LapsedHolds } from './lapsed-holds.service.js';
import { HoldsService } from './holds.service.js';
import { UndoHolds } from './undo-holds.service.js';

@Module({
  imports: [BedsModule, CallsModule, LedgerModule, WaitlistModule],
  controllers: [HoldsController, HoldActsController],
  providers: [
    HoldsService,
    HoldEndings,
    HoldLedger,
    HoldSources,
    LapsedHolds,
    HoldPages,
    KeptOnPaper,
    UndoHolds,
  ],
  exports: [HoldsService, HoldEndings, LapsedHolds, UndoHolds],
})
export class HoldsModule {}
