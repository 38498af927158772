import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { WordingService } from '../house/wording.service.js';
import { Page, SeeOther } from '../web/answer.js';
import { cameFrom } from '../web/came-from.js';
import { type FormBody, only, readQuery } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { asksWording, type WordingView } from '../web/wording-hints.js';
import { NoteBox } from './note-box.service.js';
import { NoteForm } from './notes.forms.js';
import { NotesService } from './notes.service.js';
import { noteView } from './notes.views.js';

/** House notes: written, and marked done. */
@Controller('notes')
export class NotesController {
  constructor(
    private readonly notes: NotesService,
    private readonly box: NoteBox,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly wording: WordingService,
  ) {}

  @Get()
  @Permit('notes.write')
  async newNote(@Req() request: FastifyRequest, @Who() who: Actor, @TheHouse() house: House) {
    const draft = await this.drafts.find(who.id, paths.notes());
    // An address may say how long a note is to live; its text never stands in one
    const query = readQuery(request.url);
    const asked: FormBody = new Map(['lives', 'as'].map((name) => [name, [only(query, name)]]));
    const form = new NoteForm(new Map([...asked, ...(draft?.body ?? []), ['as', [only(query, 'as')]]]));
    return this.page(form, request, who, house, 200, { draftSavedAt: draft?.savedAt ?? null });
  }

  @Post()
  @Permit('notes.write')
  async createNote(
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new NoteForm(body, { time: house.time, now: request.visit.now });
    if (form.wantsDay) return this.page(form, request, who, house, 200);
    if (asksWording(body)) {
      const wording = { hints: await this.wording.hints(form.text) };
      return this.page(form, request, who, house, 200, { wording });
    }
    const address = cameFrom(request) === paths.board() ? paths.board() : paths.shift();
    const done = await form.submit((values) =>
      this.acts.once(who, 'notes.write', body, async (tx) => {
        const note = await this.notes.write(tx, values, who, house);
        return { address, subjectId: note.id, undo: null };
      }),
    );
    if (!done) return this.page(form, request, who, house, form.status);
    return new SeeOther(done.address, { message: 'Note saved.', undo: null });
  }

  @Post(':id/done')
  @Permit('notes.done')
  async done(@Param('id') id: string, @Body() body: FormBody, @Who() who: Actor, @TheHouse() house: House) {
    const done = await this.acts.once(who, 'notes.done', body, async (tx) => {
      const undo = await this.notes.done(tx, id, who, house);
      return { address: paths.shift(), subjectId: id, undo };
    });
    return new SeeOther(done.address, { message: done.undo ? 'Done.' : 'Done already.', undo: done.undo });
  }

  private page(
    form: NoteForm,
    { visit }: FastifyRequest,
    who: Actor,
    house: House,
    status: number,
    said: { draftSavedAt?: Temporal.Instant | null; wording?: WordingView } = {},
  ): Page {
    const { draftSavedAt = null, wording = null } = said;
    const facts = { house, now: visit.now, draftSavedAt, wording, formToken: this.box.token(who) };
    return new Page('notes/new', noteView(form, facts), status);
  }
}
