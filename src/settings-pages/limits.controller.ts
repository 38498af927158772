import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import { BedsService } from '../beds/beds.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { LimitsService } from '../house/limits.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { type DraftView, draftOf } from '../web/draft-view.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { KeptDayForm, LimitForm } from './limits.forms.js';
import { limitsView } from './limits.views.js';

/** How long somebody stays, and days on which nobody is asked to leave (R22). */
@Controller('settings')
export class LimitsController {
  constructor(
    private readonly limits: LimitsService,
    private readonly beds: BedsService,
    private readonly acts: ActsService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get('limits')
  @Permit('settings.manage')
  async showLimits(@Req() request: FastifyRequest, @Who() who: Actor, @TheHouse() house: House) {
    const draft = await this.drafts.find(who.id, paths.limitSettings());
    const limit = new LimitForm(draft?.body ?? new Map(), house.time.houseDay(request.visit.now), []);
    return this.page({ limit, draft: draftOf(draft, house) }, request, who, house, 200);
  }

  @Post('limits')
  @Permit('settings.manage')
  async addLimit(
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const bedIds = (await this.beds.all()).map(({ id }) => id);
    const limit = new LimitForm(body, house.time.houseDay(request.visit.now), bedIds);
    const done = await limit.submit((values) => this.once(who, body, (tx) => this.limits.add(tx, values)));
    return done ?? this.page({ limit }, request, who, house, limit.status);
  }

  @Post('limits/:id/take-away')
  @Permit('settings.manage')
  takeLimitAway(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    return this.once(who, body, (tx) => this.limits.takeAway(tx, id, house.time.houseDay(visit.now)));
  }

  @Post('kept-days')
  @Permit('settings.manage')
  async keepDay(
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const keptDay = new KeptDayForm(body);
    const done = await keptDay.submit((kept) => this.once(who, body, (tx) => this.limits.keepDay(tx, kept)));
    return done ?? this.page({ keptDay }, request, who, house, keptDay.status);
  }

  @Post('kept-days/:day/take-away')
  @Permit('settings.manage')
  takeDayAway(@Param('day') day: string, @Body() body: FormBody, @Who() who: Actor) {
    return this.once(who, body, (tx) => this.limits.freeDay(tx, day));
  }

  private async once(
    who: Actor,
    body: FormBody,
    work: (tx: Parameters<Parameters<ActsService['once']>[3]>[0]) => Promise<unknown>,
  ): Promise<SeeOther> {
    const { address } = await this.acts.once(who, 'settings.manage', body, async (tx) => {
      await work(tx);
      return { address: paths.limitSettings(), subjectId: null, undo: null };
    });
    return new SeeOther(address, { message: 'Kept.', undo: null });
  }

  private async page(
    asked: { limit?: LimitForm; keptDay?: KeptDayForm; draft?: DraftView | null },
    { visit }: FastifyRequest,
    who: Actor,
    house: House,
    status: number,
  ): Promise<Page> {
    const today = house.time.houseDay(visit.now);
    const { limit = new LimitForm(new Map(), today, []), keptDay = new KeptDayForm(), draft = null } = asked;
    const [limits, beds] = [await this.limits.all(), await this.beds.all()];
    const draw = (place: string) => this.tokens.draw({ personId: who.id, place });
    const tokens = { formToken: draw(''), keptToken: draw(paths.limitSettings()) };
    return new Page(
      'settings-pages/limits',
      limitsView({ limit, keptDay }, { limits, beds, today, draft, ...tokens }),
      status,
    );
  }
}
