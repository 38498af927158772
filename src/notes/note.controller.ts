import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import { ActsService } from '../acts/acts.service.js';
import { GuestNote } from '../domain/guest-note.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { AnyNote, type NoteWhole } from './any-note.service.js';
import { NoteChanges } from './note-changes.service.js';
import { NotePages, type SentNote } from './note-pages.service.js';
import { AmendForm, TakeBackForm } from './note.forms.js';

/** One note, of the house or with a guest: read, amended, taken back (R28). */
@Controller('notes/:id')
export class NoteController {
  constructor(
    private readonly notes: AnyNote,
    private readonly changes: NoteChanges,
    private readonly pages: NotePages,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('notes.view')
  show(
    @Param('id') id: string,
    @Req() { visit: { now } }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    return this.page(id, { who, house, now }, { status: 200 });
  }

  @Post('amend')
  @Permit('notes.amend')
  async amend(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit: { now } }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    await this.notes.find(id);
    const amend = new AmendForm(body);
    const done = await amend.submit((said) =>
      this.acts.once(who, 'notes.amend', body, async (tx) =>
        doneWith(await this.changes.amend(tx, id, said, who, house)),
      ),
    );
    if (!done) return this.page(id, { who, house, now }, { status: amend.status, amend });
    return new SeeOther(done.address, { message: 'Amended. It is new again for everyone else.', undo: null });
  }

  @Post('take-back')
  @Permit('notes.takeBack')
  async takeBack(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit: { now } }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    await this.notes.find(id);
    const takeBack = new TakeBackForm(body);
    const done = await takeBack.submit((said) =>
      this.acts.once(who, 'notes.takeBack', body, async (tx) =>
        doneWith(await this.changes.takeBack(tx, id, said, who, house)),
      ),
    );
    if (!done) return this.page(id, { who, house, now }, { status: takeBack.status, takeBack });
    const isMoved = takeBack.reason === 'misfiled';
    const message = isMoved
      ? 'It stands on their stay now. Here its words are gone.'
      : 'Taken back. Its words are gone.';
    return new SeeOther(done.address, { message, undo: null });
  }

  /** Looking at a note with a guest is looking at their record (R44). */
  private async page(id: string, look: { who: Actor; house: House; now: Temporal.Instant }, sent: SentNote) {
    const { note } = await this.notes.find(id);
    if (note instanceof GuestNote) await this.acts.log(look.who, 'notes.view', undefined, note.stayId);
    return this.pages.of(id, look, sent);
  }
}

const doneWith = ({ note }: NoteWhole) => ({
  address: note instanceof GuestNote ? paths.stay(note.stayId) : paths.shift(),
  subjectId: note.id,
  undo: null,
});
