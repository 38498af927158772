import { Module } from '@nestjs/common';
import { OnShiftController } from './on-shift.controller.js';
import { OnShiftService } from './on-shift.service.js';

@Module({ controllers: [OnShiftController], providers: [OnShiftService], exports: [OnShiftService] })
export class OnShiftModule {}
