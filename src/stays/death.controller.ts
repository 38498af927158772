import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { type Answer, Page, SeeOther } from '../web/answer.js';
import { aboutStay } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { DeathForm } from './death.forms.js';
import { deathView } from './death.views.js';
import { DeathsService } from './deaths.service.js';
import { StaysService } from './stays.service.js';

/** A guest has died: a page of its own, never an answer at a leaving (R50). */
@Controller('stays/:id/death')
export class DeathController {
  constructor(
    private readonly stays: StaysService,
    private readonly deaths: DeathsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('stays.death', { isRecord: true })
  async newDeath(
    @Param('id') id: string,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ): Promise<Answer> {
    const { stay, death } = await this.stays.find(id);
    if (death || stay.undoneAt) return new SeeOther(paths.stay(id));
    return this.page(id, new DeathForm(new Map(), { time: house.time, now: visit.now }), who, 200);
  }

  @Post()
  @Permit('stays.death', { isRecord: true })
  async createDeath(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ): Promise<Answer> {
    const form = new DeathForm(body, { time: house.time, now: visit.now });
    const done = await form.submit((died) =>
      this.acts.once(who, 'stays.death', body, (tx) => this.deaths.write(tx, id, died, who, house)),
    );
    if (!done) return this.page(id, form, who, form.status);
    return new SeeOther(done.address, {
      message: [aboutStay(id, 'name'), ': it is written down. Nothing else has to be done here.'],
      undo: null,
    });
  }

  private async page(id: string, form: DeathForm, who: Actor, status: number): Promise<Page> {
    const view = deathView(form, {
      whole: await this.stays.find(id),
      formToken: this.tokens.draw({ personId: who.id, place: '' }),
    });
    return new Page('stays/death', view, status);
  }
}
