import type { Temporal } from 'temporal-polyfill';

export const roles = ['staff', 'coordinator', 'manager'] as const;
export type Role = (typeof roles)[number];

/** What a role is called on pages. The codes stay. */
export const roleWords: Record<Role, string> = {
  staff: 'Companion',
  coordinator: 'Coordinator',
  manager: 'Manager',
};

/** Someone who works here. */
export class Person {
  id: string;
  name: string;
  role: Role;
  passphraseHash: string;
  theme: 'day' | 'night' = 'day';
  /** They asked for plain words from the house's list while they write. */
  offersPlainWords = false;
  addedAt: Temporal.Instant;
  disabledAt: Temporal.Instant | null = null;
  version = 1;

  constructor(facts: {
    id: string;
    name: string;
    role: Role;
    passphraseHash: string;
    addedAt: Temporal.Instant;
  }) {
    this.id = facts.id;
    this.name = facts.name;
    this.role = facts.role;
    this.passphraseHash = facts.passphraseHash;
    this.addedAt = facts.addedAt;
  }

  get worksHere(): boolean {
    return this.disabledAt === null;
  }
}

/** The person who does something: whoever is signed in. */
export type Actor = Pick<Person, 'id' | 'name' | 'role'>;
