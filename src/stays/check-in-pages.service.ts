import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { BoardService } from '../beds/board.service.js';
import { PageReader } from '../database/page-reader.js';
import { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { BedTaken, GuestAlreadyHere, MaybeKnown, NeedsException, NotReadyYet } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { GuestsService } from '../guests/guests.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { checkInView } from './check-in.views.js';
import { ExceptionsService } from './exceptions.service.js';
import type { CheckInForm } from './check-in.forms.js';
import { takenView } from './taken.views.js';

/** What the page asks besides its own questions, and with which status it is sent. */
interface Asks {
  status: number;
  draftSavedAt?: Temporal.Instant | null;
  alike?: boolean;
  ready?: boolean;
  exception?: boolean;
}

const HERE_ALREADY = 'This guest is in the house already. Look at the board, or choose “Someone new”';

/** Gathers what the check-in page and its conflict page show. */
@Injectable()
export class CheckInPages {
  constructor(
    private readonly board: BoardService,
    private readonly guests: GuestsService,
    private readonly people: PeopleService,
    private readonly exceptions: ExceptionsService,
    private readonly reader: PageReader,
    private readonly tokens: FormTokens,
    private readonly clock: Clock,
  ) {}

  /** The page for an answer that stands against another record; any other error is thrown on. */
  answer(error: unknown, form: CheckInForm, who: Actor, house: House): Promise<Page> {
    if (error instanceof MaybeKnown) return this.page(form, who, house, { status: 409, alike: true });
    if (error instanceof NotReadyYet) return this.page(form, who, house, { status: 409, ready: true });
    if (error instanceof NeedsException) return this.page(form, who, house, { status: 409, exception: true });
    if (error instanceof BedTaken) return this.taken(form, who, house);
    if (error instanceof GuestAlreadyHere) {
      form.blame(new RuleViolation('guestId', HERE_ALREADY));
      return this.page(form, who, house, { status: 409 });
    }
    throw error;
  }

  async page(form: CheckInForm, who: Actor, house: House, asks: Asks): Promise<Page> {
    const now = this.clock.now();
    const beds = await this.board.now(house.time.houseDay(now));
    const chosen = beds.find(({ bed }) => bed.id === form.bedId) ?? null;
    const isAsked = (isNew: boolean | undefined, field: string) => isNew === true || form.body.has(field);
    const view = checkInView(form, {
      house,
      now,
      beds,
      alike: isAsked(asks.alike, 'askedSame') ? await this.guests.likelySame(form.name) : [],
      notReady: isAsked(asks.ready, 'confirmNotReady') ? chosen : null,
      whoCanAgree: isAsked(asks.exception, 'exceptionReason') ? await this.exceptions.whoCanAgree() : null,
      nights: form.nights(),
      draftSavedAt: asks.draftSavedAt ?? null,
      formToken: this.token(who),
    });
    return new Page('stays/check-in', view, asks.status);
  }

  private async taken(form: CheckInForm, who: Actor, house: House): Promise<Page> {
    const now = this.clock.now();
    const from = form.arrivalDay();
    const beds = await this.board.now(from);
    const wanted = beds.find(({ bed }) => bed.id === form.bedId);
    const by = wanted?.stay ? await this.whoWelcomed(wanted.stay.id) : null;
    const facts = { house, now, from, beds, by, formToken: this.token(who) };
    return new Page('stays/taken', takenView(form, facts), 409);
  }

  private async whoWelcomed(stayId: string) {
    const act = await this.reader.manager.findOneBy(Act, { stayId, kind: 'stay.arrived' });
    if (!act) return null;
    const names = await this.people.names([act.personId]);
    return { personName: names.get(act.personId) ?? 'Someone', at: act.at };
  }

  private token(who: Actor): string {
    return this.tokens.draw({ personId: who.id, place: paths.checkIn() });
  }
}
