import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ActsService, type Done } from '../acts/acts.service.js';
import { BedTaken, GuestAlreadyHere } from '../domain/conflict.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { SeeOther } from '../web/answer.js';
import { aboutHold } from '../web/flash.js';
import { type FormBody, only } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { HoldPages } from './hold-pages.service.js';
import { NewHoldForm } from './holds.forms.js';
import { HoldsService } from './holds.service.js';

/** Keeping a bed for somebody until an hour (R14). */
@Controller('holds')
export class HoldsController {
  constructor(
    private readonly holds: HoldsService,
    private readonly pages: HoldPages,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
  ) {}

  @Get('new')
  @Permit('holds.make')
  async newHold(
    @Query('bed') bed: unknown,
    @Query('from') from: unknown,
    @Query('call') call: unknown,
    @Query('waits') waits: unknown,
    @TheDesk() desk: Desk,
  ) {
    const { who, house, now } = desk;
    const source = [...pressed('callId', call), ...pressed('waitlistId', waits)];
    // What was begun earlier was for somebody else
    const draft = source.length > 0 ? null : await this.drafts.find(who.id, paths.newHold());
    const today = house.time.houseDay(now).toString();
    // What was pressed on the board counts, also over what was begun earlier
    const body = new Map<string, readonly string[]>([
      ['firstNight', [today]],
      ['nights', ['1']],
      ...(draft?.body ?? []),
      ...pressed('bedId', bed),
      ...pressed('firstNight', from),
      ...source,
    ]);
    const form = new NewHoldForm(body, { time: house.time, now });
    const draftSavedAt = draft?.savedAt ?? null;
    return this.pages.newHold(form, desk, { status: 200, draftSavedAt });
  }

  @Post()
  @Permit('holds.make')
  async createHold(@Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house, now } = desk;
    const form = new NewHoldForm(body, { time: house.time, now });
    if (only(body, 'look') !== '') return this.pages.newHold(form, desk, { status: 200 });
    try {
      const done = await form.submit(async (said) => {
        const wanted = await this.holds.withKnown(said);
        return this.acts.once(who, 'holds.make', body, (tx) => this.holds.make(tx, wanted, who, house));
      });
      if (done) return new SeeOther(done.address, { message: keptWords(done), undo: done.undo });
    } catch (error) {
      if (error instanceof GuestAlreadyHere) {
        form.blame(new RuleViolation('guestName', error.message));
        return this.pages.newHold(form, desk, { status: 409 });
      }
      if (!(error instanceof BedTaken)) throw error;
      return this.pages.newHold(form, desk, { status: 409, taken: error });
    }
    return this.pages.newHold(form, desk, { status: form.status });
  }

  @Get(':id')
  @Permit('holds.view', { isRecord: true })
  show(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.pages.hold(id, {}, desk);
  }
}

const pressed = (name: string, value: unknown): [string, string[]][] =>
  typeof value === 'string' && value !== '' ? [[name, [value]]] : [];

/** Sent once more it is known to be done, not for whom. */
const keptWords = ({ subjectId: id }: Done) =>
  id ? [aboutHold(id, 'name'), ' · ', aboutHold(id, 'bed'), ' is kept.'] : 'The bed is kept already.';
