import { type DynamicModule, Module } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { BedsModule } from '../beds/beds.module.js';
import { CallsModule } from '../calls/calls.module.js';
import { StoryClock } from '../clock/story-clock.js';
import type { OpenHouse } from '../database/opening.js';
import { ClosuresModule } from '../closures/closures.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { ConsentsModule } from '../consents/consents.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { HoldsModule } from '../holds/holds.module.js';
import { IncidentsModule } from '../incidents/incidents.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { NotesModule } from '../notes/notes.module.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { OnShiftModule } from '../on-shift/on-shift.module.js';
import { PlacesModule } from '../places/places.module.js';
import { SetupModule } from '../setup/setup.module.js';
import { StaysModule } from '../stays/stays.module.js';
import { SuppliesModule } from '../supplies/supplies.module.js';
import { WithoutBedModule } from '../without-bed/without-bed.module.js';
import { AnswersThread } from './answers-thread.service.js';
import { CallsThread } from './calls-thread.service.js';
import { ClaimsThread } from './claims-thread.service.js';
import { ConsentsThread } from './consents-thread.service.js';
import { FeedbackThread } from './feedback-thread.service.js';
import { HappenedThread } from './happened-thread.service.js';
import { NotesThread } from './notes-thread.service.js';
import { PlacesThread } from './places-thread.service.js';
import { PracticeOpening } from './practice-opening.service.js';
import { SeederService, THREADS } from './seeder.service.js';
import { ShiftsThread } from './shifts-thread.service.js';
import { StaysThread } from './stays-thread.service.js';
import type { Thread } from './story.js';
import { SuppliesThread } from './supplies-thread.service.js';
import { TriesThread } from './tries-thread.service.js';
import { SupportThread } from './support-thread.service.js';
import { WithoutBedThread } from './without-bed-thread.service.js';

/** The parts of the house the story goes through. */
const told = [
  BedsModule,
  ClosuresModule,
  HoldsModule,
  LedgerModule,
  StaysModule,
  SetupModule,
  NotesModule,
  OnShiftModule,
  CallsModule,
  ConsentsModule,
  FollowUpsModule,
  IncidentsModule,
  SuppliesModule,
  WithoutBedModule,
  FeedbackModule,
  QuestionsModule,
  PlacesModule,
  ConnectionsModule,
];
const threads = [
  StaysThread,
  ClaimsThread,
  NotesThread,
  CallsThread,
  TriesThread,
  ConsentsThread,
  HappenedThread,
  SuppliesThread,
  AnswersThread,
  ShiftsThread,
  SupportThread,
  WithoutBedThread,
  FeedbackThread,
  PlacesThread,
];

/** Told in this order where two things happen at the same moment. */
const together = { provide: THREADS, useFactory: (...all: Thread[]) => all, inject: threads };

@Module({})
export class DemoModule {
  /** The whole app, going by the clock of a story, and what tells the story. */
  static on(open: OpenHouse, clock: StoryClock): DynamicModule {
    return {
      module: DemoModule,
      imports: [AppModule.on(open, clock), ...told],
      providers: [
        { provide: StoryClock, useValue: clock },
        PracticeOpening,
        SeederService,
        ...threads,
        together,
      ],
    };
  }
}
