import { named, type Part, text } from './sentence.js';
import type { GuestName } from '../domain/guest-name.js';

/** Whom or what a message is about, by reference: it is looked up when the message is shown, in initials mode too. */
export interface About {
  of: 'stay' | 'guest' | 'hold' | 'entry' | 'bed';
  id: string;
  /** 'S.', 'S. in Maple' or 'Maple'. */
  shows: 'name' | 'name and bed' | 'bed';
}

/** A sentence for the next page and the act it offers to undo. It is kept in the file: no guest's name stands in it. */
export interface Flash {
  message: string | readonly (string | About)[];
  undo: string | null;
}

/** The same as the page shows it. */
export interface ToldFlash {
  message: Part[];
  undo: string | null;
}

/** Who or what a reference leads to; null for what is not there any more. */
export interface Known {
  guest: GuestName | null;
  bed: string | null;
}

export const aboutStay = (id: string, shows: About['shows'] = 'name and bed'): About => ({
  of: 'stay',
  id,
  shows,
});
export const aboutGuest = (id: string): About => ({ of: 'guest', id, shows: 'name' });
export const aboutHold = (id: string, shows: About['shows']): About => ({ of: 'hold', id, shows });
export const aboutEntry = (id: string): About => ({ of: 'entry', id, shows: 'name' });
export const aboutBed = (id: string): About => ({ of: 'bed', id, shows: 'bed' });

/** One reference as a piece of the sentence. */
export function partOf({ shows }: About, { guest, bed }: Known, isStart: boolean): Part {
  if (shows === 'bed') return text(bed ?? (isStart ? 'The bed' : 'the bed'));
  if (!guest) return text(isStart ? 'Somebody' : 'somebody');
  return named(guest, shows === 'name and bed');
}
