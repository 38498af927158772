import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { SuppliesService } from '../supplies/supplies.service.js';
import { SupplyLines } from '../supplies/supply-lines.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { SupplyForm } from './supplies.forms.js';
import { suppliesView, supplyView } from './supplies.views.js';

const KEPT = { message: 'Kept.', undo: null };

/** What matters at night: where it is, how often somebody looks, until when it is good. */
@Controller('settings/supplies')
export class SuppliesController {
  constructor(
    private readonly supplies: SuppliesService,
    private readonly lines: SupplyLines,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('settings.manage')
  async list(@TheDesk() { who, house, now }: Desk) {
    const draft = await this.drafts.find(who.id, paths.supplySettings());
    return this.listPage(new SupplyForm(draft?.body), { who, house, now, status: 200 });
  }

  @Post()
  @Permit('settings.manage')
  async add(@Body() body: FormBody, @TheDesk() { who, house, now }: Desk) {
    const form = new SupplyForm(body);
    const done = await form.submit((facts) =>
      this.acts.once(who, 'settings.manage', body, async (tx) => {
        const { id } = await this.supplies.add(tx, facts, house.time.houseDay(now));
        return { address: paths.supplySettings(), subjectId: id, undo: null };
      }),
    );
    return done ? new SeeOther(done.address, KEPT) : this.listPage(form, { who, house, now, status: 422 });
  }

  @Get(':id')
  @Permit('settings.manage')
  async edit(@Param('id') id: string, @TheDesk() { who, house, now }: Desk) {
    const draft = await this.drafts.find(who.id, paths.supplySetting(id));
    return this.page(new SupplyForm(draft?.body), id, { who, house, now, status: 200 });
  }

  @Post(':id')
  @Permit('settings.manage')
  async change(@Param('id') id: string, @Body() body: FormBody, @TheDesk() { who, house, now }: Desk) {
    await this.supplies.find(id);
    const form = new SupplyForm(body);
    const done = await form.submit((facts) =>
      this.acts.once(who, 'settings.manage', body, async (tx) => {
        await this.supplies.change(tx, id, facts, house.time.houseDay(now));
        return { address: paths.supplySetting(id), subjectId: id, undo: null };
      }),
    );
    return done
      ? new SeeOther(done.address, KEPT)
      : this.page(form, id, { who, house, now, status: form.status });
  }

  private async listPage(form: SupplyForm, { who, house, now, status }: Asks): Promise<Page> {
    const today = house.time.houseDay(now);
    const [place, all] = [paths.supplySettings(), await this.lines.all()];
    const view = suppliesView(form, { house, today, all, ...(await this.drawn(who, place, status)) });
    return new Page('settings-pages/supplies', view, status);
  }

  private async page(form: SupplyForm, id: string, { who, house, now, status }: Asks): Promise<Page> {
    const [supply, looks] = [await this.supplies.find(id), await this.supplies.looks(id)];
    const drawn = await this.drawn(who, paths.supplySetting(id), status);
    const today = house.time.houseDay(now);
    return new Page(
      'settings-pages/supply',
      supplyView(form, { house, today, supply, looks, ...drawn }),
      status,
    );
  }

  private async drawn(who: Actor, place: string, status: number) {
    const draft = status === 200 ? await this.drafts.find(who.id, place) : null;
    return { draft, formToken: this.tokens.draw({ personId: who.id, place }) };
  }
}

interface Asks {
  who: Actor;
  house: House;
  now: Temporal.Instant;
  status: number;
}
