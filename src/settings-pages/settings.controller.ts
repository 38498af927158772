import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import { ActsService } from '../acts/acts.service.js';
import { BedsService } from '../beds/beds.service.js';
import { StillClaimed } from '../domain/conflict.js';
import type { KnownClaim } from '../domain/guard.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { type Draft, DraftsService } from '../drafts/drafts.service.js';
import { HouseService } from '../house/house.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { BedForm, HouseForm, NewBedForm } from './settings.forms.js';
import { houseView } from './house-settings.views.js';
import { bedsView, bedView } from './settings.views.js';

const KEPT = { message: 'Kept.', undo: null };

/** What a manager decides for the house: its name, its on-call line, its beds. */
@Controller('settings')
export class SettingsController {
  constructor(
    private readonly house: HouseService,
    private readonly beds: BedsService,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get('house')
  @Permit('settings.manage')
  async showHouse(@Who() who: Actor, @TheHouse() house: House) {
    const draft = await this.drafts.find(who.id, paths.houseSettings());
    return this.housePage(new HouseForm(draft?.body), who, house, 200, draft);
  }

  @Post('house')
  @Permit('settings.manage')
  async changeHouse(@Body() body: FormBody, @Who() who: Actor, @TheHouse() house: House) {
    const form = new HouseForm(body);
    const done = await form.submit(({ version, ...to }) =>
      this.acts.once(who, 'settings.manage', body, async (tx) => {
        await this.house.change(tx, version, to);
        return { address: paths.houseSettings(), subjectId: null, undo: null };
      }),
    );
    if (done) return new SeeOther(done.address, KEPT);
    return this.housePage(form, who, (await this.house.find()) ?? house, form.status);
  }

  @Get('beds')
  @Permit('settings.manage')
  showBeds(@Req() { visit }: FastifyRequest, @Who() who: Actor, @TheHouse() house: House) {
    return this.bedsPage(new NewBedForm(), who, house.time.houseDay(visit.now), 200);
  }

  @Post('beds')
  @Permit('settings.manage')
  async addBed(
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new NewBedForm(body);
    const today = house.time.houseDay(visit.now);
    const done = await form.submit((bed) =>
      this.acts.once(who, 'settings.manage', body, async (tx) => {
        const { id } = await this.beds.add(tx, bed, today);
        return { address: paths.bedSettings(), subjectId: id, undo: null };
      }),
    );
    return done ? new SeeOther(done.address, KEPT) : this.bedsPage(form, who, today, 422);
  }

  @Get('beds/:id')
  @Permit('settings.manage')
  async showBed(
    @Param('id') id: string,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const draft = await this.drafts.find(who.id, paths.bedSetting(id));
    const today = house.time.houseDay(visit.now);
    return this.bedPage(id, new BedForm(draft?.body), who, { house, today, status: 200, draft });
  }

  @Post('beds/:id')
  @Permit('settings.manage')
  async changeBed(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    await this.beds.find(id);
    const form = new BedForm(body);
    const today = house.time.houseDay(visit.now);
    try {
      const done = await form.submit(({ version, to }) =>
        this.acts.once(who, 'settings.manage', body, async (tx) => {
          await this.beds.change(tx, id, version, to, house);
          return { address: paths.bedSettings(), subjectId: id, undo: null };
        }),
      );
      if (done) return new SeeOther(done.address, KEPT);
    } catch (error) {
      if (!(error instanceof StillClaimed)) throw error;
      return this.bedPage(id, form, who, { house, today, status: 409, later: error.claims });
    }
    return this.bedPage(id, form, who, { house, today, status: form.status });
  }

  private housePage(form: HouseForm, who: Actor, house: House, status: number, draft: Draft | null = null) {
    const formToken = this.token(who, paths.houseSettings());
    return new Page('settings-pages/house', houseView(form, house, formToken, draft), status);
  }

  private async bedPage(id: string, form: BedForm, who: Actor, asks: BedAsks) {
    const { status, draft = null, later = null, house, today } = asks;
    const formToken = this.token(who, paths.bedSetting(id));
    const view = bedView(form, await this.beds.find(id), { house, today, formToken, later, draft });
    return new Page('settings-pages/bed', view, status);
  }

  private async bedsPage(form: NewBedForm, who: Actor, today: Temporal.PlainDate, status: number) {
    const view = bedsView(form, await this.beds.all(), today, this.token(who));
    return new Page('settings-pages/beds', view, status);
  }

  private token(who: Actor, place = ''): string {
    return this.tokens.draw({ personId: who.id, place });
  }
}

interface BedAsks {
  house: House;
  today: Temporal.PlainDate;
  status: number;
  draft?: Draft | null;
  /** The claims that keep the bed from going for good (R12). */
  later?: readonly KnownClaim[];
}
