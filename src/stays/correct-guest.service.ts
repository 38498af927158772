import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { MaybeKnown } from '../domain/conflict.js';
import { Consent } from '../domain/consent.js';
import { Death } from '../domain/death.js';
import { foldName, Guest, isLikelySame } from '../domain/guest.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Stay } from '../domain/stay.js';
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
    private readonly pages: PageReader,
  ) {}

  /** Throws MaybeKnown until somebody was chosen, GuestAlreadyHere when they had other nights then (R7). */
  async correct(
    tx: EntityManager,
    { stay }: StayWhole,
    { value: name, chosen }: Corrected,
  ): Promise<{ details: Record<string, string> }> {
    const from = stay.guestId;
    const alike = await this.alike(name, from, tx);
    if (chosen === null && alike.length > 0) throw new MaybeKnown('Somebody of this name stayed here');
    if (chosen !== null && chosen !== 'new' && !alike.some(({ guest }) => guest.id === chosen))
      throw new RuleViolation('guestId', 'Choose whose stay it is');
    stay.guestId =
      chosen === null || chosen === 'new' ? (await this.guests.add(tx, { name, pronouns: null })).id : chosen;
    await this.stays.keep(tx, stay);
    await tx.update(Consent, { stayId: stay.id }, { guestId: stay.guestId });
    await tx.update(Death, { stayId: stay.id, undoneAt: IsNull() }, { guestId: stay.guestId });
    return { details: { from, to: stay.guestId } };
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
    const folded = foldName(name);
    const guests = await reader.findBy(Guest, { id: Not(but), foldedName: Not(IsNull()) });
    const found = guests.filter((guest) => isLikelySame(guest.foldedName!, folded));
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
