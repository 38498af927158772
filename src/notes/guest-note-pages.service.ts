import { Injectable } from '@nestjs/common';
import { PageReader } from '../database/page-reader.js';
import { GuestName } from '../domain/guest-name.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import type { WordingView } from '../web/wording-hints.js';
import type { Desk } from '../web/who.js';
import { GuestNoteForm } from './guest-notes.forms.js';
import { GuestNotesService } from './guest-notes.service.js';
import { guestNotesView } from './guest-notes.views.js';
import { ShownGuestNotes } from './shown-guest-notes.service.js';

/** A form that was sent; `named`: others whom its text names. */
interface SentGuestNote {
  status: number;
  form?: GuestNoteForm;
  named?: readonly GuestName[];
  wording?: WordingView;
}

/** Gathers what the page of the notes with a guest shows. */
@Injectable()
export class GuestNotePages {
  constructor(
    private readonly guestNotes: GuestNotesService,
    private readonly shown: ShownGuestNotes,
    private readonly reader: PageReader,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** Throws as `GuestNotesService.stay` does. */
  async of(
    stayId: string,
    { who, house, now }: Desk,
    { form, status, named = [], wording = null }: SentGuestNote = { status: 200 },
  ): Promise<Page> {
    const { guestId } = await this.guestNotes.stay(stayId);
    const place = paths.stayNotes(stayId);
    const [notes, whose, draft] = await Promise.all([
      this.shown.ofStay(stayId),
      this.whose(stayId),
      form ? null : this.drafts.find(who.id, place),
    ]);
    const view = guestNotesView(form ?? new GuestNoteForm(draft?.body), {
      house,
      today: house.time.houseDay(now),
      stayId,
      guest: whose,
      guestId,
      notes,
      named,
      wording,
      draft,
      formToken: this.tokens.draw({ personId: who.id, place }),
    });
    return new Page('notes/with-guest', view, status);
  }

  /** Their name on its way to a page. */
  private async whose(stayId: string): Promise<GuestName> {
    const [row] = await this.reader.rows<{ name: string | null; bedName: string }>(WHOSE, [stayId]);
    return new GuestName(row!.name, row!.bedName);
  }
}

const WHOSE = `SELECT g.name, b.name AS bedName FROM stays s JOIN guests g ON g.id = s.guest_id
  JOIN bed_segments p ON p.id = (SELECT part.id FROM bed_segments part
    WHERE part.stay_id = s.id AND part.undone_at IS NULL ORDER BY part.place DESC LIMIT 1)
  JOIN beds b ON b.id = p.bed_id WHERE s.id = ?`;
