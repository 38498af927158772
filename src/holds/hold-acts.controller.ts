import { Body, Controller, Param, Post } from '@nestjs/common';
import { ActsService, type Done } from '../acts/acts.service.js';
import { BedTaken, HoldOver } from '../domain/conflict.js';
import { type Page, SeeOther } from '../web/answer.js';
import { aboutHold, type Flash } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { HoldPages } from './hold-pages.service.js';
import { KeepUntilForm, ReasonForm } from './holds.forms.js';
import { HoldEndings } from './hold-endings.service.js';
import { HoldsService } from './holds.service.js';

/** The page again, with what was typed and why it was not done. */
type Again = (asks: { status: number; error?: unknown }) => Promise<Page>;

/** What is done with a bed that is kept. */
@Controller('holds/:id')
export class HoldActsController {
  constructor(
    private readonly holds: HoldsService,
    private readonly endings: HoldEndings,
    private readonly pages: HoldPages,
    private readonly acts: ActsService,
  ) {}

  @Post('keep-until')
  @Permit('holds.change', { isRecord: true })
  keepUntil(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house, now } = desk;
    const form = new KeepUntilForm(body, { time: house.time, now });
    const done = form.submit((until) =>
      this.acts.once(who, 'holds.change', body, (tx) => this.holds.keepLonger(tx, id, until, who, house)),
    );
    return answer(done, told(id, ' is kept for ', ' until the new hour.'), (asks) =>
      this.pages.hold(id, { keepUntil: form }, desk, asks),
    );
  }

  @Post('let-go')
  @Permit('holds.letGo', { isRecord: true })
  letGo(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    const form = new ReasonForm(body);
    const done = form.submit((reason) =>
      this.acts.once(who, 'holds.letGo', body, (tx) => this.endings.letGo(tx, id, reason, who, house)),
    );
    return answer(done, told(id, ' is not kept for ', ' any more.'), (asks) =>
      this.pages.hold(id, { letGo: form }, desk, asks),
    );
  }

  @Post('did-not-come')
  @Permit('holds.change', { isRecord: true })
  didNotCome(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    const form = new ReasonForm(body);
    const done = form.submit((reason) =>
      this.acts.once(who, 'holds.change', body, (tx) => this.endings.didNotCome(tx, id, reason, who, house)),
    );
    return answer(done, told(id, ': ', ' did not come yet. They are welcome all the same.'), (asks) =>
      this.pages.hold(id, { didNotCome: form }, desk, asks),
    );
  }
}

/** 'Maple is kept for S. until the new hour.' */
const told = (id: string, between: string, after: string): Flash['message'] => [
  aboutHold(id, 'bed'),
  between,
  aboutHold(id, 'name'),
  after,
];

async function answer(
  work: Promise<Done | null>,
  message: Flash['message'],
  again: Again,
): Promise<SeeOther | Page> {
  try {
    const done = await work;
    return done ? new SeeOther(done.address, { message, undo: done.undo }) : await again({ status: 422 });
  } catch (error) {
    if (error instanceof BedTaken || error instanceof HoldOver) return again({ status: 409, error });
    throw error;
  }
}
