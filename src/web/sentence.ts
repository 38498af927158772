import type { GuestName } from '../domain/guest-name.js';

/** A piece of a sentence: plain text, or a guest whose name the page decides how to show. */
export interface Part {
  text: string | null;
  guest: GuestName | null;
}

export const text = (words: string): Part => ({ text: words, guest: null });
export const named = (guest: GuestName): Part => ({ text: null, guest });
