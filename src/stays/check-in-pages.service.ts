import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { type BedNow, BoardService } from '../beds/board.service.js';
import { OnCallFirst } from '../beds/on-call-first.service.js';
import { PageReader } from '../database/page-reader.js';
import { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import {
  BedTaken,
  GuestAlreadyHere,
  HoldOver,
  MaybeKnown,
  NeedsException,
  NotReadyYet,
  TalkFirstAsked,
} from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import type { Obstacle } from '../domain/guard.js';
import { GuestsService } from '../guests/guests.service.js';
import { HoldsService } from '../holds/holds.service.js';
import { LimitsService } from '../house/limits.service.js';
import { PeopleService } from '../people/people.service.js';
import { TalkFirstService } from '../talk-first/talk-first.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { nightsAsked } from './check-in.service.js';
import { checkInView, type HeldFor } from './check-in.views.js';
import type { Cause } from './exception.views.js';
import { ExceptionsService } from './exceptions.service.js';
import type { CheckInForm } from './check-in.forms.js';
import { takenView } from './taken.views.js';

/** What the page asks besides its own questions, and with which status it is sent. */
interface Asks {
  status: number;
  draftSavedAt?: Temporal.Instant | null;
  alike?: boolean;
  ready?: boolean;
  talk?: boolean;
  cause?: Cause;
}

const WAYS_OUT = 'Look at the board, or choose “Someone new”';

/** Gathers what the check-in page and its conflict page show. */
@Injectable()
export class CheckInPages {
  constructor(
    private readonly board: BoardService,
    private readonly holds: HoldsService,
    private readonly guests: GuestsService,
    private readonly people: PeopleService,
    private readonly onCall: OnCallFirst,
    private readonly exceptions: ExceptionsService,
    private readonly limits: LimitsService,
    private readonly talkFirst: TalkFirstService,
    private readonly reader: PageReader,
    private readonly tokens: FormTokens,
    private readonly clock: Clock,
  ) {}

  /** The page for an answer that stands against another record; any other error is thrown on. */
  answer(error: unknown, form: CheckInForm, who: Actor, house: House): Promise<Page> {
    if (error instanceof MaybeKnown) return this.page(form, who, house, { status: 409, alike: true });
    if (error instanceof NotReadyYet) return this.page(form, who, house, { status: 409, ready: true });
    if (error instanceof TalkFirstAsked) return this.page(form, who, house, { status: 409, talk: true });
    if (error instanceof NeedsException)
      return this.page(form, who, house, { status: 409, cause: error.past });
    if (error instanceof BedTaken) return this.taken(form, who, house, error.obstacle);
    if (error instanceof HoldOver) {
      form.blame(new RuleViolation('', `${error.message}. Is this someone else?`));
      return this.page(form.withoutHold(), who, house, { status: 409 });
    }
    if (error instanceof GuestAlreadyHere) {
      form.blame(new RuleViolation('guestId', `${error.message} ${WAYS_OUT}`));
      return this.page(form, who, house, { status: 409 });
    }
    throw error;
  }

  async page(form: CheckInForm, who: Actor, house: House, asks: Asks): Promise<Page> {
    const now = this.clock.now();
    const held = await this.held(form);
    const beds = without(await this.board.now(house.time.houseDay(now)), form.holdId);
    const chosen = beds.find(({ bed }) => bed.id === form.bedId) ?? null;
    const isAsked = (isNew: boolean | undefined, field: string) => isNew === true || form.body.has(field);
    const view = checkInView(form, {
      house,
      now,
      beds,
      held,
      alike: isAsked(asks.alike, 'askedSame') ? await this.alike(form, held) : [],
      notReady: isAsked(asks.ready, 'confirmNotReady') ? chosen : null,
      exception: isAsked(asks.cause !== undefined, 'exceptionReason')
        ? await this.exceptions.question(asks.cause ?? (await this.causeOf(form)))
        : null,
      talkFirst: isAsked(asks.talk, 'talked') ? await this.lineFor(form, now, house) : null,
      limits: await this.limits.all(),
      isTalkFirst: await this.onCall.isAsked(),
      draftSavedAt: asks.draftSavedAt ?? null,
      formToken: this.token(who, form),
    });
    return new Page('stays/check-in', view, asks.status);
  }

  private async taken(form: CheckInForm, who: Actor, house: House, obstacle: Obstacle | null): Promise<Page> {
    const now = this.clock.now();
    const from = form.arrivalDay();
    const beds = without(await this.board.now(from), form.holdId);
    const heldName = (await this.held(form))?.guestName ?? null;
    const wanted = beds.find(({ bed }) => bed.id === form.bedId);
    const by = wanted?.stay ? await this.whoWelcomed(wanted.stay.id) : null;
    const isTalkFirst = await this.onCall.isAsked();
    const formToken = this.token(who, form);
    const facts = { house, now, from, beds, by, obstacle, heldName, isTalkFirst, formToken };
    return new Page('stays/taken', takenView(form, facts), 409);
  }

  private async whoWelcomed(stayId: string) {
    const act = await this.reader.manager.findOneBy(Act, { stayId, kind: 'stay.arrived' });
    if (!act) return null;
    const names = await this.people.names([act.personId]);
    return { personName: names.get(act.personId) ?? 'Someone', at: act.at };
  }

  /** What the days that were asked for go past; null when it is only too far back. */
  private async causeOf(form: CheckInForm): Promise<Cause> {
    const asked = form.asked();
    return asked && this.limits.newlyPast(nightsAsked(asked, form.bedId));
  }

  private lineFor({ guestId }: CheckInForm, now: Temporal.Instant, house: House) {
    return this.talkFirst.inForce(guestId, house.time.houseDay(now));
  }

  private alike({ name }: CheckInForm, held: HeldFor | null) {
    return this.guests.likelySame(name || (held?.guestName ?? ''));
  }

  /** What the bed they were expected in is kept for. Throws NotHere for an unknown hold. */
  private async held({ holdId }: CheckInForm): Promise<HeldFor | null> {
    if (holdId === '') return null;
    const hold = await this.holds.find(holdId);
    return { hold, guestName: await this.holds.nameOf(hold) };
  }

  private token(who: Actor, { place }: CheckInForm): string {
    return this.tokens.draw({ personId: who.id, place });
  }
}

/** What is kept for the one who is being welcomed is in nobody's way. */
const without = (beds: readonly BedNow[], holdId: string): BedNow[] =>
  beds.map((each) => ({ ...each, claims: each.claims.filter(({ id }) => id !== holdId) }));
