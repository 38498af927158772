import { Global, Module } from '@nestjs/common';
import { HouseService } from './house.service.js';
import { LimitsService } from './limits.service.js';

@Global()
@Module({ providers: [HouseService, LimitsService], exports: [HouseService, LimitsService] })
export class HouseModule {}
