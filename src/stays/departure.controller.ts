import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService, type Done } from '../acts/acts.service.js';
import { AlreadyLeft, Conflict, NeedsException, SeenSince } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { Page, SeeOther } from '../web/answer.js';
import { aboutStay } from '../web/flash.js';
import { type FormBody, only } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { DepartureService } from './departure.service.js';
import { alreadyLeftView, departureView, recordedWords } from './departure.views.js';
import { ExceptionsService } from './exceptions.service.js';
import { DepartureForm } from './departure.forms.js';
import { StaysService } from './stays.service.js';
import { TasksService } from './tasks.service.js';

interface Asks {
  status: number;
  needsYes?: boolean;
  seenSince?: SeenSince;
}

/** Recording that a guest leaves: filled in at the door, or days ahead and saved. */
@Controller('stays/:id/departure')
export class DepartureController {
  constructor(
    private readonly stays: StaysService,
    private readonly departures: DepartureService,
    private readonly tasks: TasksService,
    private readonly exceptions: ExceptionsService,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('stays.depart', { isRecord: true })
  async newDeparture(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const whole = await this.stays.find(id);
    const draft = await this.drafts.find(who.id, paths.departure(id));
    const form = this.form(draft?.body ?? new Map(), request, house);
    // What was begun stays readable beside what somebody else recorded meanwhile
    if (draft && whole.departure) return new Page('stays/already', alreadyLeftView(form, { house, whole }));
    if (!whole.stay.isHere) return new SeeOther(paths.stay(id));
    return this.page(id, form, request, who, house, { status: 200 });
  }

  @Post()
  @Permit('stays.depart', { isRecord: true })
  async createDeparture(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = this.form(body, request, house);
    try {
      if (only(body, 'save') === 'later') return await this.saveForLater(id, body, who);
      const done = await form.submit((leaving) =>
        this.acts.once(who, 'stays.depart', body, (tx) =>
          this.departures.depart(tx, id, leaving, who, house),
        ),
      );
      if (done) return await this.recorded(id, form, done);
    } catch (error) {
      return this.answer(error, id, form, request, who, house);
    }
    return this.page(id, form, request, who, house, { status: 422 });
  }

  private async recorded(id: string, { ending }: DepartureForm, { address, undo }: Done) {
    const { stay } = await this.stays.find(id);
    const message = [aboutStay(id, 'name'), ' left ', aboutStay(id, 'bed'), recordedWords(stay, ending)];
    return new SeeOther(address, { message, undo });
  }

  private async saveForLater(id: string, body: FormBody, who: Actor) {
    const { stay } = await this.stays.find(id);
    if (!stay.isHere) throw new AlreadyLeft('This guest has left already');
    await this.drafts.keep({ personId: who.id, place: paths.departure(id) }, body);
    return new SeeOther(paths.stay(id), {
      message: [aboutStay(id), ' has not left yet. What you typed is saved; only you can open it.'],
      undo: null,
    });
  }

  private async answer(
    error: unknown,
    id: string,
    form: DepartureForm,
    request: FastifyRequest,
    who: Actor,
    house: House,
  ) {
    if (error instanceof NeedsException)
      return this.page(id, form, request, who, house, { status: 409, needsYes: true });
    if (error instanceof SeenSince)
      return this.page(id, form, request, who, house, { status: 409, seenSince: error });
    if (!(error instanceof AlreadyLeft)) throw error;
    const whole = await this.stays.find(id);
    if (whole.stay.undoneAt) throw new Conflict('This check-in was undone. There is no leaving to record.');
    return new Page('stays/already', alreadyLeftView(form, { house, whole }), 409);
  }

  private async page(
    id: string,
    form: DepartureForm,
    { visit }: FastifyRequest,
    who: Actor,
    house: House,
    asks: Asks,
  ): Promise<Page> {
    const place = paths.departure(id);
    const isAsked = asks.needsYes || form.body.has('exceptionReason');
    const view = departureView(form, {
      house,
      now: visit.now,
      whole: await this.stays.find(id),
      tasks: await this.tasks.of(id),
      seenSince: asks.seenSince ?? null,
      exception: isAsked ? await this.exceptions.question(null) : null,
      draftSavedAt: asks.status === 200 ? ((await this.drafts.find(who.id, place))?.savedAt ?? null) : null,
      formToken: this.tokens.draw({ personId: who.id, place }),
    });
    return new Page('stays/departure', view, asks.status);
  }

  private form(body: FormBody, { visit }: FastifyRequest, house: House): DepartureForm {
    return new DepartureForm(body, { time: house.time, now: visit.now });
  }
}
