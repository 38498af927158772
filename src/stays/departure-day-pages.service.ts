import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { BedTaken, NeedsException } from '../domain/conflict.js';
import { freeUpTo, type GuardedBed } from '../domain/guard.js';
import type { House } from '../domain/house.js';
import { parseDay } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { nightsLeft } from '../domain/stay-acts.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { LimitsService } from '../house/limits.service.js';
import { GuardService } from '../ledger/guard.service.js';
import { Page } from '../web/answer.js';
import { moment } from '../web/dates.js';
import { FormTokens } from '../web/form-tokens.js';
import { refusalView } from '../web/obstacle.js';
import { paths } from '../web/paths.js';
import type { Visit } from '../web/visit.js';
import { anotherDay } from './departure-day.service.js';
import type { DepartureDayForm } from './departure-day.forms.js';
import { type DayFacts, dayFormView, departureDayView } from './departure-day.views.js';
import type { Cause } from './exception.views.js';
import { ExceptionsService } from './exceptions.service.js';
import { StaysService, type StayWhole } from './stays.service.js';

type Now = Pick<Visit, 'now'>;

/** Gathers what the question for another planned day shows. */
@Injectable()
export class DepartureDayPages {
  constructor(
    private readonly stays: StaysService,
    private readonly guard: GuardService,
    private readonly exceptions: ExceptionsService,
    private readonly limits: LimitsService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** The question alone, for the stay's page; null when the guest is not here. `beds` are those of the house day of `now`. */
  async question(
    form: DepartureDayForm,
    whole: StayWhole,
    { beds, who, house, now }: Now & { beds: readonly GuardedBed[]; who: Actor; house: House },
  ) {
    if (!whole.stay.isHere) return null;
    return dayFormView(form, { ...(await this.facts(whole, beds, who, house, { now })), exception: null });
  }

  /** The page for an answer that stands against another record; any other error is thrown on. */
  answer(
    error: unknown,
    id: string,
    form: DepartureDayForm,
    who: Actor,
    house: House,
    visit: Now,
  ): Promise<Page> {
    if (error instanceof NeedsException)
      return this.page(id, form, who, house, visit, { status: 409, cause: error.past });
    if (error instanceof BedTaken)
      return this.page(id, form, who, house, visit, { status: 409, taken: error });
    throw error;
  }

  async page(
    id: string,
    form: DepartureDayForm,
    who: Actor,
    house: House,
    { now }: Now,
    asks: { status: number; cause?: Cause; taken?: BedTaken },
  ): Promise<Page> {
    const [whole, beds] = [await this.stays.find(id), await this.guard.beds(house.time.houseDay(now))];
    const isAsked = asks.cause !== undefined || form.body.has('exceptionReason');
    const draft = asks.status === 200 ? await this.drafts.find(who.id, paths.departureDay(id)) : null;
    const facts = {
      ...(await this.facts(whole, beds, who, house, { now })),
      exception: isAsked
        ? await this.exceptions.question(asks.cause ?? (await this.causeOf(form, whole)))
        : null,
    };
    const view = departureDayView(form, facts, {
      ...wayOut(asks.taken, house.time.houseDay(now)),
      draftSavedAt: draft && moment(house.time, draft.savedAt),
    });
    return new Page('stays/departure-day', view, asks.status);
  }

  /** What the day that was asked for goes past; null when nothing any more. */
  private async causeOf(form: DepartureDayForm, whole: StayWhole): Promise<Cause> {
    const asked = parseDay(form.typed('departureDay'));
    return asked && this.limits.newlyPast(anotherDay(whole, whole.stay.plannedDay, asked));
  }

  private async facts(
    whole: StayWhole,
    beds: readonly GuardedBed[],
    who: Actor,
    house: House,
    { now }: Now,
  ): Promise<Omit<DayFacts, 'exception'>> {
    const { part, bed } = whole.parts.at(-1)!;
    const today = house.time.houseDay(now);
    const wanted = nightsLeft(whole.stay, { bedId: bed.id, firstNight: today, own: [part.id] }, today);
    const formToken = this.tokens.draw({ personId: who.id, place: paths.departureDay(whole.stay.id) });
    const freeUntil = freeUpTo(
      beds.find((each) => each.bed.id === bed.id)!,
      wanted,
    );
    return { house, now, whole, freeUntil, limits: await this.limits.all(), formToken };
  }
}

const wayOut = (taken: BedTaken | undefined, today: Temporal.PlainDate) => ({
  obstacle: taken ? refusalView(taken, today) : null,
  latest: taken?.obstacle?.latest ?? null,
});
