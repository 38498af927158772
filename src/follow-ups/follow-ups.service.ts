import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import type { Attempt } from '../domain/attempt.js';
import { Bed } from '../domain/bed.js';
import { BedSegment } from '../domain/bed-segment.js';
import { Consent } from '../domain/consent.js';
import { FollowUp } from '../domain/follow-up.js';
import { firstWaitedFor, type Offer, offerOf } from '../domain/follow-up-offer.js';
import { isEarlier } from '../domain/days.js';
import { Guest } from '../domain/guest.js';
import type { House } from '../domain/house.js';
import type { Person } from '../domain/person.js';
import { Stay } from '../domain/stay.js';
import { NotHere } from '../web/refusals.js';
import { AroundFollowUps } from './around-follow-ups.service.js';

/** A follow-up with all that decides what can be done about it now. */
export interface FollowUpNow {
  followUp: FollowUp;
  consent: Consent;
  guest: Guest;
  /** Where they slept last: what a guest without a name is called by. */
  bedName: string;
  /** The tries that count, oldest first. */
  tries: Attempt[];
  /** When they were last reached under the same yes; null for not yet. */
  lastReached: Temporal.Instant | null;
  /** Who they would like to hear from; null for whoever is on shift. */
  caller: Person | null;
  offer: Offer;
}

/** How many follow-ups are due: a count, never a name (R33). */
export interface DueCount {
  /** That can be made at this hour. */
  now: number;
  /** Due as well, but not at this hour; `from` is when the first of them can be made. */
  later: number;
  from: Temporal.Instant | null;
}

/** Further ahead than this nothing is listed, in days. */
const LOOKS_AHEAD = 14;

/** So long what ended stands on the list, in days. */
const LOOKS_BACK = 30;

/** What stands open with guests who left and said yes to it (R32). */
@Injectable()
export class FollowUpsService {
  constructor(
    private readonly pages: PageReader,
    private readonly facts: AroundFollowUps,
  ) {}

  /** What is open and due within two weeks, the longest due first; nothing that was waited for long enough. */
  async open(
    house: House,
    now: Temporal.Instant,
    reader: EntityManager = this.pages.manager,
  ): Promise<FollowUpNow[]> {
    const today = house.time.houseDay(now);
    const last = today.add({ days: LOOKS_AHEAD });
    const waited = firstWaitedFor(today);
    const found = await this.live(this.withConsent(reader), today)
      .andWhere('followUp.closed_at IS NULL AND followUp.due_on <= :last', { last: last.toString() })
      .andWhere(
        '(followUp.waits_since IS NULL OR followUp.due_on >= :waited OR followUp.waits_since >= :waitedAt)',
        { waited: waited.toString(), waitedAt: instantText.to(house.time.startOf(waited)) },
      )
      .orderBy('followUp.due_on')
      .addOrderBy('followUp.id')
      .getMany();
    return this.whole(found as Joined[], house, now, reader);
  }

  /** What ended within the last 30 days and still rests on a yes that holds, the latest first; what was stopped stands nowhere. */
  async done(house: House, now: Temporal.Instant): Promise<FollowUpNow[]> {
    const today = house.time.houseDay(now);
    const since = house.time.startOf(today.subtract({ days: LOOKS_BACK }));
    const found = await this.live(this.withConsent(this.pages.manager), today)
      .andWhere('followUp.closed_at >= :since', { since: instantText.to(since) })
      .andWhere("followUp.closed_as IN ('reached', 'not-reached', 'not-this-one')")
      .orderBy('followUp.closed_at', 'DESC')
      .addOrderBy('followUp.id')
      .getMany();
    return this.whole(found as Joined[], house, now);
  }

  /** Throws NotHere for an unknown id. */
  async find(
    id: string,
    house: House,
    now: Temporal.Instant,
    reader: EntityManager = this.pages.manager,
  ): Promise<FollowUpNow> {
    const found = await this.withConsent(reader).where('followUp.id = :id', { id }).getMany();
    if (found.length === 0) throw new NotHere();
    return (await this.whole(found as Joined[], house, now, reader))[0]!;
  }

  /** What was agreed at the end of this stay, in its order, whatever became of it; nothing of a leaving that was undone. */
  async ofStay(stayId: string, house: House, now: Temporal.Instant): Promise<FollowUpNow[]> {
    const found = await this.withConsent(this.pages.manager)
      .where("followUp.stay_id = :stayId AND coalesce(followUp.closed_as, '') <> 'undone'", { stayId })
      .orderBy('followUp.due_on')
      .getMany();
    return this.whole(found as Joined[], house, now);
  }

  /** What the board and the shift page say. */
  async due(house: House, now: Temporal.Instant): Promise<DueCount> {
    const offers = (await this.open(house, now)).map(({ offer }) => offer);
    const later = offers.flatMap((offer) => (offer.kind === 'later' ? [offer.from] : []));
    return {
      now: offers.filter(({ kind }) => kind === 'now').length,
      later: later.length,
      from: later.reduce<Temporal.Instant | null>(
        (first, each) => (first === null || isEarlier(each, first) ? each : first),
        null,
      ),
    };
  }

  /** One that ended by itself is as dead as one that was taken back, whatever has run since (R32). */
  private live(found: SelectQueryBuilder<FollowUp>, today: Temporal.PlainDate) {
    const isLive =
      'consent.withdrawn_at IS NULL AND (consent.expires_on IS NULL OR consent.expires_on >= :today)';
    return found.where(isLive, { today: today.toString() });
  }

  private withConsent(reader: EntityManager) {
    return reader
      .createQueryBuilder(FollowUp, 'followUp')
      .innerJoinAndMapOne('followUp.consent', Consent, 'consent', 'consent.id = followUp.consentId')
      .innerJoin(Stay, 'stay', 'stay.id = followUp.stayId')
      .innerJoinAndMapOne('followUp.guest', Guest, 'guest', 'guest.id = stay.guestId')
      .leftJoin(BedSegment, 'part', LAST_PART)
      .leftJoinAndMapOne('followUp.bed', Bed, 'bed', 'bed.id = part.bedId');
  }

  private async whole(
    found: Joined[],
    house: House,
    now: Temporal.Instant,
    reader: EntityManager = this.pages.manager,
  ): Promise<FollowUpNow[]> {
    if (found.length === 0) return [];
    const { tries, here, callers, reached } = await this.facts.around(found, reader);
    return found.map(({ consent, guest, bed, ...followUp }) => {
      const isHere = here.some(({ id }) => id === guest.id);
      const caller = callers.find(({ id }) => id === followUp.callerId) ?? null;
      const plain = Object.assign(Object.create(FollowUp.prototype) as FollowUp, followUp);
      return {
        followUp: plain,
        consent,
        guest,
        bedName: bed?.name ?? 'the house',
        tries: tries.filter(({ followUpId }) => followUpId === plain.id),
        caller,
        lastReached: reached.get(consent.id) ?? null,
        offer: offerOf(plain, consent, isHere, house, now, caller?.worksHere === false),
      };
    });
  }
}

type Joined = FollowUp & { consent: Consent; guest: Guest; bed: Bed | null };

/** Several parts can end in the minute somebody leaves: the bed they left from is the last. */
const LAST_PART = `part.stayId = stay.id AND part.undoneAt IS NULL AND part.place = (
  SELECT max(p.place) FROM bed_segments p WHERE p.stay_id = stay.id AND p.undone_at IS NULL)`;
