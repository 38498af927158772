import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { codesOf } from '../domain/list-entry.js';
import { type Language, languages } from '../domain/question.js';
import { openingWords } from '../domain/opening-words.js';
import { SeeOther } from '../web/answer.js';
import { type FormBody, only } from '../web/form-body.js';
import { NoteAnswerForm } from '../web/note-answer-form.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { TurnActs } from './turn-acts.service.js';
import { TurnEnds } from './turn-ends.service.js';
import { TurnNotes } from './turn-notes.service.js';
import { TurnPages } from './turn-pages.service.js';
import { QuestionForm } from './turn.forms.js';

const ON = () => new SeeOther(paths.turn());

/** The guest's turn: all a screen shows while it is in their hands. Outside of a turn these lead to the board. */
@Controller('g')
export class GuestTurnController {
  constructor(
    private readonly pages: TurnPages,
    private readonly acts: TurnActs,
    private readonly ends: TurnEnds,
    private readonly notes: TurnNotes,
  ) {}

  @Get()
  @Permit('turn.own', { inTurn: true })
  show(@Req() { visit: { turn } }: FastifyRequest, @TheDesk() desk: Desk) {
    return turn ? this.pages.show({ ...desk, held: turn }) : new SeeOther(paths.board());
  }

  @Post('begin')
  @Permit('turn.own', { inTurn: true })
  begin(@Req() request: FastifyRequest, @TheDesk() desk: Desk, @Body() body: FormBody) {
    return this.do(request, desk, (at) => this.acts.begin(at, wordOf(body) || null));
  }

  @Post('answer')
  @Permit('turn.own', { inTurn: true })
  async answer(@Req() request: FastifyRequest, @TheDesk() desk: Desk, @Body() body: FormBody) {
    const { turn: held } = request.visit;
    if (!held) return new SeeOther(paths.board());
    const form = new QuestionForm(body);
    const done = await form.submit(async (sent) => {
      await this.acts.answer({ ...desk, held }, sent);
      return true;
    });
    return done ? ON() : this.pages.show({ ...desk, held }, { form, note: null, status: 422 });
  }

  @Post('go')
  @Permit('turn.own', { inTurn: true })
  go(@Req() request: FastifyRequest, @TheDesk() desk: Desk, @Body() body: FormBody) {
    return this.do(request, desk, (at) => this.acts.go(at, only(body, 'to')));
  }

  @Post('language')
  @Permit('turn.own', { inTurn: true })
  language(@Req() request: FastifyRequest, @TheDesk() desk: Desk, @Body() body: FormBody) {
    const wanted = only(body, 'language');
    const language = (codesOf(languages).includes(wanted) ? wanted : 'en') as Language;
    return this.do(request, desk, (at) => this.acts.speak(at, language));
  }

  @Post('cover')
  @Permit('turn.own', { inTurn: true })
  cover(@Req() request: FastifyRequest, @TheDesk() desk: Desk) {
    return this.do(request, desk, (at) => this.acts.cover(at));
  }

  @Post('open')
  @Permit('turn.own', { inTurn: true })
  open(@Req() request: FastifyRequest, @TheDesk() desk: Desk, @Body() body: FormBody) {
    return this.do(request, desk, (at) => this.acts.open(at, wordOf(body)));
  }

  @Post('end')
  @Permit('turn.own', { inTurn: true })
  end(@Req() request: FastifyRequest, @TheDesk() desk: Desk, @Body() body: FormBody) {
    const isKept = only(body, 'how') === 'keep';
    return this.do(request, desk, (at) => (isKept ? this.ends.keep(at) : this.ends.throwAway(at)));
  }

  @Post('notes/:id')
  @Permit('turn.own', { inTurn: true })
  async note(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @TheDesk() desk: Desk,
    @Body() body: FormBody,
  ) {
    const { turn: held } = request.visit;
    if (!held) return new SeeOther(paths.board());
    const form = new NoteAnswerForm(body, 'Choose what you want to say');
    const done = await form.submit(async (said) => {
      await this.notes.answer({ ...desk, held }, id, said);
      return true;
    });
    const note = { id, isChanged: form.isOutdated };
    return done ? ON() : this.pages.show({ ...desk, held }, { form, note, status: form.status });
  }

  private async do(
    { visit: { turn } }: FastifyRequest,
    desk: Desk,
    act: (at: Parameters<TurnActs['cover']>[0]) => Promise<void>,
  ) {
    if (!turn) return new SeeOther(paths.board());
    await act({ ...desk, held: turn });
    return ON();
  }
}

/** The place of a word in the list; '' for anything that is none. */
function wordOf(body: FormBody): string {
  const word = only(body, 'word');
  return /^\d{1,2}$/.test(word) && Number(word) >= 1 && Number(word) <= openingWords.en.length ? word : '';
}
