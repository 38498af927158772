import { Module } from '@nestjs/common';
import { GuestsModule } from '../guests/guests.module.js';
import { PlacesModule } from '../places/places.module.js';
import { AskableStays } from './askable-stays.service.js';
import { ConnectionPages } from './connection-pages.service.js';
import { ConnectionsController } from './connections.controller.js';
import { ConnectionsService } from './connections.service.js';
import { HowItWasService } from './how-it-was.service.js';

@Module({
  imports: [GuestsModule, PlacesModule],
  controllers: [ConnectionsController],
  providers: [AskableStays, ConnectionsService, HowItWasService, ConnectionPages],
  exports: [ConnectionsService, HowItWasService],
})
export class ConnectionsModule {}
