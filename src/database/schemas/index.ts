import { AbsenceSchema } from './absence.schema.js';
import { ActSchema } from './act.schema.js';
import { AmendmentSchema, TakenBackSchema } from './amendment.schema.js';
import { AttemptSchema } from './attempt.schema.js';
import { BedSegmentSchema } from './bed-segment.schema.js';
import { BedSchema } from './bed.schema.js';
import { CallSchema } from './call.schema.js';
import { ClosureSchema } from './closure.schema.js';
import { ConnectionSchema } from './connection.schema.js';
import { ConsentSchema } from './consent.schema.js';
import { DeathSchema } from './death.schema.js';
import { DepartureSchema } from './departure.schema.js';
import { FollowUpSchema } from './follow-up.schema.js';
import { GuestNoteSchema } from './guest-note.schema.js';
import { GuestSchema } from './guest.schema.js';
import { HelpWithoutBedSchema } from './help-without-bed.schema.js';
import { HoldSchema } from './hold.schema.js';
import { HouseNoteSchema } from './house-note.schema.js';
import { HouseSchema } from './house.schema.js';
import { IncidentSchema, IncidentWordsSchema } from './incident.schema.js';
import { OnShiftSchema } from './on-shift.schema.js';
import { HiddenNoteSchema, NoteAnswerSchema } from './note-answer.schema.js';
import { PaperLineSchema, PaperSheetSchema } from './paper.schema.js';
import { PersonSchema } from './person.schema.js';
import { PlaceSchema } from './place.schema.js';
import { StaySchema } from './stay.schema.js';
import { StayTaskSchema } from './stay-task.schema.js';
import { SupplySchema } from './supply.schema.js';
import { TalkFirstSchema } from './talk-first.schema.js';
import { TurnSchema } from './turn.schema.js';
import { TurnoverSchema } from './turnover.schema.js';
import { WaitlistEntrySchema } from './waitlist-entry.schema.js';

/** Everything TypeORM reads and writes by name. The ledger, sessions and audit are written by SQL of their own. */
export const schemas = [
  HouseSchema,
  PersonSchema,
  BedSchema,
  GuestSchema,
  StaySchema,
  BedSegmentSchema,
  DepartureSchema,
  ConsentSchema,
  TurnoverSchema,
  ActSchema,
  HouseNoteSchema,
  GuestNoteSchema,
  AmendmentSchema,
  TakenBackSchema,
  NoteAnswerSchema,
  HiddenNoteSchema,
  CallSchema,
  FollowUpSchema,
  AttemptSchema,
  HoldSchema,
  ClosureSchema,
  WaitlistEntrySchema,
  AbsenceSchema,
  StayTaskSchema,
  DeathSchema,
  TalkFirstSchema,
  OnShiftSchema,
  PaperSheetSchema,
  PaperLineSchema,
  IncidentSchema,
  IncidentWordsSchema,
  SupplySchema,
  HelpWithoutBedSchema,
  TurnSchema,
  PlaceSchema,
  ConnectionSchema,
];
