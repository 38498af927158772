import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { NamesAnother } from '../domain/conflict.js';
import { WordingService } from '../house/wording.service.js';
import { SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { asksWording } from '../web/wording-hints.js';
import { GuestNotePages } from './guest-note-pages.service.js';
import { GuestNoteForm } from './guest-notes.forms.js';
import { GuestNotesService } from './guest-notes.service.js';

/** Notes with a guest, written beside them (R27). */
@Controller('stays/:id/notes')
export class GuestNotesController {
  constructor(
    private readonly notes: GuestNotesService,
    private readonly pages: GuestNotePages,
    private readonly acts: ActsService,
    private readonly wording: WordingService,
  ) {}

  @Get()
  @Permit('notes.withGuest', { isRecord: true })
  show(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.pages.of(id, desk);
  }

  @Post()
  @Permit('notes.withGuest', { isRecord: true })
  async write(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house, now } = desk;
    await this.notes.stay(id);
    const form = new GuestNoteForm(body, { time: house.time, now });
    if (asksWording(body)) {
      const wording = { hints: await this.wording.hints(form.text) };
      return this.pages.of(id, desk, { form, status: 200, wording });
    }
    try {
      const done = await form.submit((said) =>
        this.acts.once(who, 'notes.withGuest', body, (tx) => this.notes.write(tx, id, said, who, house)),
      );
      if (done) return new SeeOther(done.address, { message: 'Note saved.', undo: null });
    } catch (error) {
      if (!(error instanceof NamesAnother)) throw error;
      return this.pages.of(id, desk, { form, status: 409, named: error.guests });
    }
    return this.pages.of(id, desk, { form, status: form.status });
  }
}
