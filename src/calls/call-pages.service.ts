import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import { ActsService } from '../acts/acts.service.js';
import { isSameDay } from '../domain/days.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { type Draft, DraftsService } from '../drafts/drafts.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page } from '../web/answer.js';
import { dayAsked } from '../web/day-list.js';
import { hasErrors } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { FormTokens } from '../web/form-tokens.js';
import { CallForm, type RungForm } from './calls.forms.js';
import { CallsService } from './calls.service.js';
import { callsView } from './calls.views.js';
import { noStayView } from './no-stay.views.js';
import { RingBacks } from './ring-backs.service.js';

/** Gathers what the page of calls shows. */
@Injectable()
export class CallPages {
  constructor(
    private readonly calls: CallsService,
    private readonly rings: RingBacks,
    private readonly acts: ActsService,
    private readonly people: PeopleService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** The page of calls with what this person began: why no stay was offered stands on a page of its own. */
  async begin(visit: FastifyRequest['visit'], who: Actor, house: House): Promise<Page> {
    const draft = await this.drafts.find(who.id, paths.calls());
    const form = new CallForm({ time: house.time, now: visit.now }, draft?.body);
    if (draft && form.outcome === 'no_stay') return this.noStay(form, visit, who, house, 200, draft);
    return this.page(form, house.time.houseDay(visit.now), { visit, who, house, status: 200, draft });
  }

  /** The calls of the current house day. */
  current(form: CallForm, visit: FastifyRequest['visit'], who: Actor, house: House, status = 200) {
    return this.page(form, house.time.houseDay(visit.now), { visit, who, house, status });
  }

  /** The calls of the house day that stands in the address. Throws a RuleViolation when there is no such day yet. */
  of(asked: unknown, visit: FastifyRequest['visit'], who: Actor, house: House): Promise<Page> {
    const houseDay = dayAsked(asked, house.time.houseDay(visit.now), 'calls');
    const form = new CallForm({ time: house.time, now: visit.now });
    return this.page(form, houseDay, { visit, who, house, status: 200 });
  }

  /** Why no stay was offered, and what the house can offer instead (R15). */
  noStay(
    form: CallForm,
    { now }: FastifyRequest['visit'],
    who: Actor,
    house: House,
    status = hasErrors(form) ? 422 : 200,
    draft: Draft | null = null,
  ): Page {
    const formToken = this.token(who);
    return new Page(
      'calls/no-stay',
      noStayView(form, { house, now, draft, today: house.time.houseDay(now), formToken }),
      status,
    );
  }

  /** The page the form was sent from, with what was wrong. */
  again(form: CallForm, visit: FastifyRequest['visit'], who: Actor, house: House): Page | Promise<Page> {
    const isNoStay = form.outcome === 'no_stay';
    if (isNoStay) return this.noStay(form, visit, who, house, form.status);
    return this.current(form, visit, who, house, form.status);
  }

  /** The page of calls, with why nobody was rung: a colleague was quicker (R26). */
  notRung(form: RungForm, visit: FastifyRequest['visit'], who: Actor, house: House): Promise<Page> {
    const calls = new CallForm({ time: house.time, now: visit.now });
    calls.errors.main = Object.values(form.errors)[0]!;
    return this.current(calls, visit, who, house, form.status);
  }

  /** What is half written down of a call is kept for its person (R31). */
  private token({ id }: Actor): string {
    return this.tokens.draw({ personId: id, place: paths.calls() });
  }

  private async page(
    form: CallForm,
    houseDay: Temporal.PlainDate,
    { visit, who, house, status, draft = null }: Around,
  ): Promise<Page> {
    const { now } = visit;
    const isToday = isSameDay(houseDay, house.time.houseDay(now));
    const [calls, toRing, logged, rung] = await Promise.all([
      this.calls.of(houseDay),
      isToday ? this.rings.waiting() : [],
      this.acts.undoable('call.logged', 'call', now),
      this.acts.undoable('call.rung', 'call', now),
    ]);
    const people = await this.people.names(
      [...calls, ...toRing].flatMap(({ personId, rungBy }) => (rungBy ? [personId, rungBy] : [personId])),
    );
    const formToken = this.token(who);
    const plainToken = this.tokens.draw({ personId: who.id, place: '' });
    const undoable = { logged, rung };
    const facts = { house, now, houseDay, calls, toRing, people, undoable, draft, formToken, plainToken };
    return new Page('calls/index', callsView(form, facts), status);
  }
}

interface Around {
  visit: FastifyRequest['visit'];
  who: Actor;
  house: House;
  status: number;
  draft?: Draft | null;
}
