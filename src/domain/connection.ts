import type { Temporal } from 'temporal-polyfill';
import type { Consent } from './consent.js';
import { toMinute } from './house-time.js';
import type { ListEntry } from './list-entry.js';
import { namesIn } from './names-in.js';
import { RuleViolation } from './rule-violation.js';
import type { Place } from './place.js';
import type { Stay } from './stay.js';

/** What was done for a connection at that time, with the guest. */
export type ConnectionWay = 'told' | 'rang' | 'visited' | 'appointment';

export const connectionWays: readonly (ListEntry & { code: ConnectionWay })[] = [
  { code: 'told', label: 'Told about it' },
  { code: 'rang', label: 'Rang together' },
  { code: 'visited', label: 'Went together' },
  { code: 'appointment', label: 'An appointment is made' },
];

/** How it was, as the guest says it afterwards; skipped is an answer of its own, not asked is none (R37). */
export type HowItWas = 'good' | 'mixed' | 'trouble' | 'did-not-go' | 'skipped';

export const howItWas: readonly (ListEntry & { code: HowItWas })[] = [
  { code: 'good', label: 'Good' },
  { code: 'mixed', label: 'Mixed' },
  { code: 'trouble', label: 'There was trouble' },
  { code: 'did-not-go', label: 'Did not go' },
  { code: 'skipped', label: 'They skipped it' },
];

/** What was made: a place of the directory, or one in own words; `way` null where nobody said. */
export interface ConnectionFacts {
  placeId: string | null;
  ownWords: string | null;
  way: ConnectionWay | null;
}

/** A connection to somewhere in the community, made with a guest during a stay. */
export class Connection implements ConnectionFacts {
  id: string;
  stayId: string;
  placeId: string | null;
  ownWords: string | null;
  way: ConnectionWay | null;
  madeAt: Temporal.Instant;
  personId: string;
  undoneAt: Temporal.Instant | null = null;
  /** Grows with every answer: two desks that ask the same are told (R26). */
  version = 1;

  /** Throws a RuleViolation for `placeId` or `ownWords` unless it is one of both. */
  constructor(
    facts: ConnectionFacts & { id: string; stayId: string; madeAt: Temporal.Instant; personId: string },
  ) {
    const { placeId, ownWords } = facts;
    if (placeId === null && ownWords === null)
      throw new RuleViolation('placeId', 'Choose a place, or write one below');
    if (placeId !== null && ownWords !== null)
      throw new RuleViolation('ownWords', 'Choose a place of the list or write one, not both');
    this.id = facts.id;
    this.stayId = facts.stayId;
    this.placeId = placeId;
    this.ownWords = ownWords;
    this.way = facts.way;
    this.madeAt = toMinute(facts.madeAt);
    this.personId = facts.personId;
  }
}

/** What it is called: the place as it is called now, or their words. */
export const nameOfIt = (
  { placeId, ownWords }: Pick<Connection, 'placeId' | 'ownWords'>,
  places: readonly Pick<Place, 'id' | 'name'>[],
): string => places.find(({ id }) => id === placeId)?.name ?? ownWords ?? 'A place';

/** What decides whether a guest may be asked how it was. */
export interface AskFacts {
  stay: Pick<Stay, 'leftAt' | 'undoneAt'>;
  /** Every yes of the guest, on whichever linked record. */
  consents: readonly Consent[];
  hasDied: boolean;
  today: Temporal.PlainDate;
}

/** Why nobody asks this guest how it was, or null where a live yes to being in touch lets us (R32). */
export function whyNotAsk({ stay, consents, hasDied, today }: AskFacts): string | null {
  if (stay.undoneAt) return 'This check-in was undone. Nothing is asked.';
  if (hasDied) return 'They have died. Nothing is asked.';
  if (stay.leftAt === null) return 'They are still here. This is asked after they left.';
  const isAgreed = consents.some((consent) => consent.purpose === 'follow-up' && consent.isLive(today));
  return isAgreed ? null : 'No yes to being in touch holds now. Nothing is asked.';
}

/** Why nothing can be written of this stay any more; null when it can. */
export function whyNotConnect({ undoneAt }: Pick<Stay, 'undoneAt'>, hasDied: boolean): string | null {
  if (undoneAt) return 'This check-in was undone. Nothing is added.';
  return hasDied ? 'They have died. Nothing is added.' : null;
}

/**
 * Coordinators read these words without knowing whose they are: they name nobody. Throws a RuleViolation for `words` with the
 * word that may be a name.
 */
export function checkNamesNoGuest(words: string | null, names: readonly (string | null)[]): void {
  const [word] = namesIn(words ?? '', names);
  if (word) throw new RuleViolation('words', `“${word}” may be a guest’s name. Say it without`);
}
