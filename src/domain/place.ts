import type { Temporal } from 'temporal-polyfill';
import type { HouseList } from './house-list.js';
import type { ListEntry } from './list-entry.js';

/** What a place of the directory is for, as it ships; a house words it anew. */
export const placeKinds: readonly ListEntry[] = [
  { code: 'tonight', label: 'Somewhere for tonight' },
  { code: 'talk', label: 'Somebody to talk with' },
  { code: 'peer', label: 'Peer support and groups' },
  { code: 'food', label: 'Food and clothes' },
  { code: 'housing', label: 'Housing and money' },
  { code: 'health', label: 'Health' },
  { code: 'rights', label: 'Rights and the law' },
  { code: 'other', label: 'Something else' },
];

/** What a coordinator says of a place; null while nobody said. */
export interface PlaceFacts {
  name: string;
  /** A code of the house’s list. */
  kind: string;
  phone: string | null;
  address: string | null;
  opens: string | null;
  note: string | null;
  isUsed: boolean;
}

/** A place in the community the house tells guests about. It never goes: what was said of it stays readable. */
export class Place {
  id: string;
  name: string;
  kind: string;
  phone: string | null;
  address: string | null;
  /** When it is open, in plain words. */
  opens: string | null;
  note: string | null;
  /** The house day from which on it is not offered any more; null while it is. */
  retiredOn: Temporal.PlainDate | null = null;
  version = 1;

  /** Throws a RuleViolation as `change` does. */
  constructor(facts: PlaceFacts & { id: string }, kinds: HouseList, today: Temporal.PlainDate) {
    this.id = facts.id;
    this.change(facts, kinds, today);
  }

  /** Throws a RuleViolation for a `kind` that is not offered. */
  change({ isUsed, ...facts }: PlaceFacts, kinds: HouseList, today: Temporal.PlainDate): void {
    kinds.check('kind', facts.kind, 'Choose what it is for', this.kind ?? null);
    this.name = facts.name;
    this.kind = facts.kind;
    this.phone = facts.phone;
    this.address = facts.address;
    this.opens = facts.opens;
    this.note = facts.note;
    this.retiredOn = isUsed ? null : (this.retiredOn ?? today);
  }
}
