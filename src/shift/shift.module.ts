import { Module } from '@nestjs/common';
import { BedsModule } from '../beds/beds.module.js';
import { CallsModule } from '../calls/calls.module.js';
import { ClosuresModule } from '../closures/closures.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { HoldsModule } from '../holds/holds.module.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { NotesModule } from '../notes/notes.module.js';
import { PlacesModule } from '../places/places.module.js';
import { SuppliesModule } from '../supplies/supplies.module.js';
import { StaysModule } from '../stays/stays.module.js';
import { WaitlistModule } from '../waitlist/waitlist.module.js';
import { WithoutBedModule } from '../without-bed/without-bed.module.js';
import { HappenedService } from './happened.service.js';
import { PastShifts } from './past-shift.service.js';
import { ShiftNow } from './shift-now.service.js';
import { ShiftController } from './shift.controller.js';

@Module({
  imports: [
    BedsModule,
    CallsModule,
    ClosuresModule,
    FeedbackModule,
    FollowUpsModule,
    HoldsModule,
    IncidentsModule,
    NotesModule,
    PlacesModule,
    SuppliesModule,
    StaysModule,
    WaitlistModule,
    WithoutBedModule,
  ],
  controllers: [ShiftController],
  providers: [HappenedService, PastShifts, ShiftNow],
})
export class ShiftModule {}
