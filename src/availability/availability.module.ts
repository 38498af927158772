import { Module } from '@nestjs/common';
import { BedsModule } from '../beds/beds.module.js';
import { AvailabilityController } from './availability.controller.js';
import { AvailabilityService } from './availability.service.js';

@Module({ imports: [BedsModule], controllers: [AvailabilityController], providers: [AvailabilityService] })
export class AvailabilityModule {}
