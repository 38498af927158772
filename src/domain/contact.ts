import type { Hours } from './hours.js';
import type { ListEntry } from './list-entry.js';

export const channels = ['call', 'text', 'post', 'they-call'] as const;

/**
 * How a guest wants to be in touch; 'they-call' is "I will call you": nothing goes out from the house (R33). 'none' for a yes
 * by which nobody is reached.
 */
export type Channel = (typeof channels)[number] | 'none';

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
