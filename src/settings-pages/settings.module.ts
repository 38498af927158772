import { Module } from '@nestjs/common';
import { BedsModule } from '../beds/beds.module.js';
import { AgreementController } from './agreement.controller.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { SuppliesModule } from '../supplies/supplies.module.js';
import { ClocksController } from './clocks.controller.js';
import { InTouchController } from './in-touch.controller.js';
import { OutsideController } from './outside.controller.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { LimitsController } from './limits.controller.js';
import { ListsController } from './lists.controller.js';
import { QuestionsController } from './questions.controller.js';
import { SettingsController } from './settings.controller.js';
import { SuppliesController } from './supplies.controller.js';
import { WindowController } from './window.controller.js';
import { WordingController } from './wording.controller.js';

@Module({
  imports: [BedsModule, IncidentsModule, QuestionsModule, SuppliesModule],
  controllers: [
    SettingsController,
    AgreementController,
    LimitsController,
    ListsController,
    QuestionsController,
    WindowController,
    ClocksController,
    InTouchController,
    SuppliesController,
    WordingController,
    OutsideController,
  ],
})
export class SettingsModule {}
