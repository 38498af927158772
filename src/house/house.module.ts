import { Global, Module } from '@nestjs/common';
import { AgreementsService } from './agreements.service.js';
import { ContactRulesService } from './contact-rules.service.js';
import { HouseService } from './house.service.js';
import { LimitsService } from './limits.service.js';
import { ListsService } from './lists.service.js';
import { OutsideService } from './outside.service.js';
import { PlannedService } from './planned.service.js';
import { WordingService } from './wording.service.js';

const services = [
  AgreementsService,
  ContactRulesService,
  HouseService,
  LimitsService,
  ListsService,
  OutsideService,
  PlannedService,
  WordingService,
];

@Global()
@Module({ providers: services, exports: services })
export class HouseModule {}
