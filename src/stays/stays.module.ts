import { Module, type OnModuleInit } from '@nestjs/common';
import { BedsModule } from '../beds/beds.module.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../domain/clock.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { GuestsModule } from '../guests/guests.module.js';
import { HouseService } from '../house/house.service.js';
import { CheckInController } from './check-in.controller.js';
import { CheckInPages } from './check-in-pages.service.js';
import { CheckInService } from './check-in.service.js';
import { DepartureController } from './departure.controller.js';
import { DepartureService } from './departure.service.js';
import { ExceptionsService } from './exceptions.service.js';
import { FindController } from './find.controller.js';
import { FindService } from './find.service.js';
import { LedgerService } from './ledger.service.js';
import { StayPages } from './stay-pages.service.js';
import { StaysController } from './stays.controller.js';
import { StaysService } from './stays.service.js';
import { UndoStays } from './undo-stays.service.js';

@Module({
  imports: [BedsModule, FollowUpsModule, GuestsModule],
  controllers: [CheckInController, DepartureController, FindController, StaysController],
  providers: [
    CheckInService,
    CheckInPages,
    DepartureService,
    ExceptionsService,
    FindService,
    LedgerService,
    StayPages,
    StaysService,
    UndoStays,
  ],
  exports: [StaysService, CheckInService, DepartureService, LedgerService],
})
export class StaysModule implements OnModuleInit {
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
      if (house) await this.ledger.settle(tx, house.time.houseDay(this.clock.now()));
    });
  }
}
