import { Module } from '@nestjs/common';
import { BedsModule } from '../beds/beds.module.js';
import { LimitsController } from './limits.controller.js';
import { SettingsController } from './settings.controller.js';

@Module({ imports: [BedsModule], controllers: [SettingsController, LimitsController] })
export class SettingsModule {}
