import { Module } from '@nestjs/common';
import { BedsModule } from '../beds/beds.module.js';
import { ClosuresModule } from '../closures/closures.module.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { NotesModule } from '../notes/notes.module.js';
import { HappenedService } from './happened.service.js';
import { ShiftController } from './shift.controller.js';

@Module({
  imports: [BedsModule, ClosuresModule, FollowUpsModule, NotesModule],
  controllers: [ShiftController],
  providers: [HappenedService],
})
export class ShiftModule {}
