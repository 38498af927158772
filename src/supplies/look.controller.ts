import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { LookForm } from './look.forms.js';
import { lookView } from './look.views.js';
import { SupplyLooks } from './looks.service.js';
import { SuppliesService } from './supplies.service.js';

/** A look at one supply: one click from the shift page, or here with the date of a new one. */
@Controller('supplies/:id/look')
export class LookController {
  constructor(
    private readonly supplies: SuppliesService,
    private readonly looks: SupplyLooks,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('supplies.look')
  show(@Param('id') id: string, @TheDesk() { who, house, now }: Desk) {
    return this.page(new LookForm(), id, { who, house, now, status: 200 });
  }

  @Post()
  @Permit('supplies.look')
  async look(@Param('id') id: string, @Body() body: FormBody, @TheDesk() { who, house, now }: Desk) {
    const form = new LookForm(body);
    const done = await form.submit((renewedUntil) =>
      this.acts.once(who, 'supplies.look', body, async (tx) => {
        const undo = await this.looks.look(tx, id, renewedUntil, who, house);
        return { address: paths.shift(), subjectId: id, undo };
      }),
    );
    if (done) return new SeeOther(done.address, { message: 'Looked at. Thank you.', undo: done.undo });
    return this.page(form, id, { who, house, now, status: form.status });
  }

  private async page(form: LookForm, id: string, { who, house, now, status }: Asks): Promise<Page> {
    const supply = await this.supplies.find(id);
    const looks = await this.supplies.looks(id);
    const last = looks.find(({ isUndone }) => !isUndone) ?? null;
    const formToken = this.tokens.draw({ personId: who.id, place: '' });
    return new Page('supplies/look', lookView(form, { house, now, supply, last, formToken }), status);
  }
}

interface Asks {
  who: Actor;
  house: House;
  now: Temporal.Instant;
  status: number;
}
