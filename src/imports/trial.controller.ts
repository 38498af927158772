import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { BedsService } from '../beds/beds.service.js';
import { Page, SeeOther } from '../web/answer.js';
import { counted } from '../web/counted.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { ColumnsForm } from './columns.forms.js';
import { columnsView } from './columns.views.js';
import { ImportsService, NotAllFit } from './imports.service.js';
import { TrialForm } from './trial.forms.js';
import { TrialService } from './trial.service.js';
import { trialView } from './trial.views.js';
import { WaitingImports } from './waiting-imports.service.js';

const SAMPLED = 50;

/** One spreadsheet on its way in: what its columns tell, what would come of it, and the import itself. */
@Controller('imports/:id')
export class TrialController {
  constructor(
    private readonly waiting: WaitingImports,
    private readonly trials: TrialService,
    private readonly imports: ImportsService,
    private readonly beds: BedsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get('columns')
  @Permit('imports.run')
  async showColumns(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.columnsPage(id, new ColumnsForm(undefined, 0, []), desk, 200);
  }

  @Post('columns')
  @Permit('imports.run')
  async choose(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { columns } = await this.waiting.find(id, desk.who);
    const cells = (await this.waiting.rows(id)).map((row) => row.cells);
    const form = new ColumnsForm(body, columns.length, cells);
    const done = await form.submit((choices) =>
      this.acts.once(desk.who, 'imports.run', body, async (tx) => {
        await this.waiting.choose(tx, id, choices);
        return { address: paths.importTrial(id), subjectId: id, undo: null };
      }),
    );
    return done ? new SeeOther(done.address) : this.columnsPage(id, form, desk, form.status);
  }

  @Get('trial')
  @Permit('imports.run')
  show(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.page(id, new TrialForm(), desk, 200);
  }

  @Post('trial')
  @Permit('imports.run')
  async run(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const form = new TrialForm(body);
    try {
      const stays = await form.submit((way) => this.imports.run(id, way, desk, body));
      if (stays !== null)
        return new SeeOther(paths.imports(), { message: `Imported: ${counted(stays, 'stay')}.`, undo: null });
    } catch (error) {
      if (!(error instanceof NotAllFit)) throw error;
      form.errors.way = error.message;
      return this.page(id, form, desk, 409);
    }
    return this.page(id, form, desk, form.status);
  }

  private async columnsPage(id: string, form: ColumnsForm, { who, house }: Desk, status: number) {
    const [waiting, beds] = await Promise.all([this.waiting.find(id, who), this.beds.all()]);
    const samples = (await this.waiting.rows(id, undefined, SAMPLED)).map(({ cells }) => cells);
    const facts = { waiting, samples, house, beds, formToken: this.token(who.id) };
    return new Page('imports/columns', columnsView(form, facts), status);
  }

  private async page(id: string, form: TrialForm, desk: Desk, status: number): Promise<Page | SeeOther> {
    const waiting = await this.waiting.find(id, desk.who);
    if (waiting.choices === null) return new SeeOther(paths.importColumns(id));
    const trial = await this.trials.of(id, waiting.choices, desk.house);
    return new Page(
      'imports/trial',
      trialView(form, { waiting, trial, formToken: this.token(desk.who.id) }),
      status,
    );
  }

  private token(personId: string): string {
    return this.tokens.draw({ personId, place: '' });
  }
}
