import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { Act } from '../domain/act.js';
import type { Guest } from '../domain/guest.js';
import { firstKnown } from '../domain/known-guest.js';
import { StaysOverlap } from '../domain/linked-guests.js';
import { type Draft, DraftsService } from '../drafts/drafts.service.js';
import { type GuestStay, GuestStays } from '../guests/guest-stays.service.js';
import { GuestsService } from '../guests/guests.service.js';
import { LinkedRecords } from '../guests/linked-records.service.js';
import { NameSearch } from '../guests/name-search.service.js';
import { PeopleService } from '../people/people.service.js';
import { TalkFirstService } from '../talk-first/talk-first.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import type { Desk } from '../web/who.js';
import { guestView } from './guest-page.views.js';
import { LinkForm, OtherNameForm } from './links.forms.js';

/** Which of the page's forms was sent, and what came of it. */
export interface Sent {
  status: number;
  link?: LinkForm;
  otherName?: OtherNameForm;
  /** What was looked for, folded; null for the guest's own name. */
  lookedFor?: string | null;
  overlap?: StaysOverlap;
  /** Why it cannot be done, in a sentence. */
  refused?: string;
}

/** Gathers what a guest's page shows. */
@Injectable()
export class GuestPages {
  constructor(
    private readonly guests: GuestsService,
    private readonly records: LinkedRecords,
    private readonly stays: GuestStays,
    private readonly names: NameSearch,
    private readonly talkFirst: TalkFirstService,
    private readonly people: PeopleService,
    private readonly drafts: DraftsService,
    private readonly reader: PageReader,
    private readonly tokens: FormTokens,
  ) {}

  /** Throws NotHere for an unknown guest and for one whose only check-in was undone. */
  async guest(id: string, { who, house, now }: Desk, sent: Sent): Promise<Page> {
    const [guest, { ids }] = await Promise.all([this.guests.find(id), this.records.of(id)]);
    const stays = await this.stays.of(ids);
    if (!stays.some(({ guestId }) => guestId === id)) throw new NotHere();
    const place = paths.guest(id);
    const draft = sent.status === 200 ? await this.drafts.find(who.id, place) : null;
    const view = guestView(formsOf(sent, draft), {
      house,
      now,
      guest,
      stays,
      others: await this.others(ids, id),
      alike: await this.alike(guest, ids, sent),
      links: await this.links(stays, now),
      talkFirst: await this.talkFirst.inForce(id, house.time.houseDay(now)),
      role: who.role,
      ...refusalOf(sent),
      draftSavedAt: draft && draft.savedAt,
      formToken: this.tokens.draw({ personId: who.id, place }),
      plainToken: this.tokens.draw({ personId: who.id, place: '' }),
    });
    return new Page('returning/guest', view, sent.status);
  }

  private others(ids: readonly string[], id: string): Promise<Guest[]> {
    return Promise.all(ids.filter((each) => each !== id).map((each) => this.guests.find(each)));
  }

  /** Who may be the same besides: by the guest's own name, or by another they say they went by. */
  private async alike({ foldedName }: Guest, ids: readonly string[], { lookedFor }: Sent) {
    const folded = lookedFor ?? foldedName;
    const like = folded === null ? [] : await this.names.like(folded);
    return firstKnown(like.filter(({ person }) => !ids.includes(person)));
  }

  /** The history of what was linked and taken apart, oldest first. */
  private async links(stays: readonly GuestStay[], now: Temporal.Instant) {
    const acts = await this.reader.manager.find(Act, {
      where: { stayId: In(stays.map(({ id }) => id)), kind: In(['guest.linked', 'guest.unlinked']) },
      order: { number: 'ASC' },
    });
    const names = await this.people.names(acts.map(({ personId }) => personId));
    return acts.filter(isFirstLine(acts)).map((act) => ({
      act,
      personName: names.get(act.personId) ?? 'Someone',
      whyNotUndo: act.whyNotUndo(
        now,
        acts.filter((later) => later.number > act.number && act.isAboutTheSame(later)),
      ),
    }));
  }
}

/** An act stands in the history of both sides, its second line right behind the first: where both are shown once is enough. */
const isFirstLine = (acts: readonly Act[]) => (act: Act) =>
  act.undoUntil !== null ||
  !acts.some((other) => other.undoUntil !== null && other.number === act.number - 1);

const formsOf = ({ link, otherName }: Sent, draft: Draft | null) => ({
  link: link ?? new LinkForm(draft?.body),
  otherName: otherName ?? new OtherNameForm(),
});

const refusalOf = ({ overlap, refused }: Sent) => ({ overlap: overlap ?? null, refused: refused ?? null });
