import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { Act } from '../domain/act.js';
import { MaybeKnown } from '../domain/conflict.js';
import { Consent } from '../domain/consent.js';
import { Death } from '../domain/death.js';
import { Guest } from '../domain/guest.js';
import type { House } from '../domain/house.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Stay } from '../domain/stay.js';
import { PlansService } from '../follow-ups/plans.service.js';
import { StandingsService } from '../follow-ups/standings.service.js';
import { GuestsService } from '../guests/guests.service.js';
import type { Corrected } from './corrections.forms.js';
import { StaysService, type StayWhole } from './stays.service.js';

/** A guest whose stay it may have been, with their last arrival. */
export interface LikelyGuest {
  guest: Guest;
  lastStay: Stay;
}

/** It was somebody else's stay (R53): its nights and what was agreed at its end are theirs. */
@Injectable()
export class CorrectGuest {
  constructor(
    private readonly stays: StaysService,
    private readonly guests: GuestsService,
    private readonly plans: PlansService,
    private readonly standings: StandingsService,
    private readonly pages: PageReader,
  ) {}

  /** Throws MaybeKnown until somebody was chosen, GuestAlreadyHere when they had other nights then (R7). */
  async correct(
    tx: EntityManager,
    { stay, departure }: StayWhole,
    { value: name, chosen }: Corrected,
    house: House,
  ): Promise<{ details: Record<string, string> }> {
    const from = stay.guestId;
    stay.guestId = await this.meant(tx, name, chosen, from);
    await this.stays.keep(tx, stay);
    await tx.update(Consent, { stayId: stay.id }, { guestId: stay.guestId });
    await tx.update(Death, { stayId: stay.id, undoneAt: IsNull() }, { guestId: stay.guestId });
    if (departure?.inTouch === 'no') await this.saidNo(tx, stay, from);
    for (const guestId of [from, stay.guestId]) await this.standings.settle(tx, guestId, house);
    return { details: { from, to: stay.guestId } };
  }

  /** The guest that was chosen, or a new record when nobody of that name was here. */
  private async meant(tx: EntityManager, name: string, chosen: string | null, but: string): Promise<string> {
    const alike = await this.alike(name, but, tx);
    if (chosen === null && alike.length > 0) throw new MaybeKnown('Somebody of this name stayed here');
    if (chosen === null || chosen === 'new') return (await this.guests.add(tx, { name, pronouns: null })).id;
    if (alike.some(({ guest }) => guest.id === chosen)) return chosen;
    throw new RuleViolation('guestId', 'Choose whose stay it is');
  }

  /** The no at that leaving was theirs, and never the other guest's: their earlier yes ends, the other's stands (R32). */
  private async saidNo(tx: EntityManager, { id, guestId }: Stay, from: string): Promise<void> {
    const where = { stayId: id, kind: 'stay.left' as const, undoneByAct: IsNull() };
    const left = await tx.findOne(Act, { where, order: { number: 'DESC' } });
    await this.plans.giveBack(tx, (left?.details.ended ?? '').split(' ').filter(Boolean));
    for (const each of [from, guestId]) await this.plans.honourNoes(tx, each);
  }

  /** Another name to go by; the old one is kept beside the line that says why, where it can be forgotten (R47). */
  async rename(tx: EntityManager, { stay, guest }: StayWhole, { value: name }: Corrected) {
    if (guest.name === name) throw new RuleViolation('value', 'This is what is written down already');
    await this.stays.keep(tx, stay);
    await this.guests.rename(tx, guest, { name, pronouns: guest.pronouns });
    const values = [guest.id, guest.name, name];
    const sql = 'INSERT INTO earlier_names (act_id, guest_id, name_from, name_to) VALUES (?, ?, ?, ?)';
    return { details: {}, after: (actId: string) => tx.query(sql, [actId, ...values]) };
  }

  /** Guests of a name like this who stayed or are here, without the one it is said to be now. */
  async alike(name: string, but: string, reader: EntityManager = this.pages.manager): Promise<LikelyGuest[]> {
    const ids = (await this.guests.recordsLike(name)).filter((id) => id !== but);
    const found = await reader.findBy(Guest, { id: In(ids) });
    const all = await Promise.all(found.map((guest) => this.withStay(reader, guest)));
    return all.flatMap((each) => each ?? []);
  }

  private async withStay(reader: EntityManager, guest: Guest): Promise<LikelyGuest | null> {
    const lastStay = await reader.findOne(Stay, {
      where: { guestId: guest.id, undoneAt: IsNull() },
      order: { arrivedAt: 'DESC' },
    });
    return lastStay && { guest, lastStay };
  }
}
