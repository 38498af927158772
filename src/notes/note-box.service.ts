import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { NoteForm } from './notes.forms.js';
import { noteBoxView } from './notes.views.js';

export type NoteBoxView = ReturnType<typeof noteBoxView>;

/** The box for a house note as other pages place it, with `partials/note-box.hbs`. */
@Injectable()
export class NoteBox {
  constructor(
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** Empty, or with what this person began: saved from here, a note takes its place (R31). */
  async for(who: Actor, house: House, now: Temporal.Instant): Promise<NoteBoxView> {
    const draft = await this.drafts.find(who.id, paths.notes());
    return noteBoxView(new NoteForm(draft?.body), { house, now, formToken: this.token(who) });
  }

  /** For every form of a note: sent after its person was signed out, it becomes their draft. */
  token(who: Actor): string {
    return this.tokens.draw({ personId: who.id, place: paths.notes() });
  }
}
