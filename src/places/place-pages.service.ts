import { Injectable } from '@nestjs/common';
import { mayDo } from '../domain/permissions.js';
import type { Place } from '../domain/place.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import type { Desk } from '../web/who.js';
import { PlaceReports } from './place-reports.service.js';
import { placeView } from './place.views.js';
import { PlaceForm, PlaceLookForm } from './places.forms.js';
import { PlacesService } from './places.service.js';
import { placesView } from './places.views.js';

/** Which of the forms was sent, and what came of it. */
export interface Sent {
  status: number;
  place?: PlaceForm;
  look?: PlaceLookForm;
  refused?: string;
}

/** Gathers what the pages of the directory show; what guests reported is for coordinators. */
@Injectable()
export class PlacePages {
  constructor(
    private readonly places: PlacesService,
    private readonly reports: PlaceReports,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** `sent` is a place that could not be added as it was typed. */
  async directory(sent: PlaceForm | null, { who, house }: Desk): Promise<Page> {
    const mayManage = mayDo(who.role, 'places.manage');
    const place = paths.places();
    const draft = mayManage && sent === null ? await this.drafts.find(who.id, place) : null;
    const view = placesView(sent ?? new PlaceForm(draft?.body), {
      house,
      places: await this.places.all(),
      trouble: mayDo(who.role, 'places.look') ? await this.reports.counts() : [],
      mayManage,
      draft,
      formToken: this.tokens.draw({ personId: who.id, place }),
    });
    return new Page('places/index', view, sent?.status ?? 200);
  }

  /** Throws NotHere for an unknown place. */
  async place(id: string, desk: Desk, sent: Sent): Promise<Page> {
    const place = await this.places.find(id);
    const { who, house, now } = desk;
    const managing = mayDo(who.role, 'places.manage') ? await this.managing(place, desk, sent) : null;
    const forms = {
      place: sent.place ?? new PlaceForm(managing?.draft?.body),
      look: sent.look ?? new PlaceLookForm(),
    };
    const view = placeView(forms, { house, now, place, managing, refused: sent.refused ?? null });
    return new Page('places/show', view, sent.status);
  }

  private async managing({ id }: Place, { who, now }: Desk, { status }: Sent) {
    const place = paths.place(id);
    const [draft, reports, looks, undos] = await Promise.all([
      status === 200 ? this.drafts.find(who.id, place) : null,
      this.reports.of(id),
      this.reports.looks(id),
      this.reports.undoable(now),
    ]);
    const formToken = this.tokens.draw({ personId: who.id, place });
    const plainToken = this.tokens.draw({ personId: who.id, place: '' });
    return { draft, reports, looks, undos, formToken, plainToken };
  }
}
