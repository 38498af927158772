import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService, type Done } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { type Draft, DraftsService } from '../drafts/drafts.service.js';
import { Page, SeeOther } from '../web/answer.js';
import { aboutEntry } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { draftOf } from '../web/draft-view.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { AskAgainForm, CloseEntryForm, NewEntryForm } from './waitlist.forms.js';
import { WaitlistService } from './waitlist.service.js';
import { type EntryForms, waitlistEntryView, waitlistView } from './waitlist.views.js';

/** Who waits for a bed, in the order they asked (R16). */
@Controller('waitlist')
export class WaitlistController {
  constructor(
    private readonly waitlist: WaitlistService,
    private readonly acts: ActsService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('waitlist.view')
  async index(@Req() request: FastifyRequest, @Who() who: Actor, @TheHouse() house: House) {
    const draft = await this.drafts.find(who.id, paths.waitlist());
    return this.list(new NewEntryForm(draft?.body), request, who, house, { status: 200, draft });
  }

  @Post()
  @Permit('waitlist.change')
  async create(
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new NewEntryForm(body);
    const done = await form.submit((entry) =>
      this.acts.once(who, 'waitlist.change', body, (tx) => this.waitlist.add(tx, entry, who, house)),
    );
    if (!done) return this.list(form, request, who, house, { status: form.status });
    return new SeeOther(done.address, { message: onTheList(done), undo: null });
  }

  @Get(':id')
  @Permit('waitlist.view', { isRecord: true })
  show(@Param('id') id: string, @Req() request: FastifyRequest, @Who() who: Actor, @TheHouse() house: House) {
    return this.entry(id, {}, request, who, house, 200);
  }

  @Post(':id/ask-again')
  @Permit('waitlist.change', { isRecord: true })
  async askAgain(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new AskAgainForm(body);
    const done = await form.submit(({ day, version }) =>
      this.acts.once(who, 'waitlist.change', body, (tx) =>
        this.waitlist.askAgain(tx, { id, version }, day, house),
      ),
    );
    if (!done) return this.entry(id, { again: form }, request, who, house, form.status);
    return new SeeOther(done.address, {
      message: [aboutEntry(id), ' still waits. The day is kept.'],
      undo: null,
    });
  }

  @Post(':id/close')
  @Permit('waitlist.change', { isRecord: true })
  async close(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new CloseEntryForm(body);
    const done = await form.submit(({ version, ...to }) =>
      this.acts.once(who, 'waitlist.change', body, (tx) =>
        this.waitlist.close(tx, { id, version }, to, who, house),
      ),
    );
    if (!done) return this.entry(id, { close: form }, request, who, house, form.status);
    return new SeeOther(done.address, {
      message: [aboutEntry(id), ' does not wait any more.'],
      undo: done.undo,
    });
  }

  private async list(
    form: NewEntryForm,
    request: FastifyRequest,
    who: Actor,
    house: House,
    { status, draft = null }: { status: number; draft?: Draft | null },
  ): Promise<Page> {
    const facts = { ...this.facts(request, who, house, paths.waitlist()), draft: draftOf(draft, house) };
    return new Page('waitlist/index', waitlistView(form, await this.waitlist.waiting(), facts), status);
  }

  private async entry(
    id: string,
    forms: Partial<EntryForms>,
    request: FastifyRequest,
    who: Actor,
    house: House,
    status: number,
  ): Promise<Page> {
    const entry = await this.waitlist.find(id);
    const both = { again: new AskAgainForm(), close: new CloseEntryForm(), ...forms };
    return new Page('waitlist/show', waitlistEntryView(both, entry, this.facts(request, who, house)), status);
  }

  private facts({ visit }: FastifyRequest, who: Actor, house: House, place = '') {
    const formToken = this.tokens.draw({ personId: who.id, place });
    return { house, today: house.time.houseDay(visit.now), formToken };
  }
}

/** Sent once more it is known to be done, not for whom. */
const onTheList = ({ subjectId: id }: Done) =>
  id ? [aboutEntry(id), ' is on the waitlist.'] : 'They are on the waitlist already.';
