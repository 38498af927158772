import type { Temporal } from 'temporal-polyfill';
import type { Channel, Contact } from './contact.js';
import { isBefore } from './days.js';
import { PLAIN_TERMS, type Purpose, type Terms } from './purposes.js';

/** A guest's yes to one purpose, in one way (R32). Without one nobody is called. */
export class Consent implements Terms {
  id: string;
  guestId: string;
  /** The stay in or after which it was given. */
  stayId: string;
  purpose: Purpose;
  channel: Channel;
  detail: string | null;
  voicemail: boolean;
  sayHouseName: boolean;
  safeFrom: number | null;
  safeTo: number | null;
  givenAt: Temporal.Instant;
  givenOn: Temporal.PlainDate;
  sharedPhone: boolean;
  language: string | null;
  expiresOn: Temporal.PlainDate | null;
  person: string | null;
  told: string | null;
  /** Answered on the form of a leaving, and undone with it; any other stands by itself. */
  atLeaving: boolean;
  /** Who wrote it down; null for one answered at a leaving. */
  givenBy: string | null;
  /** Who wrote down that it was taken back by itself; null for a no at a leaving or in a try. */
  withdrawnPerson: string | null = null;
  /** Written down by a slip: it never was a yes. */
  undoneAt: Temporal.Instant | null = null;
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
    /** What a leaving asks where nothing else is said. */
    terms?: Terms;
    givenBy?: string;
  }) {
    const { contact, terms = PLAIN_TERMS, givenBy = null } = facts;
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
    Object.assign(this, terms);
    this.givenBy = givenBy;
    this.atLeaving = givenBy === null;
  }

  /** Whether it holds on this house day: one that ended is as dead as one that was taken back, with no job having run. */
  isLive(today: Temporal.PlainDate): boolean {
    return this.withdrawnAt === null && !this.hasEndedBy(today);
  }

  /** Whether its last day is over. */
  hasEndedBy(today: Temporal.PlainDate): boolean {
    return this.expiresOn !== null && isBefore(this.expiresOn, today);
  }

  /** For the same purpose, in the same way: what is taken back together (R35). */
  isLike({ purpose, channel }: Pick<Consent, 'purpose' | 'channel'>): boolean {
    return this.purpose === purpose && this.channel === channel;
  }

  /** The guest said no themselves, on this very record: nothing else brings it back. */
  get isTakenBackByGuest(): boolean {
    return this.withdrawnAt !== null && this.withdrawnBy === null && this.heldBy === null;
  }

  /** The same number or address, however it was written: 555-0171 and (555) 0171. */
  isToTheSame({ detail }: Pick<Consent, 'detail'>): boolean {
    return this.detail !== null && detail !== null && plain(this.detail) === plain(detail);
  }

  hasTerms({ purpose, sharedPhone, language, expiresOn, person, told }: Terms): boolean {
    const given = [purpose, sharedPhone, language, expiresOn?.toString(), person, told];
    const { expiresOn: last } = this;
    const kept = [this.purpose, this.sharedPhone, this.language, last?.toString(), this.person, this.told];
    return given.every((value, place) => value === kept[place]);
  }

  /** Agreed in the same way: two desks wrote down one answer (R23). */
  saysTheSameAs({ channel, detail, voicemail, sayHouseName, safeHours }: Contact): boolean {
    const given = [channel, detail, voicemail, sayHouseName, safeHours?.from ?? null, safeHours?.to ?? null];
    const kept = [this.channel, this.detail, this.voicemail, this.sayHouseName, this.safeFrom, this.safeTo];
    return given.every((value, place) => value === kept[place]);
  }
}

const plain = (detail: string): string => detail.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
