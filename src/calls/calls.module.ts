import { Module } from '@nestjs/common';
import { WaitlistModule } from '../waitlist/waitlist.module.js';
import { CallOnPaper } from './call-on-paper.service.js';
import { CallPages } from './call-pages.service.js';
import { CallsController } from './calls.controller.js';
import { CallsService } from './calls.service.js';
import { RingBacks } from './ring-backs.service.js';

@Module({
  imports: [WaitlistModule],
  controllers: [CallsController],
  providers: [CallsService, CallPages, CallOnPaper, RingBacks],
  exports: [CallsService, RingBacks],
})
export class CallsModule {}
