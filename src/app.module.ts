import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { ActsModule } from './acts/acts.module.js';
import { AskedAboutModule } from './asked-about/asked-about.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AvailabilityModule } from './availability/availability.module.js';
import { BedsModule } from './beds/beds.module.js';
import { CallsModule } from './calls/calls.module.js';
import { ClockModule } from './clock/clock.module.js';
import { ConnectionsModule } from './connections/connections.module.js';
import { ConsentsModule } from './consents/consents.module.js';
import { DatabaseModule } from './database/database.module.js';
import { ClosuresModule } from './closures/closures.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import type { OpenHouse } from './database/opening.js';
import type { Clock } from './domain/clock.js';
import { DraftsModule } from './drafts/drafts.module.js';
import { ExceptionsModule } from './exceptions/exceptions.module.js';
import { FollowUpsModule } from './follow-ups/follow-ups.module.js';
import { HealthModule } from './health/health.module.js';
import { HelpModule } from './help/help.module.js';
import { HoldsModule } from './holds/holds.module.js';
import { HouseModule } from './house/house.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { IncidentsModule } from './incidents/incidents.module.js';
import { OnShiftModule } from './on-shift/on-shift.module.js';
import { NotesModule } from './notes/notes.module.js';
import { RecordModule } from './record/record.module.js';
import { PaperModule } from './paper/paper.module.js';
import { PeopleModule } from './people/people.module.js';
import { PlacesModule } from './places/places.module.js';
import { QuestionsModule } from './questions/questions.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { TalkFirstModule } from './talk-first/talk-first.module.js';
import { ReturningModule } from './returning/returning.module.js';
import { SettingsModule } from './settings-pages/settings.module.js';
import { SetupModule } from './setup/setup.module.js';
import { ShiftModule } from './shift/shift.module.js';
import { StaysModule } from './stays/stays.module.js';
import { TimelineModule } from './timeline/timeline.module.js';
import { TurnModule } from './turn/turn.module.js';
import { WaitlistModule } from './waitlist/waitlist.module.js';
import { SuppliesModule } from './supplies/supplies.module.js';
import { WithoutBedModule } from './without-bed/without-bed.module.js';
import { CsrfGuard } from './web/csrf.guard.js';
import { DoorGuard } from './web/door.guard.js';
import { ErrorFilter } from './web/error-filter.js';
import { TokensModule } from './web/tokens.module.js';
import { ViewAuditInterceptor } from './web/view-audit.interceptor.js';

const foundation = [
  DiscoveryModule,
  HouseModule,
  AuditModule,
  DraftsModule,
  ActsModule,
  PeopleModule,
  PaperModule,
];
const slices = [
  BedsModule,
  ClosuresModule,
  HoldsModule,
  TimelineModule,
  AvailabilityModule,
  StaysModule,
  ReturningModule,
  TalkFirstModule,
  ConsentsModule,
  PlacesModule,
  ConnectionsModule,
  CallsModule,
  WaitlistModule,
  WithoutBedModule,
  ExceptionsModule,
  FollowUpsModule,
  NotesModule,
  IncidentsModule,
  SuppliesModule,
  FeedbackModule,
  RecordModule,
  QuestionsModule,
  TurnModule,
  OnShiftModule,
  ShiftModule,
  ReportsModule,
  SettingsModule,
  ImportsModule,
  SetupModule,
  AskedAboutModule,
  HelpModule,
  HealthModule,
];

@Module({})
export class AppModule {
  /** The whole app on an opened house file; with the computer's clock unless another is given. */
  static on(open: OpenHouse, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ClockModule.with(clock),
        DatabaseModule.with(open),
        TokensModule.with(open.secrets.form),
        ...foundation,
        ...slices,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_GUARD, useClass: DoorGuard },
        { provide: APP_GUARD, useClass: CsrfGuard },
        { provide: APP_INTERCEPTOR, useClass: ViewAuditInterceptor },
      ],
    };
  }
}
