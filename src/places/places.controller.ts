import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { sentenceOf } from '../domain/conflict.js';
import { SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { PlacePages } from './place-pages.service.js';
import { PlaceReports } from './place-reports.service.js';
import { PlaceForm, PlaceLookForm } from './places.forms.js';
import { PlacesService } from './places.service.js';

/** The house's directory of places: read by everyone, kept by coordinators. */
@Controller('places')
export class PlacesController {
  constructor(
    private readonly places: PlacesService,
    private readonly reports: PlaceReports,
    private readonly pages: PlacePages,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('places.view')
  index(@TheDesk() desk: Desk) {
    return this.pages.directory(null, desk);
  }

  @Post()
  @Permit('places.manage')
  async add(@Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house, now } = desk;
    const form = new PlaceForm(body);
    const done = await form.submit((facts) =>
      this.acts.once(who, 'places.manage', body, async (tx) => {
        const id = await this.places.add(tx, facts, house, house.time.houseDay(now));
        return { address: paths.places(), subjectId: id, undo: null };
      }),
    );
    if (done) return new SeeOther(done.address, { message: 'Added to the places.', undo: null });
    return this.pages.directory(form, desk);
  }

  @Get(':id')
  @Permit('places.view')
  show(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.pages.place(id, desk, { status: 200 });
  }

  @Post(':id')
  @Permit('places.manage')
  async change(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    await this.places.find(id);
    const { who, house, now } = desk;
    const form = new PlaceForm(body);
    const done = await form.submit((facts) =>
      this.acts.once(who, 'places.manage', body, async (tx) => {
        await this.places.change(tx, id, facts, house, house.time.houseDay(now));
        return { address: paths.place(id), subjectId: id, undo: null };
      }),
    );
    if (done) return new SeeOther(done.address, { message: 'Kept.', undo: null });
    return this.pages.place(id, desk, { status: form.status, place: form });
  }

  @Post(':id/look')
  @Permit('places.look')
  async look(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    await this.places.find(id);
    const { who, house } = desk;
    const form = new PlaceLookForm(body);
    try {
      const done = await form.submit((look) =>
        this.acts.once(who, 'places.look', body, (tx) => this.reports.look(tx, id, look, who, house)),
      );
      if (done) return new SeeOther(done.address, { message: 'Looked at.', undo: done.undo });
    } catch (error) {
      return this.pages.place(id, desk, { status: 409, look: form, refused: sentenceOf(error) });
    }
    return this.pages.place(id, desk, { status: form.status, look: form });
  }
}
