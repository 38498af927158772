import { Module } from '@nestjs/common';
import { BedsModule } from '../beds/beds.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { HoldActsController } from './hold-acts.controller.js';
import { HoldPages } from './hold-pages.service.js';
import { HoldsController } from './holds.controller.js';
import { HoldsService } from './holds.service.js';
import { UndoHolds } from './undo-holds.service.js';

@Module({
  imports: [BedsModule, LedgerModule],
  controllers: [HoldsController, HoldActsController],
  providers: [HoldsService, HoldPages, UndoHolds],
  exports: [HoldsService, UndoHolds],
})
export class HoldsModule {}
