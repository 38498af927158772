import { Module } from '@nestjs/common';
import { BedsModule } from '../beds/beds.module.js';
import { AgreementController } from './agreement.controller.js';
import { LimitsController } from './limits.controller.js';
import { ListsController } from './lists.controller.js';
import { SettingsController } from './settings.controller.js';
import { WordingController } from './wording.controller.js';

@Module({
  imports: [BedsModule],
  controllers: [
    SettingsController,
    AgreementController,
    LimitsController,
    ListsController,
    WordingController,
  ],
})
export class SettingsModule {}
