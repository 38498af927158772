import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import { BedsService } from '../beds/beds.service.js';
import { BedTaken, GuestAlreadyHere, MaybeKnown } from '../domain/conflict.js';
import { type Correction, corrections, whyNotCorrect } from '../domain/correction.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { type Answer, Page, SeeOther } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { type ObstacleView, refusalView } from '../web/obstacle.js';
import { paths } from '../web/paths.js';
import { type CorrectFacts, correctView } from './correct-form.views.js';
import { CorrectGuest } from './correct-guest.service.js';
import { CorrectForm, ReopenForm } from './corrections.forms.js';
import { correctionsView } from './corrections.views.js';
import { correctionFacts, StaysService, type StayWhole } from './stays.service.js';

/** Whose page it is, what is put right there, and when it is asked for. */
export interface CorrectPlace {
  id: string;
  correction: Correction;
  part: string;
  who: Actor;
  house: House;
  request: Pick<FastifyRequest, 'visit'>;
}

type AnyForm = CorrectForm | ReopenForm;

/** Gathers what the pages for putting something right show. */
@Injectable()
export class CorrectionPages {
  constructor(
    private readonly stays: StaysService,
    private readonly beds: BedsService,
    private readonly guests: CorrectGuest,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** All that can be put right in this stay. */
  async list(
    id: string,
    { role }: Actor,
    house: House,
    { visit }: CorrectPlace['request'],
    status = 200,
  ): Promise<Page> {
    const whole = await this.stays.find(id);
    return new Page('stays/corrections', correctionsView({ house, now: visit.now, whole, role }), status);
  }

  /** One question, or what its person began earlier; the list when it cannot be asked of this stay. */
  async begin(place: CorrectPlace): Promise<Answer> {
    const { id, correction, part, who, house, request } = place;
    const whole = await this.stays.find(id);
    if (!canBeAsked(whole, place)) return new SeeOther(paths.correct(id));
    const draft = await this.drafts.find(who.id, paths.correctField(id, correction, part || null));
    const arrived = { time: house.time, now: request.visit.now };
    const form = new (correction === 'reopen' ? ReopenForm : CorrectForm)(draft?.body ?? new Map(), arrived);
    return this.page(form, place, { status: 200 });
  }

  /** The page for an answer that stands against another record; any other error is thrown on. */
  answer(error: unknown, form: AnyForm, place: CorrectPlace): Promise<Page> {
    const isKnown = [BedTaken, GuestAlreadyHere, MaybeKnown].some((kind) => error instanceof kind);
    if (!isKnown) throw error;
    return this.page(form, place, { status: 409, error });
  }

  async page(form: AnyForm, place: CorrectPlace, asks: { status: number; error?: unknown }): Promise<Page> {
    const { id, correction, who, house, request } = place;
    const { now } = request.visit;
    const whole = await this.stays.find(id);
    const part = whole.parts.find((each) => each.part.id === place.part) ?? null;
    const address = paths.correctField(id, correction, part && place.part);
    const draft = asks.status === 200 ? await this.drafts.find(who.id, address) : null;
    const taken = asks.error instanceof BedTaken ? asks.error : null;
    const view = correctView(form, {
      correction,
      house,
      now,
      whole,
      part,
      beds: await this.choosable(correction, part, taken),
      alike: await this.alike(form, correction, whole, asks.error),
      obstacle: taken && wayOut(taken, part, house.time.houseDay(now)),
      isElsewhere: asks.error instanceof GuestAlreadyHere,
      draftSavedAt: draft && draft.savedAt,
      formToken: this.tokens.draw({ personId: who.id, place: address }),
    });
    return new Page('stays/correct', view, asks.status);
  }

  private async choosable(correction: Correction, part: CorrectFacts['part'], taken: BedTaken | null) {
    if (correction === 'reopen') return taken?.obstacle?.free ?? [];
    return correction === 'bed' ? (await this.beds.all()).filter(({ id }) => id !== part?.bed.id) : [];
  }

  /** Asked once there is a name, and again as long as it was not settled. */
  private alike(form: AnyForm, correction: Correction, { stay }: StayWhole, error: unknown) {
    const isAsked = error instanceof MaybeKnown || form.typed('guestId') !== '';
    if (correction !== 'guest' || !isAsked) return [];
    return this.guests.alike(form.typed('value'), stay.guestId);
  }
}

/** What the address asks for, or null for the list. */
export const correctionIn = (field: unknown): Correction | null =>
  corrections.find((each) => each === field) ?? null;

function canBeAsked(whole: StayWhole, { correction, part, who }: CorrectPlace): boolean {
  if (whyNotCorrect(correction, correctionFacts(whole, who.role)) !== null) return false;
  const isOver = whole.parts.some((each) => each.part.id === part && each.part.toAt !== null);
  return correction !== 'bed' || isOver;
}

/** The bed that is written down now is no way out. */
function wayOut(taken: BedTaken, part: CorrectFacts['part'], today: Temporal.PlainDate): ObstacleView {
  const view = refusalView(taken, today);
  return { ...view, free: view.free.filter(({ bedId }) => bedId !== part?.bed.id) };
}
