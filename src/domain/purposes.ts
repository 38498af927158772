import type { Temporal } from 'temporal-polyfill';
import type { Channel, Contact } from './contact.js';
import { isBefore } from './days.js';
import type { ListEntry } from './list-entry.js';
import { RuleViolation } from './rule-violation.js';

/** What a guest can say yes to, one by one (R32). */
export type Purpose = 'follow-up' | 'things' | 'alternate' | 'research';

export const purposes: readonly (ListEntry & { code: Purpose })[] = [
  { code: 'follow-up', label: 'Being in touch after leaving' },
  { code: 'things', label: 'About their things, or the house' },
  { code: 'alternate', label: 'Asking someone they trust' },
  { code: 'research', label: 'Research, without a name' },
];

const out: readonly Channel[] = ['call', 'text', 'post'];
const ways: Record<Purpose, readonly Channel[]> = {
  'follow-up': [...out, 'they-call'],
  things: out,
  alternate: out,
  research: ['none'],
};

/** The ways a yes to this can name. */
export const waysOf = (purpose: Purpose): readonly Channel[] => ways[purpose];

/** What else belongs to a yes. */
export interface Terms {
  purpose: Purpose;
  sharedPhone: boolean;
  /** The language to use; null where nothing was said. */
  language: string | null;
  /** The last house day on which it holds; null for until it is taken back. */
  expiresOn: Temporal.PlainDate | null;
  /** Who may be asked where the guest cannot be reached. */
  person: string | null;
  /** What that person may be told. */
  told: string | null;
}

export const PLAIN_TERMS: Terms = {
  purpose: 'follow-up',
  sharedPhone: false,
  language: null,
  expiresOn: null,
  person: null,
  told: null,
};

/** A no to being in touch, said at leaving, is a no to these; a yes to another purpose was given for itself. */
export const askedAtLeaving = (purpose: Purpose): boolean =>
  purpose === 'follow-up' || purpose === 'alternate';

/** "Please stop all", and a death, end every way of reaching somebody. Research reaches nobody. */
export const reachesOut = (purpose: Purpose): boolean => purpose !== 'research';

/** A yes is not kept for longer than this without being asked again, in years. */
const LONGEST = 5;

/** Throws a RuleViolation for a way this purpose does not have, for a missing number or person, for an end that is none. */
export function checkTerms(contact: Contact, terms: Terms, today: Temporal.PlainDate): void {
  const { channel, detail } = contact;
  if (!waysOf(terms.purpose).includes(channel)) throw new RuleViolation('channel', 'Choose how');
  if (waysOut(channel) && detail === null) {
    throw new RuleViolation('detail', 'Enter the number or address they gave');
  }
  if (terms.purpose === 'alternate' && terms.person === null) {
    throw new RuleViolation('person', 'Enter who it is');
  }
  checkEnd(terms.expiresOn, today);
}

export const waysOut = (channel: Channel): boolean => out.includes(channel);

function checkEnd(expiresOn: Temporal.PlainDate | null, today: Temporal.PlainDate): void {
  if (expiresOn === null) return;
  if (isBefore(expiresOn, today)) throw new RuleViolation('expires', 'This day is over. Enter a later one');
  if (isBefore(today.add({ years: LONGEST }), expiresOn)) {
    throw new RuleViolation('expires', `Enter a day within ${LONGEST} years`);
  }
}
