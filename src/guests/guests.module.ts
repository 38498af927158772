import { Module } from '@nestjs/common';
import { GuestStays } from './guest-stays.service.js';
import { GuestsService } from './guests.service.js';
import { LinkedRecords } from './linked-records.service.js';
import { NearbyStays } from './nearby-stays.service.js';
import { NameSearch } from './name-search.service.js';

@Module({
  providers: [GuestStays, GuestsService, LinkedRecords, NameSearch, NearbyStays],
  exports: [GuestStays, GuestsService, LinkedRecords, NameSearch, NearbyStays],
})
export class GuestsModule {}
