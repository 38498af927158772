import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { BedsService } from '../beds/beds.service.js';
import { BoardService } from '../beds/board.service.js';
import type { Bed } from '../domain/bed.js';
import { Clock } from '../domain/clock.js';
import { closedUntil } from '../domain/closure.js';
import { freeFor, inTheWayOf } from '../domain/guard.js';
import type { House } from '../domain/house.js';
import { parseDay } from '../domain/house-time.js';
import { mayDo } from '../domain/permissions.js';
import type { Actor } from '../domain/person.js';
import { type Draft, DraftsService } from '../drafts/drafts.service.js';
import { GuardService } from '../ledger/guard.service.js';
import { Page } from '../web/answer.js';
import { hasErrors } from '../web/fields.js';
import type { Form } from '../web/form.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import type { Blocked } from './blocked.views.js';
import { type CancelForm, CloseNowForm, type ClosureForm } from './closures.forms.js';
import { ClosuresService } from './closures.service.js';
import { cancelView, changeView, type ClosureFacts, closeNowView } from './closures.views.js';

/** What a closure's form asked for when it was refused. */
export interface Asked {
  beds: readonly Bed[];
  firstNight: Temporal.PlainDate;
  lastNight: Temporal.PlainDate | null;
  /** The claim that is being changed. */
  own: readonly string[];
  /** From now on: nobody may be in it. */
  isNow: boolean;
}

/** Gathers what the pages of closing a bed show, and what stands in the way of it. */
@Injectable()
export class ClosurePages {
  constructor(
    private readonly closures: ClosuresService,
    private readonly beds: BedsService,
    private readonly board: BoardService,
    private readonly guard: GuardService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
    private readonly clock: Clock,
  ) {}

  /** The page with what this person began (R31). */
  async beginCloseNow(bedId: string, who: Actor, house: House): Promise<Page> {
    const draft = await this.drafts.find(who.id, paths.closeNow(bedId));
    return this.closeNow(bedId, new CloseNowForm(draft?.body), who, house, { draft });
  }

  async closeNow(
    bedId: string,
    form: CloseNowForm,
    who: Actor,
    house: House,
    { isTaken = false, draft = null }: { isTaken?: boolean; draft?: Draft | null } = {},
  ): Promise<Page> {
    const bed = await this.beds.find(bedId);
    const firstNight = house.time.houseDay(this.clock.now());
    const room = await this.beds.roomOf(bed, firstNight);
    const beds = form.room === '' ? [bed] : room;
    const asked = { beds, firstNight, lastNight: parseDay(form.lastNight), own: [], isNow: true };
    const formToken = this.tokens.draw({ personId: who.id, place: paths.closeNow(bedId) });
    const facts = { ...(await this.facts(bed, who, house, isTaken ? asked : null)), formToken };
    return new Page('closures/close-now', closeNowView(form, facts, room, draft), statusOf(form, isTaken));
  }

  async change(id: string, form: ClosureForm, who: Actor, house: House, isTaken = false) {
    const closure = await this.closures.find(id);
    const bed = await this.beds.find(closure.bedId);
    const firstNight = parseDay(form.firstNight) ?? closure.firstNight;
    const asked = { beds: [bed], firstNight, lastNight: parseDay(form.lastNight), own: [id], isNow: false };
    const facts = await this.facts(bed, who, house, isTaken ? asked : null);
    return new Page('closures/change', changeView(form, facts, closure), statusOf(form, isTaken));
  }

  async cancel(id: string, form: CancelForm, who: Actor, house: House) {
    const closure = await this.closures.find(id);
    const facts = await this.facts(await this.beds.find(closure.bedId), who, house, null);
    return new Page('closures/cancel', cancelView(form, facts, closure), statusOf(form, false));
  }

  /** `asked`: what was refused since a night of it is taken, or null. */
  async facts(bed: Bed, who: Actor, house: House, asked: Asked | null): Promise<ClosureFacts> {
    const now = this.clock.now();
    return {
      house,
      now,
      bed,
      blocked: asked && (await this.blocked(asked, house.time.houseDay(now))),
      mayPlan: mayDo(who.role, 'beds.manage'),
      formToken: this.tokens.draw({ personId: who.id, place: '' }),
    };
  }

  private async blocked(
    { beds, firstNight, lastNight, own, isNow }: Asked,
    today: Temporal.PlainDate,
  ): Promise<Blocked[]> {
    const [guarded, board] = await Promise.all([this.guard.beds(firstNight), this.board.now(today)]);
    return beds.flatMap((bed) => {
      const each = guarded.find((other) => other.bed.id === bed.id)!;
      const nights = {
        bedId: bed.id,
        firstNight,
        endNight: closedUntil({ firstNight, lastNight }, bed, today),
      };
      const found = inTheWayOf(each, { ...nights, own, isEntered: isNow });
      if (found === null) return [];
      const isIn = board.find((other) => other.bed.id === bed.id && other.stay !== null && isNow) ?? null;
      const move = { ...nights, endNight: firstNight.add({ days: 1 }), isEntered: true };
      return [{ bed, isIn, ...found, free: freeFor(guarded, move).map(({ name }) => name) }];
    });
  }
}

/** How a closure's page is sent: 409 where a night is taken, 422 where an answer is wrong. */
export const statusOf = (form: Form<unknown>, isTaken: boolean): number => {
  if (isTaken) return 409;
  return hasErrors(form) ? form.status : 200;
};
