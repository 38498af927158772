import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { PageReader } from '../database/page-reader.js';
import { type Absence, latestAbsence } from '../domain/absence.js';
import { freeFor, type GuardedBed } from '../domain/guard.js';
import type { House } from '../domain/house.js';
import { mayDo } from '../domain/permissions.js';
import type { Actor } from '../domain/person.js';
import { Stay } from '../domain/stay.js';
import { type TaskCode, taskCodes } from '../domain/stay-task-list.js';
import { actsOf, nightsLeft } from '../domain/stay-acts.js';
import { ConnectionsService } from '../connections/connections.service.js';
import { ShownGuestNotes } from '../notes/shown-guest-notes.service.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { AnswersService } from '../questions/answers.service.js';
import { QuestionsService } from '../questions/questions.service.js';
import { LimitsService } from '../house/limits.service.js';
import { GuardService } from '../ledger/guard.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { NotHere } from '../web/refusals.js';
import type { Visit } from '../web/visit.js';
import { AbsencesService } from './absences.service.js';
import { DepartureDayForm } from './departure-day.forms.js';
import { DepartureDayPages } from './departure-day-pages.service.js';
import type { NameForm } from './stays.forms.js';
import { ReadyToLeaveService } from './ready-to-leave.service.js';
import { ThingsLeft } from './things-left.service.js';
import { StayHistory } from './stay-history.service.js';
import { StaysService, type StayWhole } from './stays.service.js';
import { stayView } from './stays.views.js';
import { SupportService } from './support.service.js';
import { TalksService } from './talks.service.js';
import { TasksService } from './tasks.service.js';

/** Gathers what a stay's page shows. */
@Injectable()
export class StayPages {
  constructor(
    private readonly stays: StaysService,
    private readonly history: StayHistory,
    private readonly guard: GuardService,
    private readonly days: DepartureDayPages,
    private readonly limits: LimitsService,
    private readonly absences: AbsencesService,
    private readonly tasks: TasksService,
    private readonly notes: ShownGuestNotes,
    private readonly ready: ReadyToLeaveService,
    private readonly things: ThingsLeft,
    private readonly support: SupportService,
    private readonly talks: TalksService,
    private readonly followUps: FollowUpsService,
    private readonly answers: AnswersService,
    private readonly questions: QuestionsService,
    private readonly connections: ConnectionsService,
    private readonly reader: PageReader,
    private readonly tokens: FormTokens,
  ) {}

  async stay(
    id: string,
    form: NameForm,
    who: Actor,
    house: House,
    { now, namesUntil }: Pick<Visit, 'now' | 'namesUntil'>,
    status = 200,
  ): Promise<Page> {
    const whole = await this.stays.find(id);
    const absences = await this.absences.of(id);
    const draw = () => this.tokens.draw({ personId: who.id, place: '' });
    return new Page(
      'stays/show',
      stayView(form, {
        house,
        now,
        whole,
        absences,
        ...(await this.written(id, house, now)),
        thingsGone: whole.departure && (await this.things.gone(whole.departure.id)),
        ...(await this.history.of(id, now)),
        isNameShown: namesUntil !== null,
        mayCorrect: mayDo(who.role, 'stays.correct'),
        ...(await this.whatCanBeDone(whole, absences, who, house, now)),
        formToken: draw(),
        taskTokens: Object.fromEntries(taskCodes.map((code) => [code, draw()])) as Record<TaskCode, string>,
      }),
      status,
    );
  }

  /** What was agreed, gone through and written with the guest. */
  private async written(id: string, house: House, now: Temporal.Instant) {
    const [plan, tasks, notes, answers, questions, ready, connections, { last: support }, talks] =
      await Promise.all([
        this.followUps.ofStay(id, house, now),
        this.tasks.of(id),
        this.notes.ofStay(id),
        this.answers.of(id),
        this.questions.versions(),
        this.ready.find(id),
        this.connections.count(id),
        this.support.of(id),
        this.talks.of(id),
      ]);
    return { plan, tasks, notes, answers, questions, ready, connections, support, talks };
  }

  /** Throws NotHere for an unknown guest or one whose only check-in was undone. */
  async latestStayOf(guestId: string): Promise<string> {
    const stay = await this.reader.manager.findOne(Stay, {
      where: { guestId },
      order: { arrivedAt: 'DESC' },
    });
    if (!stay || stay.undoneAt) throw new NotHere();
    return stay.id;
  }

  /** What the guest, who is here or not, and the other beds leave possible (R25). */
  private async whatCanBeDone(
    whole: StayWhole,
    absences: readonly Absence[],
    who: Actor,
    house: House,
    now: Temporal.Instant,
  ) {
    const today = house.time.houseDay(now);
    const beds = await this.guard.beds(today);
    const dayForm = await this.days.question(new DepartureDayForm(), whole, { beds, who, house, now });
    const lastDay = (await this.limits.all()).leavingDays(whole.stay.arrivalDay).at(-1)!;
    return { dayForm, lastDay, acts: actsFor(whole, absences, beds, who, today) };
  }
}

function actsFor(
  { stay, parts }: StayWhole,
  absences: readonly Absence[],
  beds: readonly GuardedBed[],
  { role }: Actor,
  today: Temporal.PlainDate,
): ReturnType<typeof actsOf> {
  const { part, bed } = parts.at(-1)!;
  const wanted = nightsLeft(stay, { bedId: bed.id, firstNight: today, own: [part.id] }, today);
  const othersHere = beds.filter((each) => each.isOccupied && each.occupant !== part.id).length;
  const last = latestAbsence(absences);
  const absence = last?.isOpen ? last.kind : null;
  return actsOf({ stay, role, freeBeds: freeFor(beds, wanted).length, othersHere, absence });
}
