import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { SeeOther } from '../web/answer.js';
import { cameFrom } from '../web/came-from.js';
import { type FormBody, only } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk, TheHouse, Who } from '../web/who.js';
import { NotNeededForm, ToldForm } from './incident-words.forms.js';
import { IncidentActs } from './incident-acts.service.js';
import { IncidentPages } from './incident-pages.service.js';
import { IncidentsService } from './incidents.service.js';

/** Who hears of something that happened. */
@Controller('happened/:id')
export class TellingController {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly incidentActs: IncidentActs,
    private readonly pages: IncidentPages,
    private readonly acts: ActsService,
  ) {}

  /** A clock is answered with one click, by whoever is on shift. */
  @Post('due')
  @Permit('happened.told')
  async due(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const incident = await this.incidents.find(id);
    // Back to where the button stood
    const isOnPage = cameFrom(request) === paths.happening(id) && incident.isWholeFor(who);
    const address = isOnPage ? paths.happening(id) : paths.shift();
    const { undo } = await this.acts.once(who, 'happened.told', body, async (tx) => {
      const due = { due: only(body, 'due'), why: null };
      return { address, subjectId: id, undo: await this.incidentActs.answer(tx, id, due, who, house) };
    });
    return new SeeOther(address, { message: undo ? 'Told.' : 'Told already.', undo });
  }

  @Post('not-needed')
  @Permit('happened.close', { isRecord: true })
  async notNeeded(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    await this.incidents.findWhole(id, who);
    const notNeeded = new NotNeededForm(body);
    const done = await notNeeded.submit((answer) =>
      this.acts.once(who, 'happened.close', body, async (tx) => {
        const undo = await this.incidentActs.answer(tx, id, answer, who, house);
        return { address: paths.happening(id), subjectId: id, undo };
      }),
    );
    if (done) return new SeeOther(done.address, { message: 'Kept.', undo: done.undo });
    return this.pages.of(id, desk, { status: 422, notNeeded });
  }

  @Post('told')
  @Permit('happened.change', { isRecord: true })
  async told(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house, now } = desk;
    await this.incidents.findWhole(id, who);
    const told = new ToldForm(body, { time: house.time, now });
    const done = await told.submit((said) =>
      this.acts.once(who, 'happened.change', body, (tx) => this.incidentActs.told(tx, id, said, who, house)),
    );
    if (done) return new SeeOther(done.address, { message: 'Kept.', undo: done.undo });
    return this.pages.of(id, desk, { status: 422, told });
  }
}
