import { Global, Module } from '@nestjs/common';
import { DraftKeeper } from '../web/draft-keeper.js';
import { DraftsService } from './drafts.service.js';

@Global()
@Module({
  providers: [DraftsService, { provide: DraftKeeper, useExisting: DraftsService }],
  exports: [DraftsService, DraftKeeper],
})
export class DraftsModule {}
