import { Module, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../domain/clock.js';
import { HouseService } from '../house/house.service.js';
import { GuardService } from './guard.service.js';
import { LedgerService } from './ledger.service.js';

@Module({
  providers: [GuardService, LedgerService],
  exports: [GuardService, LedgerService],
})
export class LedgerModule implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly ledger: LedgerService,
    private readonly house: HouseService,
    private readonly clock: Clock,
  ) {}

  /** What time has changed is settled before anything else in each unit of work (R14). */
  onModuleInit(): void {
    this.unit.settleFirst(async (tx) => {
      const house = await this.house.find(tx);
      if (house) await this.ledger.settle(tx, house, this.clock.now());
    });
  }
}
