import type { Temporal } from 'temporal-polyfill';
import type { Channel } from './departure.js';

/** A guest's yes to being in touch after leaving, in one way (R32). Without one nobody is called. */
export class Consent {
  id: string;
  guestId: string;
  stayId: string;
  purpose = 'follow-up' as const;
  channel: Channel;
  /** The number or address the guest gave. */
  detail: string;
  givenAt: Temporal.Instant;
  givenOn: Temporal.PlainDate;
  withdrawnAt: Temporal.Instant | null = null;

  constructor(facts: {
    id: string;
    guestId: string;
    stayId: string;
    channel: Channel;
    detail: string;
    givenAt: Temporal.Instant;
    givenOn: Temporal.PlainDate;
  }) {
    this.id = facts.id;
    this.guestId = facts.guestId;
    this.stayId = facts.stayId;
    this.channel = facts.channel;
    this.detail = facts.detail;
    this.givenAt = facts.givenAt;
    this.givenOn = facts.givenOn;
  }
}
