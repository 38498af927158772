import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type EntityManager, In, IsNull } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import { Consent } from '../domain/consent.js';
import { FollowUp } from '../domain/follow-up.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { checkTerms } from '../domain/purposes.js';
import { StandingsService } from '../follow-ups/standings.service.js';
import { GuestStays } from '../guests/guest-stays.service.js';
import { LinkedRecords } from '../guests/linked-records.service.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import type { NewConsent } from './consents.forms.js';

/** What was taken back, and how many follow-ups ended with it. */
export interface TakenBack extends Done {
  consent: Consent;
  followUps: number;
}

/** What a guest says yes to, purpose by purpose, and takes back (R32, R35). */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly records: LinkedRecords,
    private readonly stays: GuestStays,
    private readonly standings: StandingsService,
    private readonly acts: ActsService,
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** All there ever was on the records of this guest, the oldest first. */
  async all(guestId: string, reader: EntityManager = this.pages.manager): Promise<Consent[]> {
    const { ids } = await this.records.of(guestId, reader);
    return reader.find(Consent, { where: { guestId: In(ids) }, order: { givenAt: 'ASC', id: 'ASC' } });
  }

  /**
   * Two desks that write down one answer make one yes. Throws NotHere for a guest without a stay, a RuleViolation, and a Conflict
   * where a word of the guest, or their death, ends it at once.
   */
  async give(tx: EntityManager, guestId: string, said: NewConsent, who: Actor, house: House): Promise<Done> {
    const [stay] = await this.stays.of([guestId], tx);
    if (!stay) throw new NotHere();
    const now = this.clock.now();
    const today = house.time.houseDay(now);
    checkTerms(said.contact, said.terms, today);
    const address = paths.consents(guestId);
    const same = (await this.all(guestId, tx)).find(
      (each) => each.isLive(today) && each.saysTheSameAs(said.contact) && each.hasTerms(said.terms),
    );
    if (same) return { address, subjectId: guestId, undo: null };
    const given = { givenAt: toMinute(now), givenOn: today, givenBy: who.id };
    const consent = new Consent({ id: randomUUID(), guestId, stayId: stay.id, ...said, ...given });
    await tx.insert(Consent, consent);
    await this.settle(tx, consent, house);
    const undo = await this.record(tx, 'consent.given', consent, { who, house });
    return { address, subjectId: guestId, undo };
  }

  /**
   * Ends this yes and every other to the same purpose in the same way on this record; on linked ones they are held back (R46).
   * Throws NotHere for an unknown id, a Conflict when it was taken back before.
   */
  async withdraw(tx: EntityManager, id: string, who: Actor, house: House): Promise<TakenBack> {
    const consent = await this.find(id, tx);
    const { guestId, purpose, channel } = consent;
    if (consent.withdrawnAt !== null) throw new Conflict('This was taken back already.');
    const like = { guestId, purpose, channel, withdrawnAt: IsNull() };
    const ended = (await tx.findBy(Consent, like)).map((each) => each.id);
    const open = await this.openOf(tx, guestId);
    const at = toMinute(this.clock.now());
    await tx.update(Consent, { id: In(ended) }, { withdrawnAt: at, withdrawnPerson: who.id });
    await this.standings.settle(tx, guestId, house);
    const followUps = open - (await this.openOf(tx, guestId));
    const undo = await this.record(tx, 'consent.withdrawn', consent, { who, house, ended: ended.join(' ') });
    return { address: paths.consents(guestId), subjectId: guestId, undo, consent, followUps };
  }

  /** Throws NotHere for an unknown id. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<Consent> {
    const consent = await reader.findOneBy(Consent, { id });
    if (!consent) throw new NotHere();
    return consent;
  }

  private async settle(tx: EntityManager, { id, guestId }: Consent, house: House): Promise<void> {
    await this.standings.settle(tx, guestId, house);
    const { withdrawnAt } = await this.find(id, tx);
    if (withdrawnAt) throw new Conflict('They asked us to stop just now, or died. A yes does not hold.');
  }

  private async openOf(tx: EntityManager, guestId: string): Promise<number> {
    const ids = (await this.all(guestId, tx)).map(({ id }) => id);
    return tx.countBy(FollowUp, { consentId: In(ids), closedAt: IsNull() });
  }

  private record(
    tx: EntityManager,
    kind: 'consent.given' | 'consent.withdrawn',
    { id, stayId, purpose, channel }: Consent,
    { who, house, ended = '' }: { who: Actor; house: House; ended?: string },
  ): Promise<string> {
    const details = { consent: id, purpose, channel, ended };
    return this.acts.record(tx, who, house, { kind, stayId, details, canBeUndone: true });
  }
}
