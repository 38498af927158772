import { Module } from '@nestjs/common';
import { GuestsModule } from '../guests/guests.module.js';
import { NotesModule } from '../notes/notes.module.js';
import { RecordController } from './record.controller.js';
import { RecordService } from './record.service.js';

@Module({
  imports: [GuestsModule, NotesModule],
  controllers: [RecordController],
  providers: [RecordService],
})
export class RecordModule {}
