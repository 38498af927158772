import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { ConsentsService } from '../consents/consents.service.js';
import type { Contact } from '../domain/contact.js';
import { PLAIN_TERMS, type Terms } from '../domain/purposes.js';
import { Dice } from './dice.js';
import { phone } from './leavings.js';
import { onHouseDay } from './story-days.js';
import type { Cast, Moment, Story, Thread } from './story.js';

interface Said {
  contact: Contact;
  terms: Terms;
}

/** So often somebody sits down with the guests who are here and asks what they want, in days. */
const EVERY = 3;

const NOBODY_REACHED: Contact = {
  channel: 'none',
  detail: null,
  voicemail: false,
  sayHouseName: false,
  safeHours: null,
};

/** What guests say yes to during a stay, one by one. */
@Injectable()
export class ConsentsThread implements Thread {
  constructor(
    private readonly consents: ConsentsService,
    private readonly audit: AuditService,
  ) {}

  moments({ house, start, today }: Story): Moment[] {
    const days = start.until(today, { largestUnit: 'day' }).days;
    return Array.from({ length: Math.ceil(days / EVERY) }, (_, place) => {
      const at = onHouseDay(house.time, start.add({ days: place * EVERY }), '16:40');
      return { at, tell: (tx: EntityManager, cast: Cast) => this.ask(tx, cast, at) };
    });
  }

  private async ask(tx: EntityManager, { house, onShift }: Cast, at: Temporal.Instant): Promise<void> {
    const who = onShift(at);
    for (const { id, name } of await tx.query<{ id: string; name: string | null }[]>(HERE)) {
      const said = saidTo(new Dice(`${name} says yes ${at.toString()}`));
      if (said === null) continue;
      const { subjectId } = await this.consents.give(tx, id, said, who, house);
      await this.audit.write(tx, who.id, 'consents.give', subjectId);
    }
  }
}

const HERE = `SELECT g.id, g.name FROM stays s JOIN guests g ON g.id = s.guest_id
  WHERE s.left_at IS NULL AND s.undone_at IS NULL ORDER BY s.arrived_at, g.name`;

/** Most say nothing that day. */
function saidTo(dice: Dice): Said | null {
  const calls: Contact = { ...NOBODY_REACHED, channel: 'call', detail: phone(dice.between(0, 99)) };
  if (dice.chance(10)) return { contact: NOBODY_REACHED, terms: { ...PLAIN_TERMS, purpose: 'research' } };
  if (dice.chance(8))
    return { contact: calls, terms: { ...PLAIN_TERMS, purpose: 'things', sharedPhone: true } };
  if (!dice.chance(6)) return null;
  const told = 'That I stayed somewhere and am fine';
  return { contact: calls, terms: { ...PLAIN_TERMS, purpose: 'alternate', person: 'My sister', told } };
}
