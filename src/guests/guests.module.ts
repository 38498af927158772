import { Module } from '@nestjs/common';
import { GuestsService } from './guests.service.js';
import { LinkedRecords } from './linked-records.service.js';
import { NameSearch } from './name-search.service.js';

@Module({
  providers: [GuestsService, LinkedRecords, NameSearch],
  exports: [GuestsService, LinkedRecords, NameSearch],
})
export class GuestsModule {}
