import { Global, Module } from '@nestjs/common';
import { DraftKeeper } from '../web/draft-keeper.js';
import { DraftsController } from './drafts.controller.js';
import { DraftsService } from './drafts.service.js';

@Global()
@Module({
  controllers: [DraftsController],
  providers: [DraftsService, { provide: DraftKeeper, useExisting: DraftsService }],
  exports: [DraftsService, DraftKeeper],
})
export class DraftsModule {}
