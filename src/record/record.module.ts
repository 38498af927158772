import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.js';
import { GuestsModule } from '../guests/guests.module.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { NotesModule } from '../notes/notes.module.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { StaysModule } from '../stays/stays.module.js';
import { ToldWithThem } from './told-with-them.service.js';
import { RecordController } from './record.controller.js';
import { RecordPages } from './record-pages.service.js';
import { RecordService } from './record.service.js';

@Module({
  imports: [ConnectionsModule, GuestsModule, IncidentsModule, NotesModule, QuestionsModule, StaysModule],
  controllers: [RecordController],
  providers: [RecordPages, RecordService, ToldWithThem],
  exports: [RecordPages],
})
export class RecordModule {}
