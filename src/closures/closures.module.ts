import { Module } from '@nestjs/common';
import { BedsModule } from '../beds/beds.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { PeopleModule } from '../people/people.module.js';
import { BedPageController } from './bed-page.controller.js';
import { BedPages } from './bed-pages.service.js';
import { ClosedOnPaper } from './closed-on-paper.service.js';
import { CloseNowController } from './close-now.controller.js';
import { ClosureLines } from './closure-lines.service.js';
import { ClosurePages } from './closure-pages.service.js';
import { ClosuresController } from './closures.controller.js';
import { ClosureNights } from './closure-nights.service.js';
import { ClosuresService } from './closures.service.js';
import { UndoClosures } from './undo-closures.service.js';

@Module({
  imports: [BedsModule, LedgerModule, PeopleModule],
  controllers: [BedPageController, CloseNowController, ClosuresController],
  providers: [
    ClosedOnPaper,
    ClosureNights,
    ClosuresService,
    ClosureLines,
    ClosurePages,
    BedPages,
    UndoClosures,
  ],
  exports: [ClosuresService],
})
export class ClosuresModule {}
