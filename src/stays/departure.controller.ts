import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService, type Done } from '../acts/acts.service.js';
import { AlreadyLeft, ChangedMeanwhile, Conflict, NeedsException, SeenSince } from '../domain/conflict.js';
import { SeeOther } from '../web/answer.js';
import { hasErrors } from '../web/fields.js';
import { aboutStay } from '../web/flash.js';
import { type FormBody, only } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import type { DepartureForm } from './departure.forms.js';
import { DeparturePages } from './departure-pages.service.js';
import { DepartureService } from './departure.service.js';
import { recordedWords } from './departure.views.js';
import { ReadyToLeaveService } from './ready-to-leave.service.js';
import { StaysService } from './stays.service.js';

/** Recording that a guest leaves: filled in at the door, or days ahead and saved. */
@Controller('stays/:id/departure')
export class DepartureController {
  constructor(
    private readonly stays: StaysService,
    private readonly departures: DepartureService,
    private readonly ready: ReadyToLeaveService,
    private readonly pages: DeparturePages,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('stays.depart', { isRecord: true })
  newDeparture(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.pages.begin(id, desk);
  }

  @Post()
  @Permit('stays.depart', { isRecord: true })
  async createDeparture(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const form = this.pages.form(body, desk);
    try {
      if (only(body, 'save') === 'later') return await this.getReady(id, form, desk);
      const done = await form.submit((leaving) =>
        this.acts.once(desk.who, 'stays.depart', body, async (tx) => {
          await this.ready.checked(tx, id, form.readySeen);
          return this.departures.depart(tx, id, leaving, desk.who, desk.house);
        }),
      );
      if (done) return await this.recorded(id, form, done);
    } catch (error) {
      return this.answer(error, id, form, desk);
    }
    return this.pages.page(id, form, desk, { status: form.status });
  }

  private async recorded(id: string, { ending, bedNext }: DepartureForm, { address: ofStay, undo }: Done) {
    const { stay, parts } = await this.stays.find(id);
    const address = bedNext === 'close' ? paths.closeNow(parts.at(-1)!.bed.id) : ofStay;
    const words = recordedWords(stay, { ending, isBedReady: bedNext === 'at-once' });
    const message = [aboutStay(id, 'name'), ' left ', aboutStay(id, 'bed'), words];
    return new SeeOther(address, { message, undo });
  }

  /** Nothing is asked for: what fits is said, and the rest at the door. */
  private async getReady(id: string, form: DepartureForm, desk: Desk) {
    if (hasErrors(form)) return this.pages.page(id, form, desk, { status: 422 });
    const kept = { answers: form.ahead(), seen: form.readySeen };
    await this.acts.once(desk.who, 'stays.getReady', form.body, async (tx) => {
      await this.ready.keep(tx, id, kept, desk.who);
      return { address: paths.stay(id), subjectId: id, undo: null };
    });
    const message = [aboutStay(id), ' has not left yet. What you wrote stands ready for the door.'];
    return new SeeOther(paths.stay(id), { message, undo: null });
  }

  private async answer(error: unknown, id: string, form: DepartureForm, desk: Desk) {
    if (error instanceof NeedsException)
      return this.pages.page(id, form, desk, { status: 409, needsYes: true });
    if (error instanceof SeenSince) return this.pages.page(id, form, desk, { status: 409, seenSince: error });
    if (error instanceof ChangedMeanwhile) {
      form.outdate();
      return this.pages.page(id, form, desk, { status: 409 });
    }
    if (!(error instanceof AlreadyLeft)) throw error;
    const whole = await this.stays.find(id);
    if (whole.stay.undoneAt) throw new Conflict('This check-in was undone. There is no leaving to record.');
    return this.pages.already(form, whole, desk, 409);
  }
}
