import { Module } from '@nestjs/common';
import { PlacePages } from './place-pages.service.js';
import { PlaceReports } from './place-reports.service.js';
import { PlacesController } from './places.controller.js';
import { PlacesService } from './places.service.js';

@Module({
  controllers: [PlacesController],
  providers: [PlacesService, PlaceReports, PlacePages],
  exports: [PlacesService, PlaceReports],
})
export class PlacesModule {}
