import { Module } from '@nestjs/common';
import { GuestsModule } from '../guests/guests.module.js';
import { ClocksService } from './clocks.service.js';
import { ClosingController } from './closing.controller.js';
import { IncidentActs } from './incident-acts.service.js';
import { IncidentFormPages } from './incident-form-pages.service.js';
import { IncidentGuests } from './incident-guests.service.js';
import { IncidentLines } from './incident-lines.service.js';
import { IncidentPages } from './incident-pages.service.js';
import { IncidentPartPages } from './incident-part-pages.service.js';
import { IncidentPartsController } from './incident-parts.controller.js';
import { IncidentParts } from './incident-parts.service.js';
import { IncidentWordsService } from './incident-words.service.js';
import { IncidentsController } from './incidents.controller.js';
import { IncidentsService } from './incidents.service.js';
import { TellingController } from './telling.controller.js';
import { UndoIncidents } from './undo-incidents.service.js';

const pages = [IncidentFormPages, IncidentPages, IncidentPartPages, UndoIncidents];
const services = [
  ClocksService,
  IncidentActs,
  IncidentGuests,
  IncidentLines,
  IncidentParts,
  IncidentWordsService,
  IncidentsService,
];

@Module({
  imports: [GuestsModule],
  controllers: [IncidentsController, TellingController, ClosingController, IncidentPartsController],
  providers: [...services, ...pages],
  exports: services,
})
export class IncidentsModule {}
