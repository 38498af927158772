import { Module } from '@nestjs/common';
import { BedsModule } from '../beds/beds.module.js';
import { SettingsController } from './settings.controller.js';

@Module({ imports: [BedsModule], controllers: [SettingsController] })
export class SettingsModule {}
