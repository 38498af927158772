import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import { BedsService } from '../beds/beds.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { FindForm } from './find.forms.js';
import { type Expected, FindService, type Found } from './find.service.js';
import { type FindFacts, findView, type Tab } from './find.views.js';

/** Finding a stay: who is here, who left, or by a part of the name, which never stands in an address. */
@Controller('stays')
export class FindController {
  constructor(
    private readonly stays: FindService,
    private readonly beds: BedsService,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('stays.find')
  async index(
    @Query() { tab, before }: Record<string, unknown>,
    @Req() { visit }: FastifyRequest,
    @TheHouse() house: House,
  ) {
    if (tab === 'coming') return this.coming(visit, house);
    if (tab !== 'left') return this.page(new FindForm(), await this.here(), visit, house);
    const beforeId = typeof before === 'string' ? before : '';
    const found = await this.stays.left(beforeId);
    return this.page(new FindForm(), { tab: 'left', isFurther: beforeId !== '', found }, visit, house);
  }

  /** Where a browser comes back to when names are shown below the answer to a search. */
  @Get('find')
  @Permit('stays.find')
  start() {
    return new SeeOther(paths.stays());
  }

  /** Written down as a look, without what was typed (R44, R49). */
  @Post('find')
  @Permit('stays.find')
  async find(
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new FindForm(body);
    const found = await form.submit(async (sought) => {
      await this.acts.log(who, 'stays.find');
      return this.stays.sought(sought);
    });
    if (!found) return this.page(form, await this.here(), visit, house, form.status);
    return this.page(form, { tab: null, isFurther: false, found }, visit, house);
  }

  private async here(): Promise<Listed> {
    return { tab: 'here', isFurther: false, found: { stays: await this.stays.here(), hasMore: false } };
  }

  private async coming(visit: FastifyRequest['visit'], house: House): Promise<Page> {
    const expected = await this.stays.coming(visit.now);
    const none = { stays: [], hasMore: false };
    return this.page(
      new FindForm(),
      { tab: 'coming', isFurther: false, found: none, expected },
      visit,
      house,
    );
  }

  private async page(
    form: FindForm,
    listed: Listed,
    { now, namesUntil }: FastifyRequest['visit'],
    house: House,
    status = 200,
  ): Promise<Page> {
    const facts: FindFacts = {
      expected: [],
      ...listed,
      house,
      today: house.time.houseDay(now),
      isNameShown: namesUntil !== null,
      beds: await this.beds.all(),
    };
    return new Page('stays/index', findView(form, facts), status);
  }
}

interface Listed {
  tab: Tab | null;
  isFurther: boolean;
  found: Found;
  /** Of the tab of those who are coming. */
  expected?: readonly Expected[];
}
