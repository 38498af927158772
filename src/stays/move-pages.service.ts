import { Injectable } from '@nestjs/common';
import { BoardService } from '../beds/board.service.js';
import { BedTaken, NeedsException } from '../domain/conflict.js';
import { freeFor } from '../domain/guard.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { nightsLeft } from '../domain/stay-acts.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { GuardService } from '../ledger/guard.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { refusalView } from '../web/obstacle.js';
import { paths } from '../web/paths.js';
import type { Visit } from '../web/visit.js';
import type { Cause } from './exception.views.js';
import { ExceptionsService } from './exceptions.service.js';
import type { MovedForm } from './move.forms.js';
import type { Moved } from './move.service.js';
import { moveView, swapView } from './move.views.js';
import { StaysService, type StayWhole } from './stays.service.js';

/** Which of the two pages. */
type Kind = 'move' | 'swap';

/** Whose page it is and when it is drawn. */
export interface MovePlace {
  id: string;
  kind: Kind;
  who: Actor;
  house: House;
  visit: Pick<Visit, 'now'>;
}

const views = { move: moveView, swap: swapView };

/** Gathers what the pages of a move and of a swap show. */
@Injectable()
export class MovePages {
  constructor(
    private readonly stays: StaysService,
    private readonly board: BoardService,
    private readonly guard: GuardService,
    private readonly exceptions: ExceptionsService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** The page for an answer that stands against another record; any other error is thrown on. */
  answer(error: unknown, form: MovedForm<Moved>, place: MovePlace): Promise<Page> {
    if (error instanceof NeedsException) return this.page(form, place, { status: 409, cause: error.past });
    if (error instanceof BedTaken) return this.page(form, place, { status: 409, taken: error });
    throw error;
  }

  async page(
    form: MovedForm<Moved>,
    { id, kind, who, house, visit: { now } }: MovePlace,
    asks: { status: number; cause?: Cause; taken?: BedTaken },
  ): Promise<Page> {
    const place = paths[kind](id);
    const whole = await this.stays.find(id);
    const isAsked = asks.cause !== undefined || form.body.has('exceptionReason');
    const draft = asks.status === 200 ? await this.drafts.find(who.id, place) : null;
    const view = views[kind](form, {
      house,
      now,
      whole,
      ...(await this.around(whole, house, now)),
      obstacle: asks.taken ? refusalView(asks.taken, house.time.houseDay(now)) : null,
      exception: isAsked
        ? await this.exceptions.question(asks.cause === undefined ? 'unknown' : asks.cause)
        : null,
      draftSavedAt: draft?.savedAt ?? null,
      formToken: this.tokens.draw({ personId: who.id, place }),
    });
    return new Page(`stays/${kind}`, view, asks.status);
  }

  /** The beds that can be moved to, and who else is here. */
  private async around({ stay, parts }: StayWhole, house: House, now: Visit['now']) {
    const today = house.time.houseDay(now);
    const { part, bed } = parts.at(-1)!;
    const wanted = nightsLeft(stay, { bedId: bed.id, firstNight: today, own: [part.id] }, today);
    const [guarded, board] = await Promise.all([this.guard.beds(today), this.board.now(today)]);
    const isReady = (id: string) => board.find((each) => each.bed.id === id)?.notReadySince === null;
    return {
      offers: freeFor(guarded, wanted).map((free) => ({ bed: free, isReady: isReady(free.id) })),
      others: board.flatMap((each) =>
        each.stay && each.stay.id !== stay.id ? [{ stay: each.stay, bed: each.bed }] : [],
      ),
    };
  }
}
