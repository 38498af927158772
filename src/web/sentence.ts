import type { GuestName } from '../domain/guest-name.js';

/** A piece of a sentence: plain text, or a guest whose name the page decides how to show. */
export interface Part {
  text: string | null;
  guest: GuestName | null;
  /** The bed stands behind the name. */
  inBed: boolean;
}

export const text = (words: string): Part => ({ text: words, guest: null, inBed: false });
export const named = (guest: GuestName, inBed = false): Part => ({ text: null, guest, inBed });
