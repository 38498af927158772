import { Module } from '@nestjs/common';
import { BedsModule } from '../beds/beds.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { ClosuresModule } from '../closures/closures.module.js';
import { FollowUpsModule } from '../follow-ups/follow-ups.module.js';
import { GuestsModule } from '../guests/guests.module.js';
import { HoldsModule } from '../holds/holds.module.js';
import { AbsenceOnPaper } from './absence-on-paper.service.js';
import { AbsenceController } from './absence.controller.js';
import { AbsencePages } from './absence-pages.service.js';
import { AbsencesService } from './absences.service.js';
import { ArrivedOnPaper } from './arrived-on-paper.service.js';
import { CheckInController } from './check-in.controller.js';
import { CheckInPages } from './check-in-pages.service.js';
import { CheckInStarts } from './check-in-starts.service.js';
import { CheckInService } from './check-in.service.js';
import { CorrectGuest } from './correct-guest.service.js';
import { CorrectionPages } from './correction-pages.service.js';
import { CorrectionsController } from './corrections.controller.js';
import { CorrectionsService } from './corrections.service.js';
import { DeathController } from './death.controller.js';
import { DeathsService } from './deaths.service.js';
import { DepartureDayController } from './departure-day.controller.js';
import { DepartureDayPages } from './departure-day-pages.service.js';
import { DepartureDayService } from './departure-day.service.js';
import { DepartureController } from './departure.controller.js';
import { DeparturePages } from './departure-pages.service.js';
import { DepartureService } from './departure.service.js';
import { ExceptionsService } from './exceptions.service.js';
import { FindController } from './find.controller.js';
import { FindService } from './find.service.js';
import { KeysOut } from './keys-out.service.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { LeftOnPaper } from './left-on-paper.service.js';
import { LooksController } from './looks.controller.js';
import { LooksService } from './looks.service.js';
import { MoveController } from './move.controller.js';
import { MovePages } from './move-pages.service.js';
import { MoveService } from './move.service.js';
import { MovedOnPaper } from './moved-on-paper.service.js';
import { NotesModule } from '../notes/notes.module.js';
import { PaperAsks } from './paper-asks.service.js';
import { PartsService } from './parts.service.js';
import { QuestionsModule } from '../questions/questions.module.js';
import { ReadyToLeaveService } from './ready-to-leave.service.js';
import { ReopeningService } from './reopening.service.js';
import { StayHistory } from './stay-history.service.js';
import { StayPages } from './stay-pages.service.js';
import { StaysController } from './stays.controller.js';
import { StaysService } from './stays.service.js';
import { SupportController } from './support.controller.js';
import { SupportPages } from './support-pages.service.js';
import { SupportService } from './support.service.js';
import { TalksController } from './talks.controller.js';
import { TalksService } from './talks.service.js';
import { SwapController } from './swap.controller.js';
import { SwapService } from './swap.service.js';
import { TalkFirstModule } from '../talk-first/talk-first.module.js';
import { TaskController } from './task.controller.js';
import { TaskPages } from './task-pages.service.js';
import { TasksService } from './tasks.service.js';
import { ThingsController } from './things.controller.js';
import { ThingsLeft } from './things-left.service.js';
import { TurnoversService } from './turnovers.service.js';
import { UndoAbsences } from './undo-absences.service.js';
import { UndoMoves } from './undo-moves.service.js';
import { UndoPlans } from './undo-plans.service.js';
import { UndoStays } from './undo-stays.service.js';
import { UndoTasks } from './undo-tasks.service.js';

@Module({
  imports: [
    NotesModule,
    BedsModule,
    ClosuresModule,
    ConnectionsModule,
    FollowUpsModule,
    GuestsModule,
    HoldsModule,
    LedgerModule,
    QuestionsModule,
    TalkFirstModule,
  ],
  controllers: [
    AbsenceController,
    CheckInController,
    CorrectionsController,
    DeathController,
    DepartureController,
    DepartureDayController,
    FindController,
    LooksController,
    MoveController,
    StaysController,
    SupportController,
    TalksController,
    SwapController,
    TaskController,
    ThingsController,
  ],
  providers: [
    AbsenceOnPaper,
    AbsencePages,
    AbsencesService,
    ArrivedOnPaper,
    CheckInService,
    CheckInPages,
    CheckInStarts,
    CorrectGuest,
    CorrectionPages,
    CorrectionsService,
    DeathsService,
    DeparturePages,
    DepartureService,
    DepartureDayPages,
    DepartureDayService,
    ExceptionsService,
    FindService,
    KeysOut,
    LeftOnPaper,
    LooksService,
    MovedOnPaper,
    MovePages,
    MoveService,
    PaperAsks,
    PartsService,
    ReadyToLeaveService,
    ReopeningService,
    StayHistory,
    StayPages,
    StaysService,
    SupportPages,
    SupportService,
    TalksService,
    SwapService,
    TaskPages,
    TasksService,
    ThingsLeft,
    TurnoversService,
    UndoAbsences,
    UndoMoves,
    UndoPlans,
    UndoStays,
    UndoTasks,
  ],
  exports: [
    StaysService,
    AbsencesService,
    CheckInService,
    DepartureService,
    FindService,
    KeysOut,
    ReadyToLeaveService,
    SupportService,
    ThingsLeft,
  ],
})
export class StaysModule {}
