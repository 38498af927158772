import { Module } from '@nestjs/common';
import { CallPages } from './call-pages.service.js';
import { CallsController } from './calls.controller.js';
import { CallsService } from './calls.service.js';

@Module({
  controllers: [CallsController],
  providers: [CallsService, CallPages],
  exports: [CallsService],
})
export class CallsModule {}
