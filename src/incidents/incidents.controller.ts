import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import { IncidentClosed } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { WordingService } from '../house/wording.service.js';
import { Page, SeeOther } from '../web/answer.js';
import { type FormBody, only, readQuery } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { asksWording } from '../web/wording-hints.js';
import { type Desk, TheDesk, TheHouse, Who } from '../web/who.js';
import { IncidentForm } from './incident.forms.js';
import { IncidentFormPages } from './incident-form-pages.service.js';
import { IncidentLines } from './incident-lines.service.js';
import { IncidentPages } from './incident-pages.service.js';
import { IncidentsService } from './incidents.service.js';

/** Something happened: written down, read, completed until it is closed. */
@Controller('happened')
export class IncidentsController {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly lines: IncidentLines,
    private readonly pages: IncidentPages,
    private readonly forms: IncidentFormPages,
    private readonly acts: ActsService,
    private readonly wording: WordingService,
  ) {}

  @Get()
  @Permit('happened.view')
  async list(@Who() who: Actor, @TheHouse() house: House) {
    return new Page('incidents/index', await this.lines.list(who, house));
  }

  @Get('new')
  @Permit('happened.write')
  newIncident(@Req() { url, visit: { now } }: FastifyRequest, @Who() who: Actor, @TheHouse() house: House) {
    return this.forms.begin(null, { who, house, now }, only(readQuery(url), 'stay'));
  }

  @Post()
  @Permit('happened.write')
  async create(@Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house, now } = desk;
    const form = new IncidentForm(body, { time: house.time, now });
    if (asksWording(body)) return this.checked(form, null, desk);
    const done = await form.submit((told) =>
      this.acts.once(who, 'happened.write', body, (tx) => this.incidents.write(tx, told, who, house)),
    );
    if (done) return new SeeOther(done.address, { message: 'Written down.', undo: done.undo });
    return this.forms.page(form, null, desk, { status: form.status });
  }

  @Get(':id')
  @Permit('happened.view', { isRecord: true })
  show(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.pages.of(id, desk);
  }

  @Get(':id/change')
  @Permit('happened.change', { isRecord: true })
  edit(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.forms.begin(id, desk);
  }

  @Post(':id/change')
  @Permit('happened.change', { isRecord: true })
  async change(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house, now } = desk;
    const { happenedAt } = await this.incidents.findWhole(id, who);
    const form = new IncidentForm(body, { time: house.time, now }, happenedAt);
    if (asksWording(body)) return this.checked(form, id, desk);
    try {
      const done = await form.submit((told) =>
        this.acts.once(who, 'happened.change', body, (tx) => this.incidents.change(tx, id, told, who, house)),
      );
      if (done) return new SeeOther(done.address, { message: 'Kept.', undo: null });
    } catch (error) {
      if (!(error instanceof IncidentClosed)) throw error;
      return this.forms.page(form, id, desk, { status: 409, refused: error.message });
    }
    return this.forms.page(form, id, desk, { status: form.status });
  }

  /** What the house's list says to the words; nothing is kept. */
  private async checked(form: IncidentForm, id: string | null, desk: Desk) {
    const wording = { hints: await this.wording.hints(form.text) };
    return this.forms.page(form, id, desk, { status: 200, wording });
  }
}
