import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { GuestNote } from '../domain/guest-note.js';
import type { Actor } from '../domain/person.js';
import { WordingService } from '../house/wording.service.js';
import { SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { NoteAnswerForm } from '../web/note-answer-form.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { ViewLog } from '../web/view-audit.interceptor.js';
import { type Desk, TheDesk, Who } from '../web/who.js';
import { asksWording } from '../web/wording-hints.js';
import { AnyNote, type NoteWhole } from './any-note.service.js';
import { NoteAnswers } from './note-answers.service.js';
import { NoteChanges } from './note-changes.service.js';
import { NotePages, type SentNote } from './note-pages.service.js';
import { AmendForm, TakeBackForm } from './note.forms.js';

/** One note, of the house or with a guest: read, amended, taken back (R28). */
@Controller('notes/:id')
export class NoteController {
  constructor(
    private readonly notes: AnyNote,
    private readonly changes: NoteChanges,
    private readonly answers: NoteAnswers,
    private readonly pages: NotePages,
    private readonly acts: ActsService,
    private readonly views: ViewLog,
    private readonly wording: WordingService,
  ) {}

  @Get()
  @Permit('notes.view')
  show(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.page(id, desk, { status: 200 });
  }

  @Post('amend')
  @Permit('notes.amend')
  async amend(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    await this.notes.find(id);
    const amend = new AmendForm(body);
    if (asksWording(body)) {
      const wording = { hints: await this.wording.hints(amend.text) };
      return this.page(id, desk, { status: 200, amend, wording });
    }
    const done = await amend.submit((said) =>
      this.acts.once(who, 'notes.amend', body, async (tx) =>
        doneWith(await this.changes.amend(tx, id, said, who, house)),
      ),
    );
    if (!done) return this.page(id, desk, { status: amend.status, amend });
    return new SeeOther(done.address, { message: 'Amended. It is new again for everyone else.', undo: null });
  }

  @Post('take-back')
  @Permit('notes.takeBack')
  async takeBack(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    await this.notes.find(id);
    const takeBack = new TakeBackForm(body);
    const done = await takeBack.submit((said) =>
      this.acts.once(who, 'notes.takeBack', body, async (tx) =>
        doneWith(await this.changes.takeBack(tx, id, said, who, house)),
      ),
    );
    if (!done) return this.page(id, desk, { status: takeBack.status, takeBack });
    const isMoved = takeBack.reason === 'misfiled';
    const message = isMoved
      ? 'It stands on their stay now. Here its words are gone.'
      : 'Taken back. Its words are gone.';
    return new SeeOther(done.address, { message, undo: null });
  }

  @Post('answer')
  @Permit('notes.answer')
  async answer(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    await this.notes.find(id);
    const answer = new NoteAnswerForm(body);
    const done = await answer.submit((said) =>
      this.acts.once(who, 'notes.answer', body, (tx) => this.answers.answer(tx, id, said, who, house)),
    );
    if (!done) return this.page(id, desk, { status: answer.status, answer });
    return new SeeOther(done.address, { message: 'Kept beside the note.', undo: null });
  }

  @Post('look')
  @Permit('notes.unhide')
  async look(@Param('id') id: string, @Body() body: FormBody, @Who() who: Actor) {
    const done = await this.acts.once(who, 'notes.unhide', body, (tx) => this.answers.look(tx, id, who));
    return new SeeOther(done.address, { message: 'Looked at. It is on paper from its day.', undo: null });
  }

  @Post('open')
  @Permit('notes.unhide')
  async open(@Param('id') id: string, @Body() body: FormBody, @Who() who: Actor) {
    const done = await this.acts.once(who, 'notes.unhide', body, (tx) => this.answers.open(tx, id, who));
    return new SeeOther(done.address, { message: 'It is on their print-out now.', undo: null });
  }

  /** Looking at a note with a guest is looking at their record (R44). */
  private async page(id: string, look: Desk, sent: SentNote) {
    const { note } = await this.notes.find(id);
    if (note instanceof GuestNote) await this.views.viewed(look.who.id, 'notes.view', note.stayId);
    return this.pages.of(id, look, sent);
  }
}

const doneWith = ({ note }: NoteWhole) => ({
  address: note instanceof GuestNote ? paths.stayNotes(note.stayId) : paths.shift(),
  subjectId: note.id,
  undo: null,
});
