import { Module } from '@nestjs/common';
import { LookController } from './look.controller.js';
import { SupplyLooks } from './looks.service.js';
import { SuppliesService } from './supplies.service.js';
import { SupplyLines } from './supply-lines.service.js';

const services = [SuppliesService, SupplyLines, SupplyLooks];

@Module({ controllers: [LookController], providers: services, exports: services })
export class SuppliesModule {}
