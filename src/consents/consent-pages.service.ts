import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In, IsNull } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import { PageReader } from '../database/page-reader.js';
import { Act } from '../domain/act.js';
import type { Consent } from '../domain/consent.js';
import { Departure } from '../domain/departure.js';
import { GuestName } from '../domain/guest-name.js';
import { type Draft, DraftsService } from '../drafts/drafts.service.js';
import { type GuestStay, GuestStays } from '../guests/guest-stays.service.js';
import { GuestsService } from '../guests/guests.service.js';
import { LinkedRecords } from '../guests/linked-records.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import type { Desk } from '../web/who.js';
import { ConsentForm } from './consents.forms.js';
import { ConsentsService } from './consents.service.js';
import { consentsView } from './consents.views.js';

/** Which question is open, what was typed, and what came of it. */
export interface Sent {
  status: number;
  purpose?: string;
  form?: ConsentForm;
  /** Why it cannot be done, in a sentence. */
  refused?: string;
}

/** Gathers what the page shows of what a guest said yes and no to. */
@Injectable()
export class ConsentPages {
  constructor(
    private readonly consents: ConsentsService,
    private readonly guests: GuestsService,
    private readonly records: LinkedRecords,
    private readonly stays: GuestStays,
    private readonly people: PeopleService,
    private readonly undo: UndoService,
    private readonly drafts: DraftsService,
    private readonly reader: PageReader,
    private readonly tokens: FormTokens,
  ) {}

  /** Throws NotHere for an unknown guest and for one whose only check-in was undone. */
  async of(guestId: string, { who, house, now }: Desk, sent: Sent): Promise<Page> {
    const [guest, { ids }] = await Promise.all([this.guests.find(guestId), this.records.of(guestId)]);
    const stays = await this.stays.of(ids);
    const last = stays.find((stay) => stay.guestId === guestId);
    if (!last) throw new NotHere();
    const all = await this.consents.all(guestId);
    const place = paths.consents(guestId);
    const draft = sent.status === 200 ? await this.drafts.find(who.id, place) : null;
    const view = consentsView(formOf(sent, draft), {
      house,
      now,
      guestId,
      guest: new GuestName(guest.name, last.bedName),
      last,
      all,
      noes: await this.noes(stays),
      people: await this.people.names(peopleOf(all)),
      undoable: await this.undoable(stays, now),
      refused: sent.refused ?? null,
      draftSavedAt: draft && draft.savedAt,
      formToken: this.tokens.draw({ personId: who.id, place }),
      plainToken: this.tokens.draw({ personId: who.id, place: '' }),
    });
    return new Page('consents/show', view, sent.status);
  }

  /** The leavings at which they said no. */
  private async noes(stays: readonly GuestStay[]): Promise<Departure[]> {
    const stayId = In(stays.map(({ id }) => id));
    return this.reader.manager.findBy(Departure, { stayId, inTouch: 'no', undoneAt: IsNull() });
  }

  /** The acts that can still be undone, by their kind and the yes they were about. */
  private async undoable(
    stays: readonly GuestStay[],
    now: Temporal.Instant,
  ): Promise<ReadonlyMap<string, string>> {
    const stayId = In(stays.map(({ id }) => id));
    const kind = In(['consent.given', 'consent.withdrawn']);
    const acts = await this.reader.manager.findBy(Act, { stayId, kind });
    const open = await this.undo.stillOpen(acts, now);
    const still = acts.filter(({ id }) => open.has(id));
    return new Map(
      still.flatMap(({ kind, details, id }) =>
        [...(details.ended ?? '').split(' '), details.consent].map(
          (each) => [`${kind} ${each}`, id] as const,
        ),
      ),
    );
  }
}

const formOf = ({ form, purpose }: Sent, draft: Draft | null): ConsentForm =>
  form ?? new ConsentForm(draft?.body, purpose);

const peopleOf = (all: readonly Consent[]): string[] =>
  all.flatMap(({ givenBy, withdrawnPerson }) => [givenBy, withdrawnPerson]).flatMap((id) => id ?? []);
