import { Module } from '@nestjs/common';
import { NotesModule } from '../notes/notes.module.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { RecordModule } from '../record/record.module.js';
import { StaysModule } from '../stays/stays.module.js';
import { GuestTurnController } from './guest-turn.controller.js';
import { HandOverController } from './hand-over.controller.js';
import { HandOverPages } from './hand-over-pages.service.js';
import { KeyInController } from './key-in.controller.js';
import { KeyInPages } from './key-in-pages.service.js';
import { TakeBackController } from './take-back.controller.js';
import { TurnActs } from './turn-acts.service.js';
import { TurnEnds } from './turn-ends.service.js';
import { TurnNotes } from './turn-notes.service.js';
import { TurnPages } from './turn-pages.service.js';
import { TurnsService } from './turns.service.js';

@Module({
  imports: [NotesModule, QuestionsModule, RecordModule, StaysModule],
  controllers: [GuestTurnController, HandOverController, KeyInController, TakeBackController],
  providers: [HandOverPages, KeyInPages, TurnActs, TurnEnds, TurnNotes, TurnPages, TurnsService],
})
export class TurnModule {}
