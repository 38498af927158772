import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ActsService, type Done } from '../acts/acts.service.js';
import type { Actor } from '../domain/person.js';
import { SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk, Who } from '../web/who.js';
import { type Keying, type LineForms, PaperPages } from './paper-pages.service.js';
import { PaperSheets } from './paper-sheets.service.js';
import { keyedWords } from './paper.views.js';

/** The computer was down: what was written by hand is keyed in, in the order it happened, through the same rules (R52). */
@Controller('from-paper')
export class PaperController {
  constructor(
    private readonly pages: PaperPages,
    private readonly sheets: PaperSheets,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('paper.keyIn')
  newLine(@Query('kind') kind: unknown, @TheDesk() desk: Desk) {
    return this.pages.begin(textOf(kind), desk);
  }

  @Post()
  @Permit('paper.keyIn')
  async createLine(@Query('kind') kind: unknown, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const keying = desk;
    const forms = this.pages.forms(textOf(kind), body, keying);
    if (!forms) throw new NotHere();
    try {
      const done = await this.send(forms, body, keying);
      if (done) return new SeeOther(done.address, { message: keyedWords(forms.kind, done), undo: done.undo });
    } catch (error) {
      return this.pages.refused(error, forms, keying);
    }
    return this.pages.page(forms, keying, { status: forms.form.status });
  }

  @Post('done')
  @Permit('paper.keyIn')
  async done(@Body() body: FormBody, @Who() who: Actor) {
    const done = await this.acts.once(who, 'paper.keyIn', body, async (tx) => {
      const sheetId = await this.sheets.end(tx, who);
      return { address: paths.board(), subjectId: sheetId, undo: null };
    });
    return new SeeOther(done.address, {
      message: 'All of the paper is in. Compare it with this page.',
      undo: null,
    });
  }

  /** Null: something is missing or wrong, in what every line says or in what this kind asks. */
  private async send({ code, kind, form, line }: LineForms, body: FormBody, { who, house }: Keying) {
    line.checkFilled();
    let isChecked = false;
    const done = await line.submit((said): Promise<Done | null> => {
      isChecked = true;
      const facts = { ...said, who, house };
      return form.submit(async (typed) => {
        const values = (await kind.prepare?.(typed, facts)) ?? typed;
        return this.acts.once(who, kind.act, body, async (tx) => {
          const keyed = await this.sheets.keyIn(tx, code, said, who, () => kind.record(tx, values, facts));
          return { ...keyed, address: paths.fromPaper() };
        });
      });
    });
    // What is wrong is said all at once
    if (!isChecked) await form.submit(() => Promise.resolve(null));
    return done;
  }
}

const textOf = (asked: unknown): string => (typeof asked === 'string' ? asked : '');
