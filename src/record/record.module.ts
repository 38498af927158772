import { Module } from '@nestjs/common';
import { GuestsModule } from '../guests/guests.module.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { NotesModule } from '../notes/notes.module.js';
import { RecordController } from './record.controller.js';
import { RecordPages } from './record-pages.service.js';
import { RecordService } from './record.service.js';

@Module({
  imports: [GuestsModule, IncidentsModule, NotesModule],
  controllers: [RecordController],
  providers: [RecordPages, RecordService],
  exports: [RecordPages],
})
export class RecordModule {}
