import { Global, Module } from '@nestjs/common';
import { HouseService } from './house.service.js';

@Global()
@Module({ providers: [HouseService], exports: [HouseService] })
export class HouseModule {}
