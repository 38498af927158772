import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { Page, SeeOther } from '../web/answer.js';
import { counted } from '../web/counted.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { ImportsService } from './imports.service.js';
import { importsView } from './imports.views.js';
import { SheetReader } from './sheet.service.js';
import { UndoImports } from './undo-imports.service.js';
import { UploadForm } from './upload.forms.js';
import { WaitingImports } from './waiting-imports.service.js';

/** Earlier stays from a spreadsheet: brought in, and taken back. */
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly waiting: WaitingImports,
    private readonly sheets: SheetReader,
    private readonly undos: UndoImports,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('imports.run')
  show(@TheDesk() desk: Desk) {
    return this.page(new UploadForm(), desk, 200);
  }

  @Post()
  @Permit('imports.run')
  async add(@Body() body: FormBody, @TheDesk() desk: Desk) {
    const form = new UploadForm(body);
    const done = await form.submit(async (file) => {
      const sheet = await this.sheets.read(file);
      return this.acts.once(desk.who, 'imports.run', body, async (tx) => {
        const id = await this.waiting.add(tx, desk.who, file.name || 'A file', sheet);
        return { address: paths.importColumns(id), subjectId: id, undo: null };
      });
    });
    return done ? new SeeOther(done.address) : this.page(form, desk, form.status);
  }

  @Post(':id/throw-away')
  @Permit('imports.run')
  async throwAway(@Param('id') id: string, @Body() body: FormBody, @TheDesk() { who }: Desk) {
    const done = await this.acts.once(who, 'imports.run', body, async (tx) => {
      await this.waiting.find(id, who, tx);
      await this.waiting.throwAway(tx, id);
      return { address: paths.imports(), subjectId: id, undo: null };
    });
    return new SeeOther(done.address, { message: 'Thrown away. Nothing was imported.', undo: null });
  }

  @Post(':id/take-back')
  @Permit('imports.run')
  async takeBack(@Param('id') id: string, @Body() body: FormBody, @TheDesk() { who, house }: Desk) {
    let stays = 0;
    const done = await this.acts.once(who, 'imports.run', body, async (tx) => {
      stays = await this.undos.takeBack(tx, id, who, house);
      return { address: paths.imports(), subjectId: id, undo: null };
    });
    return new SeeOther(done.address, { message: `Taken back: ${counted(stays, 'stay')}.`, undo: null });
  }

  private async page(form: UploadForm, { who, house, now }: Desk, status: number): Promise<Page> {
    const [waiting, past] = await Promise.all([this.waiting.of(who), this.imports.all()]);
    const formToken = this.tokens.draw({ personId: who.id, place: '' });
    const view = importsView(form, { house, today: house.time.houseDay(now), waiting, past, formToken });
    return new Page('imports/imports', view, status);
  }
}
