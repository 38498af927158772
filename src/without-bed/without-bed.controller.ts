import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { SeeOther } from '../web/answer.js';
import { dayAsked } from '../web/day-list.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { HelpDetailsForm, TapForm } from './without-bed.forms.js';
import { WithoutBedPages } from './without-bed-pages.service.js';
import { WithoutBedService } from './without-bed.service.js';
import { notedWords } from './without-bed.views.js';

/** Visits to the living room, groups and things given: a tap each, nobody needs a name. */
@Controller('without-bed')
export class WithoutBedController {
  constructor(
    private readonly withoutBed: WithoutBedService,
    private readonly pages: WithoutBedPages,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('withoutBed.view')
  index(@Query('day') day: unknown, @TheDesk() desk: Desk) {
    const today = desk.house.time.houseDay(desk.now);
    return this.pages.list(new TapForm(), dayAsked(day, today, 'visits'), desk);
  }

  @Post()
  @Permit('withoutBed.note')
  async note(@Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house, now } = desk;
    const form = new TapForm(body);
    const done = await form.submit((tapped) =>
      this.acts.once(who, 'withoutBed.note', body, (tx) => this.withoutBed.note(tx, tapped, who, house)),
    );
    if (!done) return this.pages.list(form, house.time.houseDay(now), desk, form.status);
    return new SeeOther(done.address, { message: notedWords(form.kind), undo: done.undo });
  }

  @Get(':id')
  @Permit('withoutBed.note')
  details(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.pages.details(id, desk);
  }

  @Post(':id')
  @Permit('withoutBed.note')
  async change(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    await this.withoutBed.find(id);
    const { who, house, now } = desk;
    const form = new HelpDetailsForm({ time: house.time, now }, body);
    const done = await form.submit((details) =>
      this.acts.once(who, 'withoutBed.note', body, async (tx) => {
        await this.withoutBed.change(tx, id, details, house);
        return { address: paths.withoutBed(), subjectId: id, undo: null };
      }),
    );
    if (!done) return this.pages.detailsOf(form, id, desk, { status: form.status, draft: null });
    return new SeeOther(done.address, { message: 'Kept.', undo: null });
  }
}
