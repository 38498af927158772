import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import { ChangedMeanwhile, Conflict, SentBefore } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { SeeOther } from '../web/answer.js';
import { cameFrom } from '../web/came-from.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { AdditionForm, CloseForm, DueForm, NotNeededForm, ToldForm } from './incident-words.forms.js';
import { IncidentActs } from './incident-acts.service.js';
import { IncidentPages } from './incident-pages.service.js';
import { IncidentsService } from './incidents.service.js';

/** What is done with something that happened. */
@Controller('happened/:id')
export class IncidentActsController {
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
    const address =
      cameFrom(request) === paths.happening(id) && incident.isWholeFor(who)
        ? paths.happening(id)
        : paths.shift();
    const done = await new DueForm(body).submit((answer) =>
      this.acts.once(who, 'happened.told', body, async (tx) => {
        const undo = await this.incidentActs.answer(tx, id, answer, who, house);
        return { address, subjectId: id, undo };
      }),
    );
    const message = done?.undo ? 'Told.' : 'Told already.';
    return new SeeOther(done?.address ?? address, { message, undo: done?.undo ?? null });
  }

  @Post('not-needed')
  @Permit('happened.close', { isRecord: true })
  async notNeeded(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit: { now } }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    await this.incidents.findWhole(id, who);
    const notNeeded = new NotNeededForm(body);
    const done = await notNeeded.submit((answer) =>
      this.acts.once(who, 'happened.close', body, async (tx) => {
        const undo = await this.incidentActs.answer(tx, id, answer, who, house);
        return { address: paths.happening(id), subjectId: id, undo };
      }),
    );
    if (done) return new SeeOther(done.address, { message: 'Kept.', undo: done.undo });
    return this.pages.of(id, { who, house, now }, { status: 422, notNeeded });
  }

  @Post('told')
  @Permit('happened.change', { isRecord: true })
  async told(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit: { now } }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    await this.incidents.findWhole(id, who);
    const told = new ToldForm(body, { time: house.time, now });
    const done = await told.submit((said) =>
      this.acts.once(who, 'happened.change', body, (tx) => this.incidentActs.told(tx, id, said, who, house)),
    );
    if (done) return new SeeOther(done.address, { message: 'Kept.', undo: done.undo });
    return this.pages.of(id, { who, house, now }, { status: 422, told });
  }

  @Post('add')
  @Permit('happened.change', { isRecord: true })
  async add(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit: { now } }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    await this.incidents.findWhole(id, who);
    const addition = new AdditionForm(body);
    const done = await addition.submit((text) =>
      this.acts.once(who, 'happened.change', body, (tx) => this.incidentActs.add(tx, id, text, who)),
    );
    if (done) return new SeeOther(done.address, { message: 'Added.', undo: null });
    return this.pages.of(id, { who, house, now }, { status: 422, addition });
  }

  @Post('close')
  @Permit('happened.close', { isRecord: true })
  async close(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit: { now } }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    await this.incidents.findWhole(id, who);
    const form = new CloseForm(body);
    try {
      const done = await form.submit((version) =>
        this.acts.once(who, 'happened.close', body, (tx) =>
          this.incidentActs.close(tx, id, version, who, house),
        ),
      );
      if (done) return new SeeOther(done.address, { message: 'Closed.', undo: null });
    } catch (error) {
      return this.pages.of(id, { who, house, now }, { status: 409, refused: whyNot(error) });
    }
    const refused = 'Somebody said more meanwhile. Read it, then close it.';
    return this.pages.of(id, { who, house, now }, { status: 409, refused });
  }
}

/** That somebody is still to be told is said on the page; any other error is thrown on. */
function whyNot(error: unknown): string {
  const isTold =
    error instanceof Conflict && !(error instanceof SentBefore) && !(error instanceof ChangedMeanwhile);
  if (isTold) return error.message;
  throw error;
}
