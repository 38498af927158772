import { Global, Module } from '@nestjs/common';
import { ViewLog } from '../web/view-audit.interceptor.js';
import { AuditService } from './audit.service.js';

@Global()
@Module({
  providers: [AuditService, { provide: ViewLog, useExisting: AuditService }],
  exports: [AuditService, ViewLog],
})
export class AuditModule {}
