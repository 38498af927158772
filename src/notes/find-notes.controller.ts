import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { Page } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { FindNotesForm } from './find-notes.forms.js';
import { FindNotes } from './find-notes.service.js';
import { type FindNotesFacts, findNotesView } from './find-notes.views.js';

/** Finding a note by its words and days; nothing that is typed reaches an address. */
@Controller('notes/find')
export class FindNotesController {
  constructor(
    private readonly notes: FindNotes,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('notes.find')
  start(@Req() { visit }: FastifyRequest, @TheHouse() house: House) {
    return this.page(new FindNotesForm(), house, visit, null, 200);
  }

  /** Written down as a look, without what was typed (R44). */
  @Post()
  @Permit('notes.find')
  async find(
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new FindNotesForm(body);
    const found = await form.submit(async (sought) => {
      await this.acts.log(who, 'notes.find');
      return this.notes.sought(sought, who, house, visit.now);
    });
    return this.page(form, house, visit, found, found ? 200 : form.status);
  }

  private page(
    form: FindNotesForm,
    house: House,
    { now }: FastifyRequest['visit'],
    found: FindNotesFacts['found'],
    status: number,
  ): Page {
    const facts = { house, today: house.time.houseDay(now), found };
    return new Page('notes/find', findNotesView(form, facts), status);
  }
}
