import type { Temporal } from 'temporal-polyfill';
import type { ListEntry } from './list-entry.js';
import type { Hours } from './hours.js';

export const channels = ['call', 'text', 'post', 'they-call'] as const;

/** How a guest wants to be in touch; 'they-call' is "I will call you": nothing goes out from the house (R33). */
export type Channel = (typeof channels)[number];

export const channelWords: readonly ListEntry[] = [
  { code: 'call', label: 'Call' },
  { code: 'text', label: 'Text' },
  { code: 'post', label: 'Mail' },
  { code: 'they-call', label: 'They will call us' },
];

/** What a guest said about being in touch after leaving (R32). */
export interface Contact {
  channel: Channel;
  /** The number or address the guest gave; null when they will call us. */
  detail: string | null;
  voicemail: boolean;
  sayHouseName: boolean;
  /** When it is safe to ring; null for any time the house rings. */
  safeHours: Hours | null;
}

/** A guest's yes to being in touch after leaving, in one way (R32). Without one nobody is called. */
export class Consent {
  id: string;
  guestId: string;
  stayId: string;
  purpose = 'follow-up' as const;
  channel: Channel;
  detail: string | null;
  voicemail: boolean;
  sayHouseName: boolean;
  safeFrom: number | null;
  safeTo: number | null;
  givenAt: Temporal.Instant;
  givenOn: Temporal.PlainDate;
  withdrawnAt: Temporal.Instant | null = null;
  /** The try in which the guest asked to stop, when it was one. */
  withdrawnBy: string | null = null;
  /** The try that showed that this number does not lead to the guest: nobody rings it again (R34). */
  setAsideBy: string | null = null;
  /** The record whose no holds for this one too while they are linked (R46), or on which their death stands (R50). */
  heldBy: string | null = null;

  constructor(facts: {
    id: string;
    guestId: string;
    stayId: string;
    contact: Contact;
    givenAt: Temporal.Instant;
    givenOn: Temporal.PlainDate;
  }) {
    const { contact } = facts;
    this.id = facts.id;
    this.guestId = facts.guestId;
    this.stayId = facts.stayId;
    this.channel = contact.channel;
    this.detail = contact.detail;
    this.voicemail = contact.voicemail;
    this.sayHouseName = contact.sayHouseName;
    this.safeFrom = contact.safeHours?.from ?? null;
    this.safeTo = contact.safeHours?.to ?? null;
    this.givenAt = facts.givenAt;
    this.givenOn = facts.givenOn;
  }

  /** The guest said no themselves, on this very record: nothing else brings it back. */
  get isTakenBackByGuest(): boolean {
    return this.withdrawnAt !== null && this.withdrawnBy === null && this.heldBy === null;
  }

  /** The same number or address, however it was written: 555-0171 and (555) 0171. */
  isToTheSame({ detail }: Pick<Consent, 'detail'>): boolean {
    return this.detail !== null && detail !== null && plain(this.detail) === plain(detail);
  }

  /** Agreed in the same way: two desks wrote down one answer (R23). */
  saysTheSameAs({ channel, detail, voicemail, sayHouseName, safeHours }: Contact): boolean {
    const given = [channel, detail, voicemail, sayHouseName, safeHours?.from ?? null, safeHours?.to ?? null];
    const kept = [this.channel, this.detail, this.voicemail, this.sayHouseName, this.safeFrom, this.safeTo];
    return given.every((value, place) => value === kept[place]);
  }
}

const plain = (detail: string): string => detail.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
