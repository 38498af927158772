import { Body, Controller, Param, Post } from '@nestjs/common';
import { ActsService, type Done } from '../acts/acts.service.js';
import { TalkFirstOver } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { SeeOther } from '../web/answer.js';
import { aboutGuest } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk, TheHouse, Who } from '../web/who.js';
import { ToldForm } from './talk-first.forms.js';
import { type Sent, TalkFirstPages } from './talk-first-pages.service.js';
import { TalkFirstService } from './talk-first.service.js';

/** What is done with a line that asks to talk first: its guest is told and answers, a coordinator ends it (R16). */
@Controller('talk-first/:line')
export class TalkFirstLineController {
  constructor(
    private readonly lines: TalkFirstService,
    private readonly pages: TalkFirstPages,
    private readonly acts: ActsService,
  ) {}

  @Post('told')
  @Permit('guests.told')
  async told(@Param('line') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who } = desk;
    const told = new ToldForm(body);
    try {
      const done = await told.submit((said) =>
        this.acts.once(who, 'guests.told', body, (tx) => this.lines.tell(tx, id, said, who)),
      );
      if (done)
        return new SeeOther(done.address, {
          message: wordsFor(done, 'What they say is kept'),
          undo: null,
        });
    } catch (error) {
      if (!(error instanceof TalkFirstOver)) throw error;
      const sent = { status: 409, told, refused: error.message };
      return this.again(error.guestId, desk, sent);
    }
    const { guestId } = await this.lines.find(id);
    return this.again(guestId, desk, { status: told.status, told });
  }

  /** What is drawn again tells of the guest: it is a look like any other (R44). */
  private async again(guestId: string, looks: Desk, sent: Sent) {
    await this.acts.log(looks.who, 'guests.told.view', undefined, guestId);
    return this.pages.of(guestId, looks, sent);
  }

  @Post('end')
  @Permit('guests.talkFirst')
  async end(@Param('line') id: string, @Body() body: FormBody, @Who() who: Actor, @TheHouse() house: House) {
    const done = await this.acts.once(who, 'guests.talkFirst', body, (tx) =>
      this.lines.end(tx, id, who, house),
    );
    return new SeeOther(done.address, { message: wordsFor(done, 'The line has ended'), undo: done.undo });
  }
}

/** Sent once more it is known to be done, not of whom. */
const wordsFor = ({ subjectId: id }: Done, words: string) =>
  id ? [aboutGuest(id), ` · ${words}.`] : `${words}.`;
