import { Injectable } from '@nestjs/common';
import { GuestName } from '../domain/guest-name.js';
import type { TalkFirst } from '../domain/talk-first.js';
import { type Draft, DraftsService } from '../drafts/drafts.service.js';
import { GuestStays } from '../guests/guest-stays.service.js';
import { GuestsService } from '../guests/guests.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import type { Desk } from '../web/who.js';
import { TalkFirstForm, ToldForm } from './talk-first.forms.js';
import { TalkFirstService } from './talk-first.service.js';
import { talkFirstView } from './talk-first.views.js';

/** Which of the page's forms was sent, and what came of it. */
export interface Sent {
  status: number;
  line?: TalkFirstForm;
  told?: ToldForm;
  /** Why it cannot be done, in a sentence. */
  refused?: string;
}

/** Gathers what the page shows on which a coordinator asks to talk first. */
@Injectable()
export class TalkFirstPages {
  constructor(
    private readonly lines: TalkFirstService,
    private readonly guests: GuestsService,
    private readonly stays: GuestStays,
    private readonly people: PeopleService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** Throws NotHere for an unknown guest and for one whose only check-in was undone. */
  async of(guestId: string, { who, house, now }: Desk, sent: Sent): Promise<Page> {
    const [guest, [last]] = await Promise.all([this.guests.find(guestId), this.stays.of([guestId])]);
    if (!last) throw new NotHere();
    const line = await this.lines.inForce(guestId, house.time.houseDay(now));
    const place = paths.talkFirst(guestId);
    const draft = line === null && sent.status === 200 ? await this.drafts.find(who.id, place) : null;
    const view = talkFirstView(formsOf(sent, draft), {
      house,
      now,
      guestId,
      guest: new GuestName(guest.name, last.bedName),
      line,
      people: await this.people.names(peopleOf(line)),
      role: who.role,
      refused: sent.refused ?? null,
      draftSavedAt: draft && draft.savedAt,
      formToken: this.tokens.draw({ personId: who.id, place }),
      plainToken: this.tokens.draw({ personId: who.id, place: '' }),
    });
    return new Page('talk-first/show', view, sent.status);
  }
}

const formsOf = ({ line, told }: Sent, draft: Draft | null) => ({
  line: line ?? new TalkFirstForm(draft?.body),
  told: told ?? new ToldForm(),
});

const peopleOf = (line: TalkFirst | null): string[] =>
  line ? [line.personId, ...(line.toldBy ? [line.toldBy] : [])] : [];
