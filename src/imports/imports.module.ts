import { Module, type OnModuleInit } from '@nestjs/common';
import { BedsModule } from '../beds/beds.module.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { ImportedRows } from './imported-rows.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { SheetReader } from './sheet.service.js';
import { TrialController } from './trial.controller.js';
import { TrialService } from './trial.service.js';
import { UndoImports } from './undo-imports.service.js';
import { WaitingImports } from './waiting-imports.service.js';

@Module({
  imports: [BedsModule, LedgerModule],
  controllers: [ImportsController, TrialController],
  providers: [WaitingImports, SheetReader, TrialService, ImportedRows, ImportsService, UndoImports],
  exports: [ImportsService],
})
export class ImportsModule implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly waiting: WaitingImports,
  ) {}

  /** Rows that nobody went on with hold names: they go with the first unit of work after a day. */
  onModuleInit(): void {
    this.unit.settleFirst((tx) => this.waiting.throwOldAway(tx));
  }
}
