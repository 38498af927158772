import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { GuestNote } from '../domain/guest-note.js';
import type { HouseNote } from '../domain/house-note.js';
import { whyNotTakeBack } from '../domain/taking-back.js';
import { type Draft, DraftsService } from '../drafts/drafts.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { NoteAnswerForm } from '../web/note-answer-form.js';
import { paths } from '../web/paths.js';
import type { WordingView } from '../web/wording-hints.js';
import type { Desk } from '../web/who.js';
import { AnyNote } from './any-note.service.js';
import { LaterWordsService } from './later-words.service.js';
import { AmendForm, TakeBackForm } from './note.forms.js';
import { notePageView } from './note.views.js';
import { NearbyStays } from '../guests/nearby-stays.service.js';
import { ShownGuestNotes } from './shown-guest-notes.service.js';

/** Which of the forms of a note's page was sent, and what came of it. */
export interface SentNote {
  status: number;
  answer?: NoteAnswerForm;
  amend?: AmendForm;
  takeBack?: TakeBackForm;
  wording?: WordingView;
}

/** Gathers what a note's own page shows. */
@Injectable()
export class NotePages {
  constructor(
    private readonly notes: AnyNote,
    private readonly later: LaterWordsService,
    private readonly guestNotes: ShownGuestNotes,
    private readonly stays: NearbyStays,
    private readonly people: PeopleService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** Throws NotHere for an unknown note. */
  async of(id: string, look: Desk, sent: SentNote): Promise<Page> {
    const { who, house, now } = look;
    const { note } = await this.notes.find(id);
    const place = paths.note(id);
    const draft = sent.status === 200 ? await this.drafts.find(who.id, place) : null;
    const view = notePageView(formsOf(sent, draft), {
      house,
      note,
      ...(await this.around(note, house.time.houseDay(now))),
      role: who.role,
      whyNot: whyNotTakeBack(note, who, now),
      draftSavedAt: draft && draft.savedAt,
      wording: sent.wording ?? null,
      formToken: this.tokens.draw({ personId: who.id, place }),
      plainToken: this.tokens.draw({ personId: who.id, place: '' }),
    });
    return new Page('notes/show', view, sent.status);
  }
  /** What stands around it: later words, its writer, whom it is about, and whose it could be. */
  private async around(note: HouseNote | GuestNote, today: Temporal.PlainDate) {
    const stayId = note instanceof GuestNote ? note.stayId : null;
    const [later, names, nearby, ofStay] = await Promise.all([
      this.later.of([note]),
      this.people.names([note.personId]),
      this.stays.on(today),
      stayId === null ? [] : this.guestNotes.ofStay(stayId),
    ]);
    return {
      today,
      later: later.get(note.id)!,
      writer: names.get(note.personId)!,
      about: ofStay.find((each) => each.note.id === note.id) ?? null,
      nearby: nearby.filter((stay) => stay.stayId !== stayId),
    };
  }
}

const formsOf = ({ answer, amend, takeBack }: SentNote, draft: Draft | null) => ({
  answer: answer ?? new NoteAnswerForm(),
  amend: amend ?? new AmendForm(draft?.body),
  takeBack: takeBack ?? new TakeBackForm(),
});
