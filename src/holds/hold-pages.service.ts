import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { MoreThanOrEqual } from 'typeorm';
import { BoardService } from '../beds/board.service.js';
import { OnCallFirst } from '../beds/on-call-first.service.js';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Act } from '../domain/act.js';
import { BedTaken, HoldOver } from '../domain/conflict.js';
import type { Hold } from '../domain/hold.js';
import type { House } from '../domain/house.js';
import { PaperSheets } from '../paper/paper-sheets.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import type { Desk } from '../web/who.js';
import { type HoldForms, type HoldLine, holdView } from './hold.views.js';
import { type NewHoldForm, ReasonForm } from './holds.forms.js';
import { HoldSources } from './hold-sources.service.js';
import { HoldsService } from './holds.service.js';
import { newHoldView } from './new-hold.views.js';

/** Gathers what the pages of holds show. */
@Injectable()
export class HoldPages {
  constructor(
    private readonly holds: HoldsService,
    private readonly sources: HoldSources,
    private readonly board: BoardService,
    private readonly onCall: OnCallFirst,
    private readonly people: PeopleService,
    private readonly paper: PaperSheets,
    private readonly reader: PageReader,
    private readonly tokens: FormTokens,
  ) {}

  async newHold(
    form: NewHoldForm,
    { who, house, now }: Desk,
    asks: { status: number; taken?: BedTaken; draftSavedAt?: Temporal.Instant | null },
  ): Promise<Page> {
    const view = newHoldView(form, {
      house,
      now,
      beds: await this.board.now(house.time.houseDay(now)),
      taken: asks.taken ?? null,
      isTalkFirst: await this.onCall.isAsked(),
      sourceName: await this.sources.nameOf(form),
      draftSavedAt: asks.draftSavedAt ?? null,
      formToken: this.tokens.draw({ personId: who.id, place: paths.newHold() }),
    });
    return new Page('holds/new', view, asks.status);
  }

  /** A hold's page, with the one form of it that was sent and what stands in its way. */
  async hold(
    id: string,
    sent: Partial<HoldForms>,
    { who, house, now }: Desk,
    asks: { status: number; error?: unknown } = { status: 200 },
  ): Promise<Page> {
    const none = new ReasonForm();
    const { error } = asks;
    const view = holdView(
      { keepUntil: none, letGo: none, didNotCome: none, ...sent },
      {
        house,
        now,
        ...(await this.known(id, house, now)),
        obstacle: error instanceof BedTaken ? error.obstacle : null,
        refused: refusedWords(error),
        formToken: this.tokens.draw({ personId: who.id, place: '' }),
      },
    );
    return new Page('holds/show', view, asks.status);
  }

  private async known(id: string, house: House, now: Temporal.Instant) {
    const hold = await this.holds.find(id);
    const [guestName, beds, history, madeBy] = await Promise.all([
      this.holds.nameOf(hold),
      this.board.now(house.time.houseDay(now)),
      this.history(hold, now),
      this.people.names([hold.madeBy]),
    ]);
    return { hold, guestName, beds, history, madeByName: madeBy.get(hold.madeBy) ?? 'Someone' };
  }

  /** What was done with its bed since it was made, as far as it is about this hold. */
  private async history(hold: Hold, now: Temporal.Instant): Promise<HoldLine[]> {
    const since = MoreThanOrEqual(instantText.to(hold.madeAt) as unknown as Temporal.Instant);
    const done = await this.reader.manager.find(Act, {
      where: { bedId: hold.bedId, at: since },
      order: { number: 'ASC' },
    });
    const acts = done.filter(({ details }) => details.hold === hold.id);
    const names = await this.people.names(acts.map(({ personId }) => personId));
    const writers = await this.paper.writersOf(acts);
    return acts.map((act, place) => ({
      act,
      personName: names.get(act.personId) ?? 'Someone',
      paperWriter: writers.get(act.id) ?? null,
      whyNotUndo: act.whyNotUndo(now, acts.slice(place + 1)),
    }));
  }
}

function refusedWords(error: unknown): string | null {
  if (error instanceof HoldOver) return `${error.message}. Nothing was changed.`;
  return error instanceof BedTaken && error.obstacle === null ? 'Someone else has this bed now.' : null;
}
